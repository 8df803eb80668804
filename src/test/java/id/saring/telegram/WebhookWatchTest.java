package id.saring.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.saring.queue.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What Telegram says of its deliveries, asked over loopback, becomes health. */
class WebhookWatchTest {
    private static final URI BASE = URI.create("https://saring.example");

    private final SettableClock clock = new SettableClock();
    private final TelegramServer server = TelegramServer.start();
    private final TelegramHttp http = new TelegramHttp(Duration.ofSeconds(15), List.of());
    private final TelegramSettings settings = TestSettings.webhook(server.url(), TestSettings.SECRET, BASE);
    private final OkHttpTelegramClient client =
            new OkHttpTelegramClient(http.client(), TelegramServer.TOKEN, settings.telegramUrl());
    private final PollState state = new PollState(clock, new SimpleMeterRegistry());
    private final WebhookWatch watch = new WebhookWatch(client, settings.webhookUrl(), clock);
    private final WebhookHealth health = new WebhookHealth(state, watch, clock);

    @AfterEach
    void close() {
        http.close();
        server.close();
    }

    @Test
    void it_is_up_while_telegram_delivers_to_us_and_tells_what_waits() throws Exception {
        register(BASE);
        assertThat(asked().getStatus()).isEqualTo(Status.UP);
        assertThat(asked().getDetails()).containsEntry("webhookPending", 0).doesNotContainKey("reason");
    }

    @Test
    void it_is_down_when_telegram_delivers_elsewhere() throws Exception {
        register(URI.create("https://elsewhere.example"));
        assertThat(asked().getStatus()).isEqualTo(Status.DOWN);
        assertThat(asked().getDetails()).containsEntry("reason", "MOVED");
    }

    @Test
    void it_is_down_while_what_waits_cannot_be_delivered_and_up_with_the_next_delivery() throws Exception {
        register(BASE);
        server.updates.addRaw((ObjectNode) JsonMapper.shared().readTree("{\"update_id\": 1}"));
        clock.advance(Duration.ofMinutes(1));
        server.webhook.failedAt(clock.instant().getEpochSecond(), "Connection timed out");
        assertThat(asked().getStatus()).as("once may be of a moment").isEqualTo(Status.UP);
        assertThat(asked().getStatus()).isEqualTo(Status.DOWN);
        assertThat(asked().getDetails())
                .containsEntry("reason", "UNDELIVERED")
                .containsEntry("webhookPending", 1)
                .containsEntry("webhookFailure", "Connection timed out");
        clock.advance(Duration.ofMinutes(20));
        assertThat(asked().getStatus()).as("as long as it is true").isEqualTo(Status.DOWN);

        clock.advance(Duration.ofSeconds(1));
        state.succeeded();
        assertThat(asked().getStatus()).isEqualTo(Status.UP);
        assertThat(asked().getDetails()).containsKey("webhookFailed");
    }

    @Test
    void what_was_told_long_ago_is_forgotten_and_no_answer_changes_nothing() throws Exception {
        register(URI.create("https://elsewhere.example"));
        assertThat(asked().getStatus()).isEqualTo(Status.DOWN);
        server.fail("getWebhookInfo", Fault.badGateway());
        clock.advance(Duration.ofMinutes(5));
        int before = server.calls("getWebhookInfo").size();
        watch.ask();
        await().until(() -> server.calls("getWebhookInfo").size() > before);
        assertThat(health.health().getDetails()).doesNotContainKeys("reason", "webhookPending");
    }

    @Test
    void a_failure_of_before_the_start_is_not_ours() throws Exception {
        register(BASE);
        server.updates.addRaw((ObjectNode) JsonMapper.shared().readTree("{\"update_id\": 1}"));
        server.webhook.failedAt(clock.instant().minusSeconds(60).getEpochSecond(), "Connection timed out");
        assertThat(asked().getStatus()).isEqualTo(Status.UP);
        assertThat(asked().getStatus()).isEqualTo(Status.UP);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404})
    void it_is_down_while_the_token_is_refused(int code) throws Exception {
        register(BASE);
        assertThat(asked().getStatus()).isEqualTo(Status.UP);
        server.fail("getWebhookInfo", Fault.error(code, "Unauthorized"));
        watch.ask();
        await().until(() -> health.health().getStatus().equals(Status.DOWN));
        assertThat(health.health().getDetails()).containsEntry("reason", "UNAUTHORIZED");
        assertThat(asked().getStatus()).isEqualTo(Status.UP);
    }

    private void register(URI base) throws Exception {
        TelegramSettings other = TestSettings.webhook(server.url(), TestSettings.SECRET, base);
        client.executeAsync(new SetWebhookCall(other.webhookUrl(), TestSettings.SECRET)).get();
        state.started();
        state.registered();
    }

    private Health asked() {
        clock.advance(Duration.ofMillis(10));
        watch.ask();
        await().until(() -> watch.report().filter(report -> report.at().equals(clock.instant())).isPresent());
        return health.health();
    }
}
