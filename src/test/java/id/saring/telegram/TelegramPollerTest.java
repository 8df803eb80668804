package id.saring.telegram;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import id.saring.chat.Content;
import id.saring.chat.IncomingMessage;
import id.saring.chat.TroubleLog;
import id.saring.core.Pseudonyms;
import id.saring.core.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Each way in which polling with the library is known to fail, and that it does not fail so here. */
class TelegramPollerTest {
    private static final PollTiming FAST = new PollTiming(
            Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofMillis(20), Duration.ofMillis(200),
            Duration.ofMillis(50));

    private static final Pseudonyms PSEUDONYMS = new Pseudonyms(new Secret("a secret for these tests"));

    private final List<IncomingMessage> stored = new CopyOnWriteArrayList<>();
    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private final PollState state = new PollState(Clock.systemUTC(), new SimpleMeterRegistry());
    private final TelegramHttp http = new TelegramHttp(Duration.ofSeconds(5), List.of());
    private TelegramServer server = TelegramServer.start();
    private TelegramPoller poller = poller(server.url(), this::store);

    @BeforeAll
    static void look_often() {
        LogLines.quietly();
        Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
    }

    @AfterEach
    void close() {
        poller.stop();
        http.close();
        server.close();
    }

    @Test
    void what_people_write_is_stored_in_order_and_confirmed() {
        poller.start();
        server.person(42).says("satu");
        server.person(42).says("dua");
        awaitTexts("satu", "dua");
        await().until(() -> server.updates.size() == 0);
        assertThat(state.lastSuccess()).isPresent();
    }

    @Test
    void an_exception_in_the_handler_does_not_end_polling() {
        AtomicInteger tries = new AtomicInteger();
        poller = poller(server.url(), messages -> {
            if (tries.incrementAndGet() == 1) {
                throw new StackOverflowError("on purpose");
            }
            return store(messages);
        });
        poller.start();
        server.person(42).says("satu");
        awaitTexts("satu");
        server.person(42).says("dua");
        awaitTexts("satu", "dua");
    }

    @Test
    void a_session_that_an_error_ended_is_seen_to_be_dead() {
        TelegramSettings settings = TestSettings.polling(TelegramServer.TOKEN, server.url());
        UpdateStream stream = new UpdateStream(state, FAST.hold(), FAST.gap());
        try (PollSession session = new PollSession(settings, http, FAST.patience(), stream, batch -> {
            throw new IllegalStateException("on purpose");
        })) {
            assertThatCode(session::start).doesNotThrowAnyException();
            assertThat(session.isDead()).isFalse();
            server.person(42).says("satu");
            await().until(session::isDead);
        }
    }

    @Test
    void nothing_is_confirmed_before_it_is_stored() {
        CountDownLatch mended = new CountDownLatch(1);
        AtomicInteger tries = new AtomicInteger();
        poller = poller(server.url(), messages -> {
            tries.incrementAndGet();
            if (mended.getCount() > 0) {
                throw new IllegalStateException("The disk is full");
            }
            return store(messages);
        });
        poller.start();
        server.person(42).says("satu");
        await().until(() -> tries.get() >= 3);
        assertThat(server.calls("getUpdates")).hasSize(1);
        assertThat(server.updates.size()).isEqualTo(1);
        mended.countDown();
        awaitTexts("satu");
        await().until(() -> server.updates.size() == 0);
    }

    @Test
    void memory_that_runs_out_while_storing_confirms_nothing_even_if_polling_begins_anew() {
        AtomicInteger tries = new AtomicInteger();
        poller = poller(server.url(), messages -> {
            tries.incrementAndGet();
            throw new OutOfMemoryError("on purpose");
        });
        poller.start();
        server.person(42).says("satu");
        await().until(() -> tries.get() >= 3);
        assertThat(server.updates.size()).isEqualTo(1);
        poller.stop();
        assertThat(server.updates.size()).as("not confirmed by stopping either").isEqualTo(1);
        poller = poller(server.url(), this::store);
        poller.start();
        awaitTexts("satu");
    }

    @Test
    void memory_that_runs_out_while_a_batch_is_read_confirms_nothing() {
        AtomicInteger tries = new AtomicInteger();
        Clock failing = new Clock() {
            @Override
            public Instant instant() {
                if (tries.incrementAndGet() <= 3) {
                    throw new OutOfMemoryError("on purpose");
                }
                assertThat(server.updates.size()).as("still Telegram's").isEqualTo(1);
                return Instant.EPOCH;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        poller = poller(server.url(), this::store, new TelegramUpdates(PSEUDONYMS, failing, state));
        TelegramPerson siti = server.person(42);
        siti.receive(new BotMessage(5, "Mana?", List.of(), List.of(), null, null), JsonMapper.shared().readTree(
                "{\"inline_keyboard\":[[{\"text\":\"Ya\",\"callback_data\":\"v:1\"}]]}"));
        String press = siti.presses("Ya");
        poller.start();
        await().until(() -> server.chats.isPressAnswered(press));
        assertThat(stored).extracting(IncomingMessage::content).containsExactly(new Content.Press("v:1", "Ya"));
    }

    @Test
    void a_batch_is_confirmed_to_telegram_only_once_it_has_been_received() throws Exception {
        UpdateStream stream = new UpdateStream(state, FAST.hold(), FAST.gap());
        String answer = """
                {"ok":true,"result":[{"update_id":7,"message":{"message_id":1,"date":1772352000,"text":"satu",
                 "chat":{"id":42,"type":"private"},"from":{"id":42,"is_bot":false,"first_name":"Siti"}}}]}""";
        assertThat(stream.apply(0).deserializeResponse(answer)).hasSize(1);
        assertThat(stream.apply(1).getOffset()).as("as the library asks, when its consumer was interrupted").isNull();
        stream.received();
        assertThat(stream.apply(1).getOffset()).isEqualTo(8);
    }

    @Test
    void what_could_not_be_stored_before_the_end_comes_again_after_the_restart() {
        AtomicInteger tries = new AtomicInteger();
        poller = poller(server.url(), messages -> {
            tries.incrementAndGet();
            throw new IllegalStateException("The disk is full");
        });
        poller.start();
        server.person(42).says("satu");
        await().until(() -> tries.get() >= 1);
        poller.stop();
        assertThat(server.updates.size()).isEqualTo(1);
        poller = poller(server.url(), this::store);
        poller.start();
        awaitTexts("satu");
    }

    @Test
    void the_same_poller_can_be_started_again() {
        poller.start();
        server.person(42).says("satu");
        awaitTexts("satu");
        poller.stop();
        assertThat(poller.isRunning()).isFalse();
        server.person(42).says("dua");
        poller.start();
        awaitTexts("satu", "dua");
    }

    @Test
    void the_api_down_at_start_does_not_fail_the_start() {
        int port = server.url().getPort();
        server.close();
        poller.start();
        await().until(() -> state.trouble().orElse(Trouble.REFUSED) == Trouble.NO_ANSWER);
        server = TelegramServer.start(port);
        server.person(42).says("satu");
        awaitTexts("satu");
        assertThat(state.trouble()).isEmpty();
    }

    @Test
    void a_refused_registration_is_tried_again() {
        server.fail("deleteWebhook", Fault.badGateway(), new Fault.Cut(false), Fault.garbage(),
                new Fault.Answer(200, ""), new Fault.Answer(200, "{\"ok\":true,\"result\":false}"),
                new Fault.Answer(200, "{}"));
        poller.start();
        server.person(42).says("satu");
        awaitTexts("satu");
        assertThat(server.calls("deleteWebhook")).hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void a_lower_update_id_after_a_quiet_week_is_still_received() {
        poller.start();
        server.person(42).says("satu");
        awaitTexts("satu");
        await().until(() -> server.updates.size() == 0);
        server.updates.numberFrom(5);
        server.person(42).says("dua");
        server.person(42).says("tiga");
        awaitTexts("satu", "dua", "tiga");
        await().until(() -> server.updates.size() == 0);
    }

    @Test
    void every_fault_of_the_server_is_survived() {
        server.fail("getUpdates", Fault.badGateway(), new Fault.Cut(false), Fault.garbage(), new Fault.Answer(200, ""),
                Fault.error(500, "x"), new Fault.Answer(200, "{\"ok\":false,\"error_code\":500,\"description\":\"x\"}"),
                new Fault.Answer(200, "{\"ok\":true,\"result\":{}}"), new Fault.Answer(200, "{\"ok\":true}"),
                new Fault.Answer(200, "[]"), new Fault.Answer(302, ""), Fault.error(401, "Unauthorized"));
        server.person(42).says("satu");
        poller.start();
        awaitTexts("satu");
        assertThat(state.trouble()).isEmpty();
    }

    @Test
    void an_update_that_cannot_be_read_is_counted_and_does_not_block_the_others() {
        server.updates.addRaw(JsonMapper.shared().readValue(
                "{\"update_id\":900,\"message\":{\"message_id\":\"not a number\"}}", ObjectNode.class));
        server.updates.addRaw(JsonMapper.shared().readValue("{\"message\":{}}", ObjectNode.class));
        server.person(42).says("satu");
        poller.start();
        awaitTexts("satu");
        assertThat(state.unreadable()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void a_server_that_answers_at_once_is_not_hammered() {
        server.updates.stopHolding();
        poller.start();
        await().until(() -> server.calls("getUpdates").size() >= 2);
        int before = server.calls("getUpdates").size();
        long start = System.nanoTime();
        await().until(() -> server.calls("getUpdates").size() >= before + 4);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(800));
    }

    @Test
    void a_server_that_repeats_itself_is_not_hammered() {
        Fault same = new Fault.Answer(200, "{\"ok\":true,\"result\":[{\"update_id\":1,\"message\":{\"message_id\":1,"
                + "\"date\":1,\"text\":\"satu\",\"chat\":{\"id\":1,\"type\":\"private\"},"
                + "\"from\":{\"id\":1,\"is_bot\":false,\"first_name\":\"S\"}}}]}");
        for (int i = 0; i < 50; i++) {
            server.fail("getUpdates", same);
        }
        poller.start();
        awaitTexts("satu");
        long start = System.nanoTime();
        await().until(() -> server.calls("getUpdates").size() >= 5);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(600));
    }

    @Test
    void a_conflict_is_backed_off_from_and_told_once() {
        try (LogLines log = LogLines.of(TroubleLog.class)) {
            for (int i = 0; i < 5; i++) {
                server.fail("getUpdates", Fault.error(409, "Conflict: terminated by other getUpdates request"));
            }
            poller.start();
            await().until(() -> server.calls("getUpdates").size() >= 6);
            server.person(42).says("satu");
            awaitTexts("satu");
            assertThat(log.lines()).filteredOn(line -> line.contains("Another program")).hasSize(1);
        }
    }

    @Test
    void a_wrong_token_is_told_once_in_plain_words() {
        try (LogLines log = LogLines.of(TroubleLog.class)) {
            poller = new TelegramPoller(TestSettings.polling("99:wrong", server.url()), FAST, this::store, updates(),
                    courtesies(server.url()), state);
            poller.start();
            await().until(() -> server.unauthorized() >= 4);
            assertThat(log.lines()).hasSize(1).allMatch(line -> line.contains("Check TELEGRAM_BOT_TOKEN"));
            assertThat(log.lines()).noneMatch(line -> line.contains("wrong"));
        }
    }

    @Test
    void telegram_is_given_the_time_it_asks_for() {
        server.fail("getUpdates", Fault.tooMany(1));
        long start = System.nanoTime();
        poller.start();
        server.person(42).says("satu");
        awaitTexts("satu");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_pressed_button_is_acknowledged_after_it_is_stored() {
        CountDownLatch mended = new CountDownLatch(1);
        poller = poller(server.url(), messages -> {
            if (mended.getCount() > 0) {
                throw new IllegalStateException("The disk is full");
            }
            return store(messages);
        });
        TelegramPerson siti = server.person(42);
        siti.says("satu");
        siti.receive(new BotMessage(5, "Mana?", List.of(), List.of(), null, null), JsonMapper.shared().readTree(
                "{\"inline_keyboard\":[[{\"text\":\"Ya\",\"callback_data\":\"v:1\"}]]}"));
        String press = siti.presses("Ya");
        poller.start();
        await().until(() -> server.calls("getUpdates").size() == 1);
        assertThat(server.calls("answerCallbackQuery")).isEmpty();
        mended.countDown();
        await().until(() -> server.chats.isPressAnswered(press));
        assertThat(stored).extracting(IncomingMessage::content).contains(new Content.Press("v:1", "Ya"));
    }

    @Test
    void commands_are_published_in_every_language() {
        poller.start();
        await().until(() -> server.calls("setMyCommands").size() >= 3);
        assertThat(server.calls("setMyCommands"))
                .extracting(call -> call.parameters().path("language_code").asString(""))
                .containsExactlyInAnyOrder("", "id", "en");
        assertThat(server.calls("setMyCommands"))
                .as("as many in every language")
                .extracting(call -> call.parameters().path("commands").size())
                .containsOnly(5);
        assertThat(server.calls("setMyCommands")).allSatisfy(call -> assertThat(call.parameters().path("commands"))
                .allSatisfy(command -> {
                    assertThat(command.path("command").asString()).matches("[a-z0-9_]{1,32}");
                    assertThat(command.path("description").asString()).hasSizeBetween(3, 256);
                }));
    }

    @Test
    void the_token_is_in_no_log_line() {
        try (LogLines log = LogLines.all()) {
            server.fail("deleteWebhook", Fault.badGateway(), Fault.garbage(), new Fault.Answer(302, ""));
            server.fail("getUpdates", Fault.badGateway(), new Fault.Cut(false), Fault.garbage(),
                    Fault.error(401, "Unauthorized"), new Fault.Answer(302, ""), new Fault.Hang());
            server.fail("getMe", Fault.garbage());
            server.fail("setMyCommands", Fault.badGateway(), new Fault.Cut(false));
            poller.start();
            server.person(42).says("satu");
            await().until(() -> server.calls("getUpdates").size() >= 6);
            poller.stop();
            assertThat(log.lines()).isNotEmpty().noneMatch(line -> line.contains("TEST-secret"));
            assertThat(log.lines()).as("texts").noneMatch(line -> line.contains("satu"));
        }
    }

    @Test
    void the_jvm_threads_end_after_close() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        poller.start();
        server.person(42).says("satu");
        awaitTexts("satu");
        assertThat(threads(before)).as("all of them daemons, or the process would not end")
                .isNotEmpty().allMatch(Thread::isDaemon);
        long start = System.nanoTime();
        poller.stop();
        http.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        await().atMost(5, SECONDS).until(() -> threads(before).isEmpty());
    }

    private static List<Thread> threads(Set<Thread> except) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !except.contains(thread) && thread.getName().startsWith("telegram"))
                .toList();
    }

    private int store(List<IncomingMessage> messages) {
        List<IncomingMessage> fresh = messages.stream().filter(message -> ids.add(message.messageId())).toList();
        stored.addAll(fresh);
        return fresh.size();
    }

    private void awaitTexts(String... texts) {
        await().atMost(10, SECONDS).untilAsserted(() -> assertThat(stored)
                .extracting(message -> ((Content.Text) message.content()).text())
                .containsExactly(texts));
    }

    private TelegramPoller poller(URI url, ToIntFunction<List<IncomingMessage>> inbox) {
        return poller(url, inbox, updates());
    }

    private TelegramPoller poller(URI url, ToIntFunction<List<IncomingMessage>> inbox, TelegramUpdates updates) {
        TelegramSettings settings = TestSettings.polling(TelegramServer.TOKEN, url);
        return new TelegramPoller(settings, FAST, inbox, updates, courtesies(url), state);
    }

    private TelegramUpdates updates() {
        return new TelegramUpdates(PSEUDONYMS, Clock.systemUTC(), state);
    }

    private TelegramCourtesies courtesies(URI url) {
        TelegramSettings settings = TestSettings.polling(TelegramServer.TOKEN, url);
        return new TelegramCourtesies(
                new OkHttpTelegramClient(http.client(), settings.botToken(), settings.telegramUrl()));
    }
}
