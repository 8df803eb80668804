package id.saring.chat;

import static id.saring.chat.ChatFixture.CHAT;
import static id.saring.chat.ChatFixture.outgoing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.saring.core.Channel;
import id.saring.db.TestStore;
import id.saring.rate.Rate;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How sending keeps to the platform's rates on every database. */
abstract class RatesContract {
    private static final ChatAddress OTHER = new ChatAddress(Channel.TELEGRAM, "other");
    private static final Rate FAST = Rate.of("1000 per 1s");

    @RegisterExtension
    final TestStore store;

    private ChatFixture chat;

    RatesContract(TestStore store) {
        this.store = store;
    }

    @BeforeEach
    void open() {
        chat = new ChatFixture(store);
    }

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void what_all_messages_share_is_not_exceeded_and_what_waits_is_not_even_taken() {
        limit(1, Rate.of("10 per 1s burst 2"), FAST);
        chat.startEchoing();
        chat.office.outbox().send("1", toMany(6));
        await().untilAsserted(() -> assertThat(chat.telegram.texts()).hasSize(2));
        pass(Duration.ofMillis(99));
        assertThat(attempts()).containsExactly(1, 1, 0, 0, 0, 0);
        pass(Duration.ofMillis(1));
        await().untilAsserted(() -> assertThat(chat.telegram.texts()).hasSize(3));
        pass(Duration.ofSeconds(1));
        await().untilAsserted(() -> assertThat(chat.telegram.texts()).hasSize(5));
        pass(Duration.ofSeconds(1));
        await().untilAsserted(() -> assertThat(chat.telegram.texts()).hasSize(6));
    }

    @Test
    void a_chat_that_is_sent_much_waits_uncounted_and_holds_up_no_other() {
        limit(1, FAST, Rate.of("1 per 1s burst 2"));
        chat.startEchoing();
        chat.office.outbox().send("1", List.of(
                outgoing(CHAT, "a"), outgoing(CHAT, "b"), outgoing(CHAT, "c"), outgoing(CHAT, "d"),
                outgoing(OTHER, "e")));
        await().untilAsserted(() -> assertThat(chat.telegram.texts()).containsExactlyInAnyOrder("a", "b", "e"));
        await().until(() -> chat.outgoingStates().contains("READY Not faster than the platform allows"));
        for (int i = 0; i < 2; i++) {
            int sent = 4 + i;
            pass(Duration.ofMillis(1001));
            await().untilAsserted(() -> assertThat(chat.telegram.texts()).hasSize(sent));
        }
        assertThat(chat.telegram.texts()).endsWith("c", "d");
        await().until(() -> chat.waiting(Channel.TELEGRAM) == 0);
        assertThat(attempts()).containsOnly(1);
        assertThat(chat.meters.counter("saring.chat.paced", "channel", "TELEGRAM").count()).isPositive();
    }

    @Test
    void asked_to_wait_by_the_platform_itself_a_chat_waits_longer_and_has_no_burst_afterwards() {
        limit(1, FAST, Rate.of("1 per 1s burst 3"));
        chat.telegram.answer(CHAT, new SendResult.Wait(Duration.ofSeconds(30), "flood", SendResult.Scope.CHAT));
        chat.startEchoing();
        chat.office.outbox().send("1", List.of(outgoing(CHAT, "a"), outgoing(CHAT, "b"), outgoing(OTHER, "c")));
        await().untilAsserted(() -> assertThat(chat.telegram.texts()).containsExactlyInAnyOrder("a", "c"));
        await().until(() -> chat.outgoingStates().contains("READY flood"));
        pass(Duration.ofSeconds(30));
        await().untilAsserted(() -> assertThat(chat.telegram.texts()).hasSize(3));
        await().until(() -> chat.outgoingStates().contains("READY Not faster than the platform allows"));
        pass(Duration.ofMillis(1001));
        await().untilAsserted(() -> assertThat(chat.telegram.texts()).endsWith("a", "b"));
    }

    @Test
    void asked_to_wait_with_everything_nothing_is_sent_to_anybody_in_that_time() {
        limit(1, FAST, FAST);
        chat.telegram.answer(CHAT, new SendResult.Wait(Duration.ofSeconds(30), "flood", SendResult.Scope.EVERYTHING));
        chat.startEchoing();
        chat.office.outbox().send("1", List.of(outgoing(CHAT, "a")));
        await().until(() -> chat.outgoingStates().equals(List.of("READY flood")));
        chat.office.outbox().send("2", List.of(outgoing(OTHER, "b")));
        pass(Duration.ofMillis(29_999));
        assertThat(attempts()).containsExactly(0, 0);
        pass(Duration.ofMillis(2));
        // One and no burst, says AllowancesTest; here the worker may ask while the time is being set.
        await().untilAsserted(() -> assertThat(chat.telegram.texts()).hasSizeGreaterThanOrEqualTo(2));
        pass(Duration.ofMillis(2));
        await().untilAsserted(() -> assertThat(chat.telegram.texts()).containsExactlyInAnyOrder("a", "a", "b"));
    }

    @Test
    void each_of_our_numbers_has_its_rate() {
        // Chats are written to from the number their address begins with.
        chat.telegram.limit(new SendLimits(
                Rate.of("1 per 1s burst 2"), 2, to -> to.chat().substring(0, 1), to -> FAST));
        chat.startEchoing();
        chat.office.outbox().send("1", IntStream.range(0, 4).mapToObj(i -> outgoing(at("1/" + i), "one")).toList());
        await().untilAsserted(() -> assertThat(chat.telegram.texts()).containsExactly("one", "one"));
        await().until(() -> chat.outgoingStates().contains("READY Not faster than the platform allows"));
        chat.office.outbox().send("2", List.of(outgoing(at("2/7"), "two")));
        await().untilAsserted(() -> assertThat(chat.telegram.texts()).containsExactly("one", "one", "two"));
    }

    @Test
    void what_needs_not_be_sent_uses_nothing_of_the_rate() {
        limit(1, Rate.of("1 per 1h burst 2"), FAST);
        chat.telegram.answer(CHAT, new SendResult.Unreachable("blocked"));
        chat.startEchoing();
        chat.office.outbox().send("1", List.of(outgoing(CHAT, "a")));
        await().until(() -> chat.waiting(Channel.TELEGRAM) == 0);
        chat.office.outbox().send("2", List.of(outgoing(CHAT, "b"), outgoing(CHAT, "c")));
        await().until(() -> chat.waiting(Channel.TELEGRAM) == 0);
        chat.office.outbox().send("3", List.of(outgoing(OTHER, "d")));
        await().untilAsserted(() -> assertThat(chat.telegram.texts()).containsExactly("a", "d"));
    }

    private void limit(int lines, Rate line, Rate ofChat) {
        chat.telegram.limit(new SendLimits(line, lines, to -> "bot", to -> ofChat));
    }

    private void pass(Duration time) {
        chat.ticker.advance(time);
        chat.clock.advance(time);
    }

    private static List<OutgoingMessage> toMany(int chats) {
        return IntStream.range(0, chats).mapToObj(i -> outgoing(at("chat" + i), "text")).toList();
    }

    private static ChatAddress at(String chat) {
        return new ChatAddress(Channel.TELEGRAM, chat);
    }

    private List<Integer> attempts() {
        return chat.database.read()
                .sql("SELECT attempts FROM work WHERE queue = 'outbox-telegram' ORDER BY id")
                .query(Integer.class)
                .list();
    }
}
