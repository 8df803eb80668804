package id.saring.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.saring.RunningApp;
import id.saring.chat.ChatConfiguration;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

class WhatsAppSettingsTest {
    private static final WhatsAppSettings.Template NONE = new WhatsAppSettings.Template("", "");

    @TempDir
    private Path data;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            +62 812 | t  | s  | v  | https://graph.facebook.com | v26.0 | WHATSAPP_PHONE_NUMBER_ID must be the number's id at Meta, in digits
            1       | '' | s  | v  | https://graph.facebook.com | v26.0 | WHATSAPP_ACCESS_TOKEN is missing; without it WhatsApp takes no answers
            1       | t  | ' '| v  | https://graph.facebook.com | v26.0 | WHATSAPP_APP_SECRET is missing; without it anybody could write in the name of anybody
            1       | t  | s  |    | https://graph.facebook.com | v26.0 | WHATSAPP_VERIFY_TOKEN is missing; it is a word of your choice that Meta asks for too
            1       | t  | s  | v  | graph.facebook.com         | v26.0 | WHATSAPP_API_URL must be an http or https address with a host
            1       | t  | s  | v  | https://graph.facebook.com | 26    | WHATSAPP_API_VERSION must look like v26.0
            """)
    void what_is_missing_or_wrong_is_told_in_one_sentence(
            String number, String token, String secret, String verify, URI url, String version, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WhatsAppSettings(number, token, secret, verify, url, version, NONE))
                .withMessage(sentence);
    }

    @Test
    void secrets_are_hidden_and_blanks_do_not_count() {
        WhatsAppSettings settings = new WhatsAppSettings(
                " 1, 22 ", " tok ", "sec\n", " ver", URI.create("https://proxy.example/graph/"), "v26.0", NONE);
        assertThat(settings.numbers()).containsExactly("1", "22");
        assertThat(settings.accessToken() + settings.appSecret() + settings.verifyToken()).isEqualTo("toksecver");
        assertThat(settings.messagesOf("22")).hasToString("https://proxy.example/graph/v26.0/22/messages");
        assertThat(settings.toString()).doesNotContain("tok", "sec", "ver=").contains("https://proxy.example");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void without_an_app_secret_the_start_ends_with_a_sentence(CapturedOutput output) {
        Map<String, String> settings = Map.of(
                "saring.whatsapp.phone-number-id", "1",
                "saring.whatsapp.access-token", "EAATEST-secret",
                "saring.whatsapp.verify-token", "TEST-verify");
        String sentence = "WHATSAPP_APP_SECRET is missing; without it anybody could write in the name of anybody";
        Class<?>[] parts = {ChatConfiguration.class, WhatsAppConfiguration.class};
        assertThatThrownBy(() -> RunningApp.start(0, data, settings, parts))
                .hasRootCauseMessage(sentence);
        assertThat(output.getAll()).contains(sentence).doesNotContain("EAATEST-secret");
    }

    @Test
    void without_a_number_nothing_of_the_channel_exists() {
        try (RunningApp app = RunningApp.start(data, ChatConfiguration.class, WhatsAppConfiguration.class)) {
            assertThatThrownBy(() -> app.bean(WhatsAppWebhook.class)).hasMessageContaining("No qualifying bean");
            assertThatThrownBy(() -> app.bean(GraphClient.class)).hasMessageContaining("No qualifying bean");
        }
    }
}
