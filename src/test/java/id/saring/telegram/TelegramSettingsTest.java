package id.saring.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramSettingsTest {
    private static final URI API = URI.create("https://api.telegram.org");

    @ParameterizedTest
    @CsvSource({
        "https://api.telegram.org, https, api.telegram.org, 443",
        "https://api.telegram.org/, https, api.telegram.org, 443",
        "http://127.0.0.1:8081, http, 127.0.0.1, 8081",
        "http://bot-api, http, bot-api, 80"
    })
    void the_address_is_taken_apart(URI url, String scheme, String host, int port) {
        var telegram = TestSettings.polling("1:a", url).telegramUrl();
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
                .isThrownBy(() -> TestSettings.polling("1:a", url))
                .withMessage("TELEGRAM_API_URL must hold only scheme, host and port, such as https://api.telegram.org,"
                        + " without a path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api.telegram.org", "ftp://api.telegram.org", "https:///"})
    void what_is_no_web_address_is_refused(URI url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestSettings.polling("1:a", url))
                .withMessage("TELEGRAM_API_URL must be an http or https address with a host");
    }

    @ParameterizedTest
    @CsvSource({
        "https://saring.example, https://saring.example/webhooks/telegram",
        "https://saring.example:8443/, https://saring.example:8443/webhooks/telegram",
        "https://saring.example/bot/, https://saring.example/bot/webhooks/telegram"
    })
    void telegram_delivers_below_our_public_address(URI base, String webhook) {
        assertThat(TestSettings.webhook(API, TestSettings.SECRET, base).webhookUrl()).hasToString(webhook);
    }

    @ParameterizedTest
    @CsvSource({"''", "'with blank'", "'umlaut-ü'"})
    void webhook_mode_is_refused_without_a_secret(String secret) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestSettings.webhook(API, secret, URI.create("https://saring.example")))
                .withMessageStartingWith("TELEGRAM_MODE=webhook needs a TELEGRAM_WEBHOOK_SECRET");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestSettings.webhook(API, "x".repeat(257), URI.create("https://saring.example")));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "http://saring.example", "https:///", "saring.example", "https://saring.example:8080"})
    void webhook_mode_is_refused_without_a_public_https_address(URI base) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestSettings.webhook(API, TestSettings.SECRET, base))
                .withMessageStartingWith("TELEGRAM_MODE=webhook needs a SARING_BASE_URL that begins with https://");
    }

    @Test
    void the_token_is_hidden_and_its_blanks_do_not_count() {
        TelegramSettings settings = TestSettings.polling(" 1:abc\n", URI.create("https://api.telegram.org"));
        assertThat(settings.botToken()).isEqualTo("1:abc");
        assertThat(settings).asString().doesNotContain("abc").contains("https://api.telegram.org");
        assertThat(TestSettings.webhook(API, TestSettings.SECRET, API)).asString().doesNotContain(TestSettings.SECRET);
    }
}
