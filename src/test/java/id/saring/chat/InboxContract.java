package id.saring.chat;

import static id.saring.chat.ChatFixture.CHAT;
import static id.saring.chat.ChatFixture.outgoing;
import static id.saring.chat.ChatFixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.saring.OneTry;
import id.saring.core.Channel;
import id.saring.db.TestStore;
import id.saring.queue.DeadLetters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of incoming messages on every database. */
@OneTry
abstract class InboxContract {
    @RegisterExtension
    final TestStore store;

    InboxContract(TestStore store) {
        this.store = store;
    }

    @Test
    void a_message_delivered_twice_is_stored_and_answered_once() {
        try (ChatFixture chat = new ChatFixture(store)) {
            chat.startEchoing();
            assertThat(chat.office.inbox().accept(List.of(chat.incoming("1", "a"), chat.incoming("1", "a"))))
                    .isEqualTo(1);
            await().untilAsserted(() -> assertThat(chat.telegram.texts()).containsExactly("re: a"));
            // Again a week later, after it has been answered.
            chat.clock.advance(Duration.ofDays(7));
            chat.office.cleanUp(Duration.ofDays(14));
            assertThat(chat.office.inbox().accept(List.of(chat.incoming("1", "a"), chat.incoming("2", "b"))))
                    .isEqualTo(1);
            await().untilAsserted(() -> assertThat(chat.telegram.texts()).containsExactly("re: a", "re: b"));
        }
    }

    @Test
    void a_stamped_message_has_the_same_key_however_often_and_late_it_comes() {
        try (ChatFixture chat = new ChatFixture(store)) {
            Instant stamp = chat.clock.instant().plusSeconds(5);
            IncomingMessage first = chat.incoming("1", "a").stamped(stamp);
            assertThat(chat.office.inbox().accept(List.of(first))).isEqualTo(1);
            assertThat(chat.office.inbox().keyOf(first))
                    .startsWith("telegram:" + Long.toHexString(stamp.getEpochSecond()));
            chat.clock.advance(Duration.ofHours(1));
            // Another process on the same store, started later.
            ChatKeys later = ChatKeys.of(chat.database, chat.pseudonyms, chat.clock.instant());
            IncomingMessage again = chat.incoming("1", "a").stamped(stamp);
            assertThat(later.message(again)).isEqualTo(chat.office.inbox().keyOf(first));
            assertThat(chat.office.addresses().keyOf(again).value()).isEqualTo(later.hash(again));
            assertThat(chat.office.inbox().accept(List.of(again))).isZero();
        }
    }

    @Test
    void a_message_from_before_keys_had_a_time_is_known_by_the_key_it_came_under() {
        try (ChatFixture chat = new ChatFixture(store)) {
            IncomingMessage old = chat.incoming("1", "a");
            chat.office.inbox().accept(List.of(old));
            assertThat(chat.office.inbox().accept(List.of(old.stamped(chat.clock.instant().minusSeconds(1)))))
                    .isZero();
        }
    }

    @Test
    void the_same_platform_id_on_another_channel_is_another_message() {
        try (ChatFixture chat = new ChatFixture(store)) {
            IncomingMessage onWeb = chat.incoming("1", new ChatAddress(Channel.WEB, "browser"), text("b"));
            assertThat(chat.office.inbox().accept(List.of(chat.incoming("1", "a"), onWeb))).isEqualTo(2);
            assertThat(chat.office.inbox().keyOf(onWeb)).startsWith("web:");
        }
    }

    @Test
    void a_chat_is_answered_in_the_order_it_wrote() {
        try (ChatFixture chat = new ChatFixture(store)) {
            chat.startEchoing();
            for (int i = 0; i < 40; i++) {
                chat.office.inbox().accept(List.of(chat.incoming("m" + i, "text " + i)));
            }
            List<String> expected = IntStream.range(0, 40).mapToObj(i -> "re: text " + i).toList();
            await().untilAsserted(() -> assertThat(chat.telegram.texts()).isEqualTo(expected));
        }
    }

    @Test
    void a_slow_chat_holds_up_no_other() {
        CountDownLatch hold = new CountDownLatch(1);
        try (ChatFixture chat = new ChatFixture(store)) {
            chat.start(message -> {
                if (message.chat().equals(CHAT)) {
                    awaitLatch(hold);
                }
                return new Decision(List.of(outgoing(message.chat(), text(message))), () -> {});
            });
            ChatAddress other = new ChatAddress(Channel.TELEGRAM, "other");
            chat.office.inbox().accept(List.of(chat.incoming("1", "slow"), chat.incoming("2", other, text("quick"))));
            await().untilAsserted(() -> assertThat(chat.telegram.texts()).containsExactly("quick"));
            hold.countDown();
            await().untilAsserted(() -> assertThat(chat.telegram.texts()).containsExactly("quick", "slow"));
        }
    }

    @Test
    void replies_record_and_end_of_a_message_are_one_transaction() {
        AtomicBoolean failing = new AtomicBoolean(true);
        try (ChatFixture chat = new ChatFixture(store)) {
            chat.database.write().sql("CREATE TABLE note (text TEXT)").update();
            chat.start(message -> new Decision(List.of(outgoing(CHAT, "reply")), () -> {
                chat.database.write().sql("INSERT INTO note VALUES ('recorded')").update();
                if (failing.get()) {
                    throw new IllegalStateException("not now");
                }
            }));
            chat.office.inbox().accept(List.of(chat.incoming("1", "a")));
            await().untilAsserted(() -> assertThat(inboxReason(chat)).startsWith("IllegalStateException: not now"));
            assertThat(chat.telegram.sent).isEmpty();
            assertThat(notes(chat)).isZero();
            failing.set(false);
            chat.clock.advance(Duration.ofSeconds(1));
            await().untilAsserted(() -> assertThat(chat.telegram.texts()).containsExactly("reply"));
            assertThat(notes(chat)).isEqualTo(1);
        }
    }

    @Test
    void every_accepted_message_is_answered_once_though_the_process_dies() {
        int messages = 30;
        try (ChatFixture chat = new ChatFixture(store)) {
            for (int i = 0; i < messages; i++) {
                ChatAddress address = new ChatAddress(Channel.TELEGRAM, "chat " + i % 7);
                chat.office.inbox().accept(List.of(chat.incoming("m" + i, address, text("text " + i))));
            }
            // Dies while these are being handled: taken, never settled.
            assertThat(chat.office.queues().inbox().take(5, Duration.ofSeconds(30))).hasSize(5);
        }
        try (ChatFixture chat = new ChatFixture(store)) {
            chat.startEchoing();
            await().until(() -> !chat.telegram.sent.isEmpty());
            chat.crash();
        }
        try (ChatFixture chat = new ChatFixture(store)) {
            chat.clock.advance(Duration.ofSeconds(60));
            chat.startEchoing();
            await().until(() -> chat.office.queues().inbox().backlog().depth() == 0
                    && chat.waiting(Channel.TELEGRAM) == 0);
            assertThat(chat.database.read()
                            .sql("SELECT count(*) FROM delivery WHERE status = 'SENT'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(messages);
            assertThat(chat.outgoingStates()).hasSize(messages);
        }
    }

    @Test
    void who_wrote_a_message_that_cannot_be_handled_is_told_so_once() {
        try (ChatFixture chat = new ChatFixture(store)) {
            chat.start(new IncomingHandler() {
                @Override
                public Decision handle(IncomingMessage message) {
                    if (text(message).equals("buruk")) {
                        throw new IllegalStateException("cannot handle \"buruk\"");
                    }
                    return new Decision(List.of(outgoing(CHAT, text(message))), () -> {});
                }

                @Override
                public Optional<OutgoingMessage> apologise(IncomingMessage message) {
                    return Optional.of(outgoing(message.chat(), "maaf"));
                }
            });
            chat.office.inbox().accept(List.of(chat.incoming("1", "buruk"), chat.incoming("2", "baik")));
            giveUp(chat);
            await().untilAsserted(() -> assertThat(chat.telegram.texts()).containsExactly("maaf", "baik"));
            assertThat(chat.meters.counter("saring.queue.buried", "queue", "inbox").count()).isEqualTo(1);

            // Revived, it fails again; they have been told.
            DeadLetters dead = chat.office.queues().inbox().deadLetters();
            assertThat(dead.latest(1).getFirst().reason()).contains("cannot handle …").doesNotContain("buruk");
            dead.revive(dead.latest(1).getFirst().id());
            giveUp(chat);
            assertThat(chat.meters.counter("saring.queue.buried", "queue", "inbox").count()).isEqualTo(2);
            chat.office.inbox().accept(List.of(chat.incoming("3", "lagi")));
            await().untilAsserted(() -> assertThat(chat.telegram.texts()).containsExactly("maaf", "baik", "lagi"));
        }
    }

    private static void giveUp(ChatFixture chat) {
        await().until(() -> {
            chat.clock.advance(Duration.ofSeconds(1));
            return chat.office.queues().inbox().deadLetters().count() == 1;
        });
    }

    @Test
    void no_message_address_or_platform_id_can_be_read_on_disk() {
        List<String> secrets = List.of("kata rahasia", CHAT.chat(), "wamid.rahasia", "platform-1001");
        try (ChatFixture chat = new ChatFixture(store)) {
            chat.startEchoing();
            chat.telegram.answer(CHAT, new SendResult.Refused("no"));
            chat.office.inbox().accept(List.of(chat.incoming("wamid.rahasia", "kata rahasia")));
            await().until(() -> chat.office.queues().outbox(Channel.TELEGRAM).deadLetters().count() == 1);
            chat.office.inbox().accept(List.of(chat.incoming("2", "kata rahasia")));
            await().until(() -> chat.telegram.sent.size() == 2 && chat.waiting(Channel.TELEGRAM) == 0);
            assertThat(store.content()).contains("outbox-telegram").doesNotContain(secrets);
        }
        assertThat(store.content()).contains("outbox-telegram").doesNotContain(secrets);
    }

    @Test
    void handling_and_sending_are_timed_by_channel() {
        try (ChatFixture chat = new ChatFixture(store)) {
            chat.startEchoing();
            chat.office.inbox().accept(List.of(chat.incoming("1", "a")));
            await().untilAsserted(() -> assertThat(chat.waiting(Channel.TELEGRAM)).isZero());
            await().until(() -> chat.telegram.sent.size() == 1);
            assertThat(chat.meters.get("saring.chat.handling").tag("channel", "TELEGRAM").timer().count())
                    .isEqualTo(1);
            await().untilAsserted(() -> assertThat(chat.meters
                            .get("saring.chat.sending")
                            .tags("channel", "TELEGRAM", "result", "Sent")
                            .timer()
                            .count())
                    .isEqualTo(1));
        }
    }

    private static Integer notes(ChatFixture chat) {
        return chat.database.read().sql("SELECT count(*) FROM note").query(Integer.class).single();
    }

    private static String inboxReason(ChatFixture chat) {
        return chat.database.read()
                .sql("SELECT coalesce(max(reason), '') FROM work WHERE queue = 'inbox'")
                .query(String.class)
                .single();
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
