package id.saring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.web.context.support.StandardServletEnvironment;

/**
 * Settings as an operator gets them wrong, in the environment; each ends the start in one sentence and no stack trace.
 */
@ExtendWith(OutputCaptureExtension.class)
@Timeout(120)
class WrongSettingsTest {
    @TempDir
    private Path dir;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SERVER_PORT=delapan                     | SERVER_PORT must be a whole number, not "delapan"
            SERVER_PORT=99999                       | SERVER_PORT must be a port, 0 to 65535, not "99999"
            SARING_TIME_ZONE=Mars/Olympus           | SARING_TIME_ZONE must be a time zone such as Asia/Jakarta, not "Mars/Olympus"
            SARING_DEFAULT_LANGUAGE=xx              | SARING_DEFAULT_LANGUAGE must be id or en
            SARING_SAMPLE_CLAIMS=perhaps            | SARING_SAMPLE_CLAIMS must be true or false, not "perhaps"
            SARING_KEEP_LOOKUPS=forever             | SARING_KEEP_LOOKUPS must be a length of time such as 30d, 12h or 15m, not "forever"
            SARING_KEEP_CASES=-3d                   | saring.retention must be positive
            SARING_KEEP_WEB_CHAT=0d                 | saring.webchat settings must be positive
            SARING_PERSON_RATE=lots                 | A rate is written such as "20 per 1m burst 5", not "lots"
            SARING_PAGE_RATE=0 per 1m               | A rate needs a count, a period and a burst of more than nothing
            TELEGRAM_MESSAGES_PER_SECOND=banyak     | TELEGRAM_MESSAGES_PER_SECOND must be a whole number, not "banyak"
            WHATSAPP_MESSAGES_PER_SECOND=0          | WHATSAPP_MESSAGES_PER_SECOND must be at least 1
            SARING_SECRET=short                     | SARING_SECRET must have at least 16 characters
            SARING_BASE_URL=saring.example.org      | SARING_BASE_URL must start with https:// or http://
            SARING_BASE_URL=ht tp://x               | SARING_BASE_URL must be an address such as https://saring.example.org, not "ht tp://x"
            SARING_ADMIN_USERNAME=x                 | SARING_ADMIN_USERNAME must have 2 to 40 of a-z
            SARING_RESPONSES_DIR=/nonexistent       | SARING_RESPONSES_DIR names the folder /nonexistent, which does not exist
            SARING_MATCH_MODEL=/nonexistent         | The match model /nonexistent cannot be used: it cannot be read
            SARING_DATABASE_URL=mysql://x           | SARING_DATABASE_URL must start with jdbc:postgresql: or jdbc:sqlite:
            SARING_DATABASE_URL=jdbc:postgresql://localhost:1/x | PostgreSQL at localhost:1/x cannot be reached
            SARING_DATABASE_URL=jdbc:postgresql://a:b:c/x | PostgreSQL at a:b:c/x cannot be used
            SARING_DATABASE_URL=jdbc:sqlite:/nonexistent/x.db | The store jdbc:sqlite:/nonexistent/x.db cannot be opened
            SARING_DATA_DIR=/proc/saring            | SARING_DATA_DIR names /proc/saring, which cannot be made or written
            SARING_DATA_DIR=/etc/hostname           | SARING_DATA_DIR names /etc/hostname, which is no directory
            SARING_PUBLISHER=                       | SARING_PUBLISHER and SARING_DATA_LICENCE must not be blank
            TELEGRAM_BOT_NAME=Saring Bot            | TELEGRAM_BOT_NAME must be the bot's user name, such as SaringBot
            TELEGRAM_MODE=pigeon;TELEGRAM_BOT_TOKEN=1:a | TELEGRAM_MODE must be polling or webhook, not "pigeon"
            TELEGRAM_MODE=webhook;TELEGRAM_BOT_TOKEN=1:a | TELEGRAM_MODE=webhook needs a TELEGRAM_WEBHOOK_SECRET
            TELEGRAM_API_URL=telegram;TELEGRAM_BOT_TOKEN=1:a | TELEGRAM_API_URL must be an http or https address with a host
            WHATSAPP_NUMBER=abc                     | WHATSAPP_NUMBER must be the bot's number with its country code
            WHATSAPP_PHONE_NUMBER_ID=1;WHATSAPP_ACCESS_TOKEN=rahasia;WHATSAPP_VERIFY_TOKEN=b | WHATSAPP_APP_SECRET is missing
            WHATSAPP_PHONE_NUMBER_ID=1;WHATSAPP_APP_SECRET=rahasia | WHATSAPP_ACCESS_TOKEN is missing
            WHATSAPP_PHONE_NUMBER_ID=+62;WHATSAPP_ACCESS_TOKEN=rahasia | WHATSAPP_PHONE_NUMBER_ID must be the number's id at Meta
            """)
    void a_wrong_setting_is_told_in_one_sentence(String settings, String sentence, CapturedOutput output) {
        assertThatThrownBy(() -> start(environment(settings))).isInstanceOf(Exception.class);
        told(output, sentence);
    }

    @Test
    void a_port_that_is_taken_is_told_in_one_sentence(CapturedOutput output) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
            assertThatThrownBy(() -> start(environment("SERVER_PORT=" + taken.getLocalPort())))
                    .isInstanceOf(Exception.class);
            told(output, "Port " + taken.getLocalPort() + " was already in use");
        }
    }

    @Test
    void a_second_start_on_one_data_directory_is_told_in_one_sentence(CapturedOutput output) {
        try (var first = start(environment(""))) {
            assertThat(first.isRunning()).isTrue();
            assertThatThrownBy(() -> start(environment(""))).isInstanceOf(Exception.class);
        }
        told(output, "Another Saring is running on the same SARING_DATA_DIR");
    }

    @Test
    void a_secret_file_that_cannot_be_read_is_told_in_one_sentence(CapturedOutput output) throws IOException {
        Files.createDirectories(dir.resolve("data/secret"));
        assertThatThrownBy(() -> start(environment(""))).isInstanceOf(Exception.class);
        told(output, "Cannot read or make the secret in ");
    }

    private static void told(CapturedOutput output, String sentence) {
        assertThat(output.getAll())
                .contains(sentence)
                .doesNotContain("\tat ", "Exception: ", "Exception encountered", "to display the condition", "rahasia");
    }

    private Map<String, Object> environment(String settings) {
        Map<String, Object> environment = new TreeMap<>(Map.of(
                "SARING_DATA_DIR", dir.resolve("data").toString(), "SERVER_PORT", "0",
                "SARING_SAMPLE_CLAIMS", "false"));
        Stream.of(settings.split(";"))
                .filter(setting -> !setting.isEmpty())
                .forEach(setting -> environment.put(
                        setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1)));
        return environment;
    }

    /** As from a shell: the names stand in the environment and nowhere else. */
    private static org.springframework.context.ConfigurableApplicationContext start(Map<String, Object> names) {
        ConfigurableEnvironment environment = new StandardServletEnvironment();
        environment.getPropertySources().replace(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, names));
        SpringApplication application = new SpringApplicationBuilder(Saring.class).environment(environment)
                .application();
        return application.run();
    }
}
