package id.saring.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "https://api.telegram.org, https, api.telegram.org, 443",
        "https://api.telegram.org/, https, api.telegram.org, 443",
        "http://127.0.0.1:8081, http, 127.0.0.1, 8081",
        "http://bot-api, http, bot-api, 80"
    })
    void the_address_is_taken_apart(URI url, String scheme, String host, int port) {
        var telegram = new TelegramSettings("1:a", url).telegramUrl();
        assertThat(telegram.getSchema()).isEqualTo(scheme);
        assertThat(telegram.getHost()).isEqualTo(host);
        assertThat(telegram.getPort()).isEqualTo(port);
        assertThat(telegram.isTestServer()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "https://proxy.example/telegram", "https://api.telegram.org/?a=b", "https://me:pw@api.telegram.org"
    })
    void an_address_with_a_path_is_refused_in_one_sentence(URI url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TelegramSettings("1:a", url))
                .withMessage("TELEGRAM_API_URL must hold only scheme, host and port, such as https://api.telegram.org,"
                        + " without a path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api.telegram.org", "ftp://api.telegram.org", "https:///"})
    void what_is_no_web_address_is_refused(URI url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TelegramSettings("1:a", url))
                .withMessage("TELEGRAM_API_URL must be an http or https address with a host");
    }

    @Test
    void the_token_is_hidden_and_its_blanks_do_not_count() {
        TelegramSettings settings = new TelegramSettings(" 1:abc\n", URI.create("https://api.telegram.org"));
        assertThat(settings.botToken()).isEqualTo("1:abc");
        assertThat(settings).asString().doesNotContain("abc").contains("https://api.telegram.org");
    }
}
