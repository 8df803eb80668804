package id.saring.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.saring.Saring;
import id.saring.chat.Gateway;
import java.net.URI;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** The channel within the whole application, with its real store and queues; only what is said is the test's own. */
class TelegramConfigurationTest {
    @TempDir
    Path data;

    private final TelegramServer server = TelegramServer.start();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_conversation_goes_on_over_a_restart_with_one_answer_to_each_message() {
        TelegramPerson siti = server.person(42);
        int question;
        try (ConfigurableApplicationContext app = start(TelegramServer.TOKEN, server.url())) {
            question = siti.says("Vaksin <5G> & chip");
            assertThat(siti.reads(1).text()).isEqualTo("Tulis: Vaksin <5G> & chip");
            assertThat(siti.reads(1).replyTo()).isEqualTo(question);
            String press = siti.presses("Bukan");
            assertThat(siti.reads(2).text()).isEqualTo("Tekan: Bukann");
            Awaitility.await().until(() -> server.chats.isPressAnswered(press));
            siti.speaks();
            assertThat(siti.reads(3).text()).isEqualTo("Jenis: voice");
            assertThat(app.getBean(TelegramHealth.class).health().getStatus().getCode()).isEqualTo("UP");
        }
        siti.says("selagi mati");
        siti.presses("Ya");
        try (ConfigurableApplicationContext app = start(TelegramServer.TOKEN, server.url())) {
            assertThat(siti.reads(5)).isNotNull();
            siti.edits(question, "Vaksin 5G");
            siti.reads(6);
            siti.blocks();
            siti.unblocks();
            siti.sendsAlbum(null, "Banjir", null);
            siti.reads(7);
        }
        assertThat(siti.received()).extracting(BotMessage::text).containsExactly(
                "Tulis: Vaksin <5G> & chip", "Tekan: Bukann", "Jenis: voice", "Tulis: selagi mati", "Tekan: Yay",
                "Tulis: Vaksin 5G", "Tulis: Banjir");
    }

    @Test
    void the_application_starts_while_telegram_cannot_be_reached() {
        try (ConfigurableApplicationContext app = start(TelegramServer.TOKEN, URI.create("http://127.0.0.1:1"))) {
            assertThat(app.getBeansOfType(Gateway.class)).isNotEmpty();
            assertThat(app.isRunning()).isTrue();
        }
    }

    @Test
    void without_a_token_nothing_of_the_channel_exists() {
        try (ConfigurableApplicationContext app = start(" ", URI.create("http://127.0.0.1:1/a/path/nobody/looks/at"))) {
            assertThat(app.getBeanNamesForType(TelegramPoller.class)).isEmpty();
            assertThat(app.getBeanNamesForType(TelegramHealth.class)).isEmpty();
            assertThat(app.getBeanNamesForType(TelegramGateway.class)).isEmpty();
            assertThat(app.getBeanNamesForType(TelegramHttp.class)).isEmpty();
        }
        assertThat(Thread.getAllStackTraces().keySet()).noneMatch(thread -> thread.getName().startsWith("telegram"));
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void an_address_with_a_path_ends_the_start_with_a_sentence_and_without_the_token(CapturedOutput output) {
        String sentence = "TELEGRAM_API_URL must hold only scheme, host and port, such as https://api.telegram.org,"
                + " without a path";
        assertThatThrownBy(() -> start("1:TEST-secret", URI.create("http://127.0.0.1/path")))
                .hasRootCauseMessage(sentence);
        assertThat(output.getAll()).contains(sentence).doesNotContain("TEST-secret");
    }

    private ConfigurableApplicationContext start(String token, URI url) {
        return new SpringApplicationBuilder(Saring.class, Parrot.class)
                .run(
                        "--server.port=0",
                        "--server.shutdown=immediate",
                        "--saring.data-dir=" + data,
                        "--saring.sample-claims=false",
                        "--saring.telegram.bot-token=" + token,
                        "--saring.telegram.api-url=" + url);
    }
}
