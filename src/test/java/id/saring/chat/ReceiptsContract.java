package id.saring.chat;

import static id.saring.chat.ChatFixture.outgoing;
import static id.saring.chat.ChatFixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.saring.core.Channel;
import id.saring.db.TestStore;
import id.saring.rate.Rate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What receipts and windows do on every database. */
abstract class ReceiptsContract {
    private static final ChatAddress SITI = new ChatAddress(Channel.WHATSAPP, "1/ID.siti");
    private static final ChatAddress BUDI = new ChatAddress(Channel.WHATSAPP, "1/ID.budi");
    private static final ChatAddress OF_THE_WEB = new ChatAddress(Channel.WEB, "tab");
    private static final String FIRST = "platform-1001";
    private static final Rate FAST = Rate.of("1000 per 1s burst 100");

    @RegisterExtension
    final TestStore store;

    private ChatFixture chat;
    private final RecordingGateway whatsapp = new RecordingGateway(Channel.WHATSAPP);
    private final RecordingGateway late = new RecordingGateway(Channel.WHATSAPP);

    ReceiptsContract(TestStore store) {
        this.store = store;
    }

    @BeforeEach
    void open() {
        chat = new ChatFixture(store);
        whatsapp.limit(new SendLimits(FAST, 1, to -> "1", to -> FAST));
        chat.startEchoing(new Gateway() {
            @Override
            public Channel channel() {
                return Channel.WHATSAPP;
            }

            @Override
            public SendResult send(OutgoingMessage message) {
                return whatsapp.send(message);
            }

            @Override
            public SendResult sendOutsideWindow(OutgoingMessage message) {
                return late.send(message);
            }

            @Override
            public Optional<SendLimits> limits() {
                return whatsapp.limits();
            }

            @Override
            public boolean mayFailLater() {
                return true;
            }
        });
        chat.office.inbox().accept(List.of(chat.incoming("1", SITI, text("halo"))));
        await().until(() -> report() != null);
    }

    @AfterEach
    void close() {
        chat.close();
    }

    @ParameterizedTest
    @CsvSource({
        "D, DELIVERED", "R, READ", "DR, READ", "RD, READ", "RRD, READ", "F, FAILED", "FD, DELIVERED", "DF, DELIVERED",
        "RF, READ", "FDR, READ"
    })
    void the_best_news_of_a_message_counts_in_whatever_order_they_come(String news, String report) {
        for (char one : news.toCharArray()) {
            Receipt.News told = switch (one) {
                case 'D' -> new Receipt.Delivered();
                case 'R' -> new Receipt.Read();
                default -> failed(new SendResult.Refused("test"));
            };
            assertThat(tell(FIRST, told)).isTrue();
        }
        assertThat(report()).isEqualTo(report);
    }

    @Test
    void a_message_that_failed_is_sent_again_and_counts_as_new() {
        tell(FIRST, failed(new SendResult.Wait(Duration.ofSeconds(6), "busy")));
        tell(FIRST, failed(new SendResult.Wait(Duration.ofSeconds(6), "busy")));
        assertThat(chat.outgoingStates()).containsExactly("READY Failed later: busy");
        chat.clock.advance(Duration.ofSeconds(6));
        await().until(() -> whatsapp.texts().equals(List.of("re: halo", "re: halo")));
        await().until(() -> report().isEmpty());
        tell("platform-1002", new Receipt.Read());
        assertThat(report()).isEqualTo("READ");
        assertThat(tell(FIRST, new Receipt.Delivered())).isTrue();
        assertThat(report()).isEqualTo("READ");
    }

    @Test
    void told_later_that_we_are_too_fast_everybody_waits_once_however_often_it_is_told() {
        SendResult.Wait tooFast = new SendResult.Wait(Duration.ofSeconds(6), "130429", SendResult.Scope.TOO_FAST);
        tell(FIRST, failed(tooFast));
        chat.office.outbox().send("next", List.of(outgoing(BUDI, "kabar")));
        chat.office.outbox().send("other", List.of(outgoing(OF_THE_WEB, "kabar lain")));
        await().until(() -> chat.web.texts().equals(List.of("kabar lain")));
        assertThat(late.texts()).isEmpty();
        chat.ticker.advance(Duration.ofSeconds(5));
        tell(FIRST, failed(tooFast));
        chat.ticker.advance(Duration.ofSeconds(1));
        await().until(() -> late.texts().equals(List.of("kabar")));
    }

    @Test
    void a_fresh_failure_of_an_unknown_message_is_asked_for_again_and_an_old_one_is_not() {
        SendResult.Refused refused = new SendResult.Refused("test");
        assertThat(tell("platform-9", failed(refused))).isFalse();
        assertThat(tell("platform-9", new Receipt.Delivered())).isTrue();
        Receipt old = new Receipt(
                Channel.WHATSAPP, "platform-9", failed(refused), chat.clock.instant().minusSeconds(30));
        assertThat(chat.office.receipts().accept(List.of(old))).isTrue();
    }

    @Test
    void a_receipt_of_one_channel_says_nothing_of_another() {
        chat.office.receipts().accept(
                List.of(new Receipt(Channel.TELEGRAM, FIRST, new Receipt.Read(), chat.clock.instant())));
        assertThat(report()).isEmpty();
    }

    @Test
    void an_unreachable_person_is_left_alone_and_what_waits_for_them_dropped() {
        whatsapp.answer(SITI, new SendResult.Wait(Duration.ofHours(1), "flood"));
        chat.office.outbox().send("news", List.of(outgoing(SITI, "kabar")));
        await().until(() -> chat.outgoingStates().contains("READY flood"));
        tell(FIRST, failed(new SendResult.Unreachable("gone")), chat.clock.instant().plusSeconds(1));
        assertThat(chat.outgoingStates()).containsExactly("DONE Unreachable: gone", "DONE Unreachable: gone");
        chat.office.outbox().send("more", List.of(outgoing(SITI, "kabar lagi")));
        await().until(() -> chat.outgoingStates().size() == 3 && chat.waiting(Channel.WHATSAPP) == 0);
        assertThat(whatsapp.texts()).containsExactly("re: halo", "kabar");
    }

    @Test
    void a_message_refused_later_is_a_dead_letter() {
        tell(FIRST, failed(new SendResult.Refused("131053")));
        assertThat(chat.office.queues().outbox(Channel.WHATSAPP).deadLetters().latest(9))
                .singleElement()
                .satisfies(dead -> assertThat(dead.reason()).isEqualTo("Refused later: 131053"));
    }

    @Test
    void a_day_after_the_last_message_the_window_is_closed_until_the_next() {
        chat.clock.advance(Duration.ofHours(24).minusMillis(1));
        chat.office.outbox().send("1", List.of(outgoing(SITI, "tepat waktu")));
        await().until(() -> whatsapp.texts().size() == 2);
        chat.clock.advance(Duration.ofMillis(1));
        chat.office.outbox().send("2", List.of(outgoing(SITI, "terlambat")));
        await().until(() -> late.texts().equals(List.of("terlambat")));
        chat.office.inbox().accept(List.of(chat.incoming("2", SITI, text("lagi"))));
        await().until(() -> whatsapp.texts().equals(List.of("re: halo", "tepat waktu", "re: lagi")));
    }

    @Test
    void a_message_that_comes_late_does_not_close_the_window_again() {
        IncomingMessage old = chat.incoming("0", SITI, text("lama"));
        chat.clock.advance(Duration.ofHours(20));
        chat.office.inbox().accept(List.of(chat.incoming("2", SITI, text("baru")), old));
        await().until(() -> whatsapp.texts().size() == 3);
        chat.clock.advance(Duration.ofHours(5));
        chat.office.outbox().send("1", List.of(outgoing(SITI, "kabar")));
        await().until(() -> whatsapp.texts().contains("kabar"));
        assertThat(late.texts()).isEmpty();
    }

    @Test
    void channels_without_a_window_are_written_to_at_any_time_and_nothing_is_kept_for_it() {
        chat.office.inbox().accept(List.of(chat.incoming("7", "halo")));
        await().until(() -> chat.telegram.texts().equals(List.of("re: halo")));
        chat.clock.advance(Duration.ofDays(400));
        chat.office.outbox().send("1", List.of(outgoing(ChatFixture.CHAT, "kabar")));
        await().until(() -> chat.telegram.texts().contains("kabar"));
        assertThat(count("chat_window")).isEqualTo(1);
        chat.office.cleanUp(Duration.ofDays(14));
        assertThat(count("chat_window")).isZero();
    }

    @Test
    void a_window_opened_on_another_replica_is_open_and_a_forgotten_one_is_not() {
        Windows here = new Windows(chat.database, chat.clock);
        new Windows(chat.database, chat.clock).open(Channel.WHATSAPP, "siti", chat.clock.instant());
        assertThat(here.isOpen(Channel.WHATSAPP, "siti")).isTrue();
        here.open(Channel.WHATSAPP, "budi", chat.clock.instant());
        assertThat(here.isOpen(Channel.WHATSAPP, "budi")).isTrue();
        here.forget("budi");
        assertThat(here.isOpen(Channel.WHATSAPP, "budi")).isFalse();
    }

    private boolean tell(String message, Receipt.News news) {
        return tell(message, news, chat.clock.instant());
    }

    private boolean tell(String message, Receipt.News news, Instant at) {
        return chat.office.receipts().accept(List.of(new Receipt(Channel.WHATSAPP, message, news, at)));
    }

    /** What was reported of the message to Siti; empty if nothing was, null if it is not sent yet. */
    private String report() {
        return chat.database.read()
                .sql("SELECT coalesce(report, '') FROM delivery WHERE channel = 'WHATSAPP'")
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private static Receipt.Failed failed(SendResult asks) {
        return new Receipt.Failed(asks, SITI);
    }

    private long count(String table) {
        return chat.database.read().sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}
