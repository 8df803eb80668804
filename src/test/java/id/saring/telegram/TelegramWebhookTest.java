package id.saring.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.saring.RunningApp;
import id.saring.chat.ChatConfiguration;
import id.saring.db.Database;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** Webhook mode over real HTTP on both sides, with the real store and queues; only what is said is the test's own. */
class TelegramWebhookTest {
    @TempDir
    private Path data;

    private final TelegramServer server = TelegramServer.start();

    @BeforeAll
    static void quietly() {
        LogLines.quietly();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void telegram_is_told_where_to_deliver_and_what_is_delivered_is_answered_once() {
        TelegramPerson siti = server.person(42);
        try (RunningApp app = start("webhook")) {
            await().until(server.webhook::isRegistered);
            JsonNode call = server.calls("setWebhook").getFirst().parameters();
            assertThat(call.path("url").asString()).isEqualTo("https://saring.example/webhooks/telegram");
            assertThat(call.path("secret_token").asString()).isEqualTo(TestSettings.SECRET);
            assertThat(call.path("max_connections").asInt()).isEqualTo(100);
            assertThat(call.path("allowed_updates").toString())
                    .isEqualTo("[\"message\",\"edited_message\",\"callback_query\",\"my_chat_member\"]");
            assertThat(server.calls("getUpdates")).isEmpty();

            int question = siti.says("Vaksin <5G> & chip");
            assertThat(siti.reads(1).text()).isEqualTo("Tulis: Vaksin <5G> & chip");
            assertThat(siti.reads(1).replyTo()).isEqualTo(question);
            String press = siti.presses("Bukan");
            assertThat(siti.reads(2).text()).isEqualTo("Tekan: Bukann");
            await().until(() -> server.chats.isPressAnswered(press));
            await().until(() -> !server.calls("setMyCommands").isEmpty());
            assertThat(health(app).getStatus()).isEqualTo(Status.UP);
            assertThat(health(app).getDetails()).containsOnlyKeys("webhook", "webhookRegistered", "lastWebhook");
        }
        assertThat(siti.received()).hasSize(2);
    }

    @Test
    void what_is_written_while_nobody_runs_is_delivered_afterwards() {
        TelegramPerson siti = server.person(42);
        try (RunningApp app = start("webhook")) {
            await().until(server.webhook::isRegistered);
        }
        assertThat(server.webhook.isRegistered()).as("Telegram keeps messages for the next start").isTrue();
        siti.says("selagi mati");
        try (RunningApp app = start("webhook")) {
            assertThat(siti.reads(1).text()).isEqualTo("Tulis: selagi mati");
        }
    }

    @Test
    void polling_mode_removes_the_webhook_and_webhook_mode_ends_polling() {
        TelegramPerson siti = server.person(42);
        try (RunningApp app = start("webhook")) {
            siti.says("satu");
            siti.reads(1);
        }
        try (RunningApp app = start("")) {
            siti.says("dua");
            assertThat(siti.reads(2).text()).isEqualTo("Tulis: dua");
            assertThat(server.webhook.isRegistered()).isFalse();
            assertThatThrownBy(() -> app.bean(TelegramWebhook.class)).hasMessageContaining("No qualifying bean");
        }
        try (RunningApp app = start("webhook")) {
            siti.says("tiga");
            assertThat(siti.reads(3).text()).isEqualTo("Tulis: tiga");
        }
    }

    @Test
    void forged_and_oversized_deliveries_are_refused_and_unreadable_ones_acknowledged() throws Exception {
        try (RunningApp app = start("webhook")) {
            byte[] update = update(1, "rahasia");
            assertThat(server.webhook.post(update, null)).isEqualTo(401);
            assertThat(server.webhook.post(update, "")).isEqualTo(401);
            assertThat(server.webhook.post(update, TestSettings.SECRET + "x")).isEqualTo(401);
            byte[] huge = new byte[TelegramWebhook.MAX_BYTES + 1];
            assertThat(server.webhook.post(huge, TestSettings.SECRET)).isEqualTo(413);
            assertThat(stored(app)).isZero();
            String wrongId = "{\"update_id\":\"x\"}";
            String wrongMessage = "{\"update_id\":1,\"message\":7}";
            for (String strange : List.of("", "surprise", "[]", "{}", wrongId, wrongMessage)) {
                byte[] body = strange.getBytes(StandardCharsets.UTF_8);
                assertThat(server.webhook.post(body, TestSettings.SECRET)).as(strange).isEqualTo(200);
            }
            assertThat(app.bean(PollState.class).unreadable()).isEqualTo(6);
            assertThat(stored(app)).isZero();
            assertThat(server.webhook.post(update, TestSettings.SECRET)).isEqualTo(200);
            assertThat(stored(app)).isPositive();
        }
    }

    @Test
    void the_same_update_delivered_at_the_same_time_is_one_message() throws Exception {
        try (RunningApp app = start("webhook")) {
            List<Thread> deliveries = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                deliveries.add(Thread.startVirtualThread(() -> {
                    try {
                        server.webhook.post(update(1, "halo"), TestSettings.SECRET);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }));
            }
            for (Thread delivery : deliveries) {
                delivery.join();
            }
            assertThat(app.bean(Database.class).read().sql("SELECT count(*) FROM work WHERE queue = 'inbox'")
                    .query(Long.class).single()).isEqualTo(1);
        }
    }

    @Test
    void while_the_store_is_down_telegram_is_told_so_and_delivers_again() {
        TelegramPerson siti = server.person(42);
        try (RunningApp app = start("webhook")) {
            await().until(server.webhook::isRegistered);
            Database database = app.bean(Database.class);
            database.write().sql("ALTER TABLE work RENAME TO elsewhere").update();
            siti.says("tahan");
            await().until(() -> server.webhook.answers().contains(503));
            assertThat(health(app).getStatus()).isEqualTo(Status.DOWN);
            database.write().sql("ALTER TABLE elsewhere RENAME TO work").update();
            assertThat(siti.reads(1).text()).isEqualTo("Tulis: tahan");
            assertThat(health(app).getStatus()).isEqualTo(Status.UP);
        }
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void registering_is_tried_until_telegram_agrees(CapturedOutput output) {
        server.fail("setWebhook", Fault.badGateway(), Fault.tooMany(1), new Fault.Cut(false),
                Fault.error(400, "Bad Request: bad webhook: getaddrinfo: Name or service not known"));
        TelegramPerson siti = server.person(42);
        try (RunningApp app = start("webhook")) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> health(app).getDetails().containsKey("webhookRegistered"));
            assertThat(health(app).getDetails()).doesNotContainKey("trouble");
            siti.says("akhirnya");
            siti.reads(1);
        }
        assertThat(server.calls("setWebhook")).hasSize(5);
        assertThat(output.getAll())
                .contains(Trouble.WEBHOOK.sentence(), Trouble.RATE_LIMITED.sentence(), "works again")
                .doesNotContain(TelegramServer.TOKEN, TestSettings.SECRET, "akhirnya");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void without_a_secret_the_start_ends_with_a_sentence(CapturedOutput output) {
        assertThatThrownBy(() -> start("webhook", Map.of("saring.telegram.webhook.secret", "")))
                .rootCause()
                .hasMessageStartingWith("TELEGRAM_MODE=webhook needs a TELEGRAM_WEBHOOK_SECRET");
        assertThat(output.getAll()).contains("TELEGRAM_WEBHOOK_SECRET").doesNotContain(TelegramServer.TOKEN);
    }

    private RunningApp start(String mode) {
        return start(mode, Map.of());
    }

    private RunningApp start(String mode, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "saring.telegram.bot-token", TelegramServer.TOKEN,
                "saring.telegram.api-url", server.url().toString(),
                "saring.telegram.mode", mode,
                "saring.telegram.webhook.secret", TestSettings.SECRET,
                "saring.telegram.webhook.base-url", "https://saring.example",
                "logging.level.id.saring", "debug"));
        settings.putAll(more);
        RunningApp app = RunningApp.start(
                0, data, settings, ChatConfiguration.class, TelegramConfiguration.class, Parrot.class);
        server.webhook.deliverTo(app.uri(TelegramWebhook.PATH));
        return app;
    }

    private static Health health(RunningApp app) {
        return app.bean(WebhookHealth.class).health();
    }

    private static long stored(RunningApp app) {
        return app.bean(Database.class).read().sql("SELECT count(*) FROM work").query(Long.class).single();
    }

    private static byte[] update(int id, String text) {
        return """
                {"update_id":%d,"message":{"message_id":7,"date":%d,"chat":{"id":42,"type":"private"},
                "from":{"id":42,"is_bot":false,"first_name":"Siti"},"text":"%s"}}"""
                .formatted(id, System.currentTimeMillis() / 1000, text)
                .getBytes(StandardCharsets.UTF_8);
    }
}
