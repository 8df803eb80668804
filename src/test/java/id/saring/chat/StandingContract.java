package id.saring.chat;

import static id.saring.chat.ChatFixture.CHAT;
import static id.saring.chat.ChatFixture.outgoing;
import static id.saring.chat.ChatFixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.saring.core.Channel;
import id.saring.core.Pseudonym;
import id.saring.db.Database;
import id.saring.db.TestStore;
import id.saring.queue.DeadLetters;
import id.saring.queue.QueueHealth;
import id.saring.queue.WorkQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.health.contributor.Status;

/**
 * What an admin settles stands in the store and holds in every replica: blocks, maintenance; and dead letters are read.
 */
abstract class StandingContract {
    private static final Pseudonym SITI = new Pseudonym("%032x".formatted(1));
    private static final Pseudonym BUDI = new Pseudonym("%032x".formatted(2));
    private static final Duration SOON = Duration.ofSeconds(2);

    @RegisterExtension
    final TestStore store;

    StandingContract(TestStore store) {
        this.store = store;
    }

    @Test
    void a_block_holds_here_at_once_in_other_replicas_soon_and_until_its_end() throws Exception {
        try (ChatFixture chat = new ChatFixture(store);
                Database elsewhere = store.open();
                StandingNews news = new StandingNews(elsewhere)) {
            Blocks other = new Blocks(elsewhere, news, chat.clock);
            news.listen();
            Blocks blocks = chat.office.blocks();
            blocks.put(block(SITI, chat.clock.instant().plus(Duration.ofDays(1))));
            assertThat(blocks.between(SITI, BUDI)).as("the person").isPresent();
            assertThat(blocks.between(BUDI, SITI)).as("the chat").isPresent();
            assertThat(blocks.between(BUDI, BUDI)).isEmpty();
            await().atMost(SOON).until(() -> other.between(SITI, SITI).isPresent());

            chat.clock.advance(Duration.ofDays(1));
            assertThat(blocks.between(SITI, SITI)).as("over").isEmpty();
            assertThat(blocks.all()).isEmpty();
            chat.office.cleanUp(Duration.ofDays(14));
            assertThat(elsewhere.read().sql("SELECT count(*) FROM block").query(Long.class).single()).isZero();

            blocks.put(block(BUDI, null));
            await().atMost(SOON).until(() -> other.between(BUDI, BUDI).isPresent());
            assertThat(blocks.lift(BUDI)).isTrue();
            assertThat(blocks.lift(BUDI)).isFalse();
            assertThat(blocks.between(BUDI, BUDI)).isEmpty();
            await().atMost(SOON).until(() -> other.between(BUDI, BUDI).isEmpty());
        }
    }

    @Test
    void a_note_is_forgotten_and_the_block_stays() {
        try (ChatFixture chat = new ChatFixture(store)) {
            Blocks blocks = chat.office.blocks();
            blocks.put(block(SITI, null));
            blocks.told(SITI);
            blocks.forgetNote(SITI);
            assertThat(blocks.between(SITI, SITI)).hasValueSatisfying(block -> assertThat(block.told()).isTrue());
            assertThat(blocks.find(SITI).orElseThrow().note()).isEmpty();
            blocks.put(block(SITI, null));
            assertThat(blocks.find(SITI).orElseThrow().told()).as("a new block is told anew").isFalse();
        }
    }

    @Test
    void while_paused_messages_wait_each_chat_is_told_once_and_afterwards_all_are_answered_in_order() throws Exception {
        try (ChatFixture chat = new ChatFixture(store);
                Database elsewhere = store.open();
                StandingNews news = new StandingNews(elsewhere)) {
            chat.start(new Echo());
            chat.office.news().listen();
            // Begun in another replica, or at a terminal.
            Maintenance other = new Maintenance(elsewhere, news, chat.clock, () -> {});
            other.begin(notice(chat, Maintenance.Mode.PAUSE, null));
            await().atMost(SOON).until(chat.office.maintenance()::paused);
            for (int i = 0; i < 5; i++) {
                chat.office.inbox().accept(List.of(chat.incoming("a" + i, "text " + i)));
                chat.office.inbox().accept(List.of(
                        chat.incoming("b" + i, new ChatAddress(Channel.TELEGRAM, "other"), text("hidden"))));
            }
            await().until(() -> chat.telegram.texts().size() == 2);
            // Looked at again while it goes on, they are told nothing again.
            chat.clock.advance(Maintenance.LOOK_AGAIN.multipliedBy(2));
            chat.office.inbox()
                    .accept(List.of(chat.incoming("c", new ChatAddress(Channel.TELEGRAM, "third"), text("x"))));
            await().until(() -> chat.telegram.texts().size() == 3);
            assertThat(chat.telegram.texts()).containsOnly("paused: Sebentar");
            WorkQueue inbox = chat.office.queues().inbox();
            assertThat(inbox.backlog().depth()).isEqualTo(11);

            // However long it takes, what waits as planned is no trouble, nor what waits behind it.
            QueueHealth health = new QueueHealth(elsewhere, chat.clock, inbox.name());
            chat.clock.advance(Duration.ofMinutes(20));
            await().untilAsserted(() -> {
                assertThat(health.health().getStatus()).isEqualTo(Status.UP);
                assertThat(inbox.backlog().oldestAge()).isZero();
            });
            assertThat(health.health().getDetails()).containsEntry("waiting", Map.of(inbox.name(), 11L));

            assertThat(other.end()).isTrue();
            List<String> answers = IntStream.range(0, 5).mapToObj(i -> "re: text " + i).toList();
            await().until(() -> chat.telegram.texts().size() == 14);
            assertThat(chat.telegram.texts().stream().filter(answers::contains)).isEqualTo(answers);
            assertThat(chat.office.queues().inbox().backlog().depth()).isZero();
        }
    }

    @Test
    void an_announcement_stops_no_answer_and_ends_by_itself() {
        try (ChatFixture chat = new ChatFixture(store)) {
            chat.start(new Echo());
            Maintenance maintenance = chat.office.maintenance();
            maintenance.begin(notice(chat, Maintenance.Mode.ANNOUNCEMENT, chat.clock.instant().plusSeconds(60)));
            assertThat(maintenance.now()).isPresent();
            chat.office.inbox().accept(List.of(chat.incoming("a", "text")));
            await().untilAsserted(() -> assertThat(chat.telegram.texts()).containsExactly("re: text"));
            chat.clock.advance(Duration.ofSeconds(60));
            assertThat(maintenance.now()).isEmpty();
        }
    }

    @Test
    void a_dead_letter_is_read_without_its_address() {
        try (ChatFixture chat = new ChatFixture(store)) {
            chat.telegram.answer(CHAT, new SendResult.Refused("nonsense"));
            chat.start(message -> new Decision(List.of(outgoing(message.chat(), "an answer")), () -> {}));
            chat.office.inbox().accept(List.of(chat.incoming("a", "words of a person")));
            DeadMail mail = chat.office.deadMail();
            DeadLetters sent = mail.queues().stream()
                    .filter(queue -> queue.queue().equals("outbox-telegram"))
                    .findFirst()
                    .orElseThrow();
            await().until(() -> sent.count() == 1);
            DeadMail.Opened opened = mail.open(sent, sent.latest(1).getFirst().id()).orElseThrow();
            assertThat(opened.text()).isEqualTo("an answer");
            assertThat(opened.from()).isNull();
            assertThat(opened.chat()).isEqualTo(chat.pseudonyms.of(CHAT.channel(), CHAT.chat()));
            assertThat(mail.open(sent, 999_999)).isEmpty();
        }
    }

    private static final class Echo implements IncomingHandler {
        @Override
        public Decision handle(IncomingMessage message) {
            return new Decision(List.of(outgoing(message.chat(), "re: " + text(message))), () -> {});
        }

        @Override
        public Optional<OutgoingMessage> whilePaused(IncomingMessage message, Maintenance.Notice maintenance) {
            return Optional.of(outgoing(message.chat(), "paused: " + maintenance.indonesian()));
        }
    }

    private static Block block(Pseudonym person, @Nullable Instant ends) {
        return new Block(person, Block.Cause.SPAM, "a note", Instant.EPOCH, ends, "admin", false);
    }

    private static Maintenance.Notice notice(ChatFixture chat, Maintenance.Mode mode, @Nullable Instant ends) {
        return new Maintenance.Notice(mode, "Sebentar", "", chat.clock.instant(), ends);
    }
}
