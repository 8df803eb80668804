package id.saring.chat;

import static id.saring.chat.ChatFixture.CHAT;
import static id.saring.chat.ChatFixture.outgoing;
import static id.saring.chat.ChatFixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.saring.core.Channel;
import id.saring.db.TestStore;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of outgoing messages on every database. */
abstract class DeliveryContract {
    private static final ChatAddress OTHER = new ChatAddress(Channel.TELEGRAM, "other");

    @RegisterExtension
    final TestStore store;

    private ChatFixture chat;

    DeliveryContract(TestStore store) {
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
    void a_sending_is_sent_once_however_often_its_key_is_given() {
        chat.startEchoing();
        assertThat(chat.office.outbox().send("correction:1", List.of(outgoing(CHAT, "a"), outgoing(CHAT, "b"))))
                .isEqualTo(2);
        assertThat(chat.office.outbox().send("correction:1", List.of(outgoing(CHAT, "a"), outgoing(CHAT, "b"))))
                .isZero();
        awaitSent("a", "b");
        await().untilAsserted(() -> assertThat(statuses()).containsExactly("SENT", "SENT"));
    }

    @Test
    void a_sending_belongs_to_the_transaction_of_the_caller() {
        chat.startEchoing();
        assertThatThrownBy(() -> chat.database.transact(() -> {
                    chat.office.outbox().send("correction:1", List.of(outgoing(CHAT, "never")));
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        chat.database.transact(() -> {
            chat.office.outbox().send("correction:2", List.of(outgoing(CHAT, "a")));
        });
        awaitSent("a");
    }

    @Test
    void a_channel_that_hangs_holds_up_no_other() {
        // Nobody sends for WhatsApp; what is for it waits.
        chat.startEchoing();
        chat.office.outbox().send("1", List.of(
                outgoing(new ChatAddress(Channel.WHATSAPP, "1"), "whatsapp"),
                outgoing(new ChatAddress(Channel.WEB, "1"), "web"),
                outgoing(CHAT, "telegram")));
        awaitSent("telegram");
        await().untilAsserted(() -> assertThat(chat.web.texts()).containsExactly("web"));
        assertThat(chat.waiting(Channel.WHATSAPP)).isEqualTo(1);
    }

    @Test
    void told_to_wait_it_sends_again_then_and_in_order_and_does_not_count_it_as_a_failure() {
        for (int i = 0; i < 5; i++) {
            chat.telegram.answer(CHAT, new SendResult.Wait(Duration.ofSeconds(30), "flood"));
        }
        chat.startEchoing();
        chat.office.outbox().send("1", List.of(outgoing(CHAT, "a"), outgoing(CHAT, "b")));
        for (int i = 1; i <= 5; i++) {
            int sends = i;
            await().until(() -> chat.telegram.sent.size() == sends
                    && chat.outgoingStates().equals(List.of("READY flood", "READY")));
            chat.clock.advance(Duration.ofSeconds(30));
        }
        awaitSent("a", "a", "a", "a", "a", "a", "b");
        assertThat(chat.office.queues().outbox(Channel.TELEGRAM).deadLetters().count()).isZero();
    }

    @Test
    void a_message_that_may_have_been_taken_each_time_is_not_sent_without_end() {
        for (int i = 0; i < 9; i++) {
            chat.telegram.answer(CHAT, new SendResult.Wait(Duration.ofSeconds(1), "cut", SendResult.Scope.UNSURE));
        }
        chat.startEchoing();
        chat.office.outbox().send("1", List.of(outgoing(CHAT, "a"), outgoing(CHAT, "b")));
        long wait = 1;
        for (int i = 1; i <= 8; i++) {
            int sends = i;
            await().until(() -> chat.telegram.sent.size() == sends
                    && chat.outgoingStates().equals(List.of("READY cut", "READY")));
            chat.clock.advance(Duration.ofSeconds(Math.min(1800, wait)));
            wait *= 4;
        }
        awaitSent("a", "a", "a", "a", "a", "a", "a", "a", "a", "b");
        assertThat(chat.office.queues().outbox(Channel.TELEGRAM).deadLetters().count()).isEqualTo(1);
    }

    @Test
    void nothing_more_is_sent_to_an_unreachable_chat_until_it_writes_again() {
        chat.telegram.answer(CHAT, new SendResult.Unreachable("bot was blocked"));
        chat.startEchoing();
        chat.office.outbox().send("1", List.of(outgoing(CHAT, "a"), outgoing(CHAT, "b"), outgoing(OTHER, "c")));
        await().until(() -> chat.waiting(Channel.TELEGRAM) == 0);
        chat.office.outbox().send("2", List.of(outgoing(CHAT, "d")));
        await().until(() -> chat.waiting(Channel.TELEGRAM) == 0);
        assertThat(chat.telegram.texts()).containsExactlyInAnyOrder("a", "c").doesNotContain("b", "d");
        assertThat(chat.outgoingStates())
                .containsExactlyInAnyOrder(
                        "DONE Unreachable: bot was blocked",
                        "DONE Unreachable: bot was blocked",
                        "DONE",
                        "DONE Unreachable: bot was blocked");
        assertThat(statuses()).containsExactlyInAnyOrder("UNREACHABLE", "SENT");

        chat.office.inbox().accept(List.of(chat.incoming("7", "halo lagi")));
        await().untilAsserted(() -> assertThat(chat.telegram.texts()).contains("re: halo lagi"));
    }

    @Test
    void a_person_who_blocks_the_bot_is_not_written_to_until_the_block_is_lifted() {
        chat.telegram.answer(CHAT, new SendResult.Wait(Duration.ofSeconds(30), "flood"));
        chat.startEchoing();
        chat.office.outbox().send("1", List.of(outgoing(CHAT, "a")));
        await().until(() -> chat.outgoingStates().equals(List.of("READY flood")));

        chat.office.inbox().accept(List.of(chat.incoming("8", CHAT, new Content.Reachability(false))));
        await().until(() -> chat.waiting(Channel.TELEGRAM) == 0);
        chat.office.outbox().send("2", List.of(outgoing(CHAT, "b")));
        await().until(() -> chat.waiting(Channel.TELEGRAM) == 0);
        assertThat(chat.telegram.texts()).containsExactly("a");

        // The handler of this test would fail on anything but text: reachability never gets to it.
        chat.office.inbox().accept(List.of(chat.incoming("9", CHAT, new Content.Reachability(true))));
        await().until(() -> chat.office.queues().inbox().backlog().depth() == 0);
        chat.office.outbox().send("3", List.of(outgoing(CHAT, "c")));
        awaitSent("a", "c");
    }

    @Test
    void an_old_block_delivered_again_does_not_silence_who_came_back() {
        chat.startEchoing();
        IncomingMessage block = chat.incoming("8", CHAT, new Content.Reachability(false));
        chat.office.inbox().accept(List.of(block, chat.incoming("9", CHAT, text("halo")), block));
        awaitSent("re: halo");
    }

    @Test
    void a_refused_message_becomes_a_dead_letter_and_the_next_is_sent() {
        chat.telegram.answer(CHAT, new SendResult.Refused("cannot parse entities"));
        chat.startEchoing();
        chat.office.outbox().send("1", List.of(outgoing(CHAT, "a"), outgoing(CHAT, "b")));
        awaitSent("a", "b");
        assertThat(chat.office.queues().outbox(Channel.TELEGRAM).deadLetters().latest(10))
                .singleElement()
                .satisfies(dead -> assertThat(dead.reason()).isEqualTo("Refused: cannot parse entities"));
        assertThat(chat.meters.counter("saring.queue.buried", "queue", "outbox-telegram").count()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(statuses()).containsExactlyInAnyOrder("REFUSED", "SENT"));
    }

    @Test
    void a_chat_that_moved_gets_this_and_later_messages_at_its_new_address() {
        chat.telegram.answer(CHAT, new SendResult.Moved(OTHER));
        chat.startEchoing();
        chat.office.outbox().send("1", List.of(outgoing(CHAT, "a"), outgoing(CHAT, "b")));
        chat.office.outbox().send("2", List.of(outgoing(CHAT, "c")));
        awaitSent("a", "a", "b", "c");
        assertThat(chat.telegram.sent).extracting(OutgoingMessage::to).containsExactly(CHAT, OTHER, OTHER, OTHER);
    }

    @Test
    void former_addresses_are_forgotten_when_nothing_waits_for_them_any_more() {
        Duration keep = Duration.ofDays(14);
        ChatAddress third = new ChatAddress(Channel.TELEGRAM, "third");
        chat.telegram.answer(CHAT, new SendResult.Moved(OTHER));
        chat.telegram.answer(OTHER, new SendResult.Moved(third));
        chat.telegram.answer(third, new SendResult.Wait(Duration.ofDays(30), "later"));
        chat.startEchoing();
        chat.office.outbox().send("1", List.of(outgoing(CHAT, "a")));
        await().untilAsserted(() -> assertThat(chat.outgoingStates()).containsExactly("READY later"));
        chat.office.cleanUp(keep);
        assertThat(formerAddresses()).isEqualTo(2);
        chat.clock.advance(Duration.ofDays(20));
        chat.office.cleanUp(keep);
        assertThat(formerAddresses()).as("a message still goes that way").isEqualTo(2);
        chat.clock.advance(Duration.ofDays(20));
        await().untilAsserted(() -> assertThat(chat.outgoingStates()).containsExactly("DONE"));
        assertThat(chat.telegram.sent.getLast().to()).isEqualTo(third);
        chat.office.cleanUp(keep);
        chat.office.cleanUp(keep);
        assertThat(formerAddresses()).isZero();
    }

    private long formerAddresses() {
        return chat.database.read()
                .sql("SELECT count(*) FROM chat_route WHERE moved_to IS NOT NULL").query(Long.class).single();
    }

    @Test
    void what_was_sent_but_could_not_be_recorded_is_not_sent_again() {
        chat.database.write().sql("ALTER TABLE delivery RENAME TO elsewhere").update();
        chat.startEchoing();
        chat.office.outbox().send("1", List.of(outgoing(CHAT, "a")));
        awaitSent("a");
        // Its lease is kept alive meanwhile, so that no other replica takes it for unsent.
        for (int i = 0; i < 3; i++) {
            chat.clock.advance(Duration.ofSeconds(10));
            await().until(() -> heldFor().equals(Duration.ofSeconds(15)));
        }
        chat.database.write().sql("ALTER TABLE elsewhere RENAME TO delivery").update();
        await().untilAsserted(() -> assertThat(statuses()).containsExactly("SENT"));
        assertThat(chat.telegram.texts()).containsExactly("a");
        await().until(() -> chat.outgoingStates().equals(List.of("DONE")));
    }

    @Test
    void a_gateway_that_throws_is_tried_again() {
        chat.telegram.answer(CHAT, new SendResult.Wait(null, "the delay is missing"));
        chat.startEchoing();
        chat.office.outbox().send("1", List.of(outgoing(CHAT, "a")));
        await().until(() -> chat.outgoingStates().getFirst().startsWith("READY NullPointerException"));
        chat.clock.advance(Duration.ofSeconds(1));
        awaitSent("a", "a");
    }

    private void awaitSent(String... texts) {
        await().untilAsserted(() -> assertThat(chat.telegram.texts()).containsExactly(texts));
    }

    private Duration heldFor() {
        long until = chat.database.read()
                .sql("SELECT due_at FROM work WHERE state = 'LEASED'")
                .query(Long.class)
                .single();
        return Duration.ofMillis(until - chat.clock.millis());
    }

    private List<String> statuses() {
        return chat.database.read().sql("SELECT status FROM delivery").query(String.class).list();
    }
}
