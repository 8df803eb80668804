package id.saring.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.saring.OneTry;
import id.saring.db.Database;
import id.saring.db.TestStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a queue promises on every database. */
@OneTry
abstract class WorkQueueContract {
    private static final Duration LEASE = Duration.ofSeconds(30);

    @RegisterExtension
    final TestStore store;

    private QueueFixture fixture;
    private SettableClock clock;
    protected Database database;
    protected WorkQueue queue;

    WorkQueueContract(TestStore store) {
        this.store = store;
    }

    @BeforeEach
    void open() {
        fixture = new QueueFixture(store);
        clock = fixture.clock;
        database = fixture.database;
        queue = fixture.queue;
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void work_added_twice_is_taken_once() {
        assertThat(queue.add(List.of(work("a", "chat"), work("a", "chat"), work("b", "other")))).isEqualTo(2);
        assertThat(queue.add(List.of(work("a", "chat"), work("c", "third")))).isEqualTo(1);
        assertThat(keys(queue.take(10, LEASE))).containsExactly("a", "b", "c");
    }

    @Test
    void work_done_is_remembered_so_that_it_is_not_done_again() {
        queue.add(List.of(work("a", "chat")));
        queue.done(take());
        assertThat(queue.add(List.of(work("a", "chat")))).isZero();
        assertThat(queue.take(10, LEASE)).isEmpty();
    }

    @Test
    void the_same_key_in_another_queue_is_other_work() {
        WorkQueue other = fixture.queue("outbox");
        queue.add(List.of(work("a", "chat")));
        assertThat(other.add(List.of(work("a", "chat")))).isEqualTo(1);
        queue.take(1, LEASE);
        assertThat(keys(other.take(10, LEASE))).containsExactly("a");
    }

    @Test
    void only_the_oldest_of_each_order_key_is_taken() {
        queue.add(List.of(work("a1", "a"), work("a2", "a"), work("b1", "b"), work("b2", "b"), work("a3", "a")));
        List<Work> first = queue.take(10, LEASE);
        assertThat(keys(first)).containsExactly("a1", "b1");
        assertThat(queue.take(10, LEASE)).isEmpty();
        queue.done(first.getFirst());
        assertThat(keys(queue.take(10, LEASE))).containsExactly("a2");
    }

    @Test
    void taking_is_limited_and_begins_with_the_oldest() {
        queue.add(List.of(work("a", "1"), work("b", "2"), work("c", "3")));
        assertThat(keys(queue.take(2, LEASE))).containsExactly("a", "b");
        assertThat(keys(queue.take(2, LEASE))).containsExactly("c");
    }

    @Test
    void a_waiting_retry_holds_up_its_key_and_no_other() {
        queue.add(List.of(work("a1", "a"), work("a2", "a"), work("b1", "b")));
        queue.retry(queue.take(1, LEASE).getFirst(), Duration.ofSeconds(10), "later");
        assertThat(keys(queue.take(10, LEASE))).containsExactly("b1");
        clock.advance(Duration.ofSeconds(9));
        assertThat(queue.take(10, LEASE)).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        List<Work> again = queue.take(10, LEASE);
        assertThat(keys(again)).containsExactly("a1");
        assertThat(again.getFirst().attempts()).isEqualTo(2);
    }

    @Test
    void a_postponement_is_no_attempt() {
        queue.add(List.of(work("a", "chat")));
        queue.postpone(take(), Duration.ofSeconds(3), "flood");
        clock.advance(Duration.ofSeconds(3));
        assertThat(take().attempts()).isEqualTo(1);
    }

    @Test
    void an_expired_lease_is_taken_again_and_its_holder_can_record_nothing() {
        queue.add(List.of(work("a", "chat")));
        Work lost = take();
        clock.advance(LEASE.minusMillis(1));
        assertThat(queue.take(10, LEASE)).isEmpty();
        clock.advance(Duration.ofMillis(1));
        Work taken = take();
        assertThat(taken.key()).isEqualTo("a");

        assertThatThrownBy(() -> database.transact(() -> {
                    queue.add(List.of(work("consequence", "chat")));
                    queue.done(lost);
                }))
                .isInstanceOf(LeaseLostException.class);
        queue.done(taken);
        assertThat(queue.take(10, LEASE)).isEmpty();
        assertThat(queue.add(List.of(work("consequence", "chat")))).isEqualTo(1);
    }

    @Test
    void settling_joins_the_transaction_of_the_caller() {
        queue.add(List.of(work("a", "chat")));
        Work work = take();
        assertThatThrownBy(() -> database.transact(() -> {
                    queue.done(work);
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        clock.advance(LEASE);
        assertThat(keys(queue.take(10, LEASE))).containsExactly("a");
    }

    @Test
    void payload_is_erased_when_the_work_is_done_and_kept_when_it_is_dead() {
        queue.add(List.of(work("a", "1"), work("b", "2"), work("c", "3"), work("d", "3")));
        List<Work> taken = queue.take(10, LEASE);
        queue.done(taken.get(0));
        queue.bury(taken.get(1), "no \0use");
        queue.postpone(taken.get(2), Duration.ZERO, "not now");
        assertThat(queue.dropWaiting("3", "unreachable")).hasSize(2);
        assertThat(database.read()
                        .sql("SELECT dedup_key FROM work WHERE payload IS NOT NULL")
                        .query(String.class)
                        .list())
                .containsExactly("b");
    }

    @Test
    void dropping_what_waits_leaves_alone_what_is_being_done() {
        queue.add(List.of(work("a1", "a"), work("a2", "a"), work("b1", "b")));
        Work running = queue.take(1, LEASE).getFirst();
        assertThat(queue.dropWaiting("a", "unreachable")).hasSize(1);
        queue.done(running);
        assertThat(keys(queue.take(10, LEASE))).containsExactly("b1");
    }

    @Test
    void a_dead_letter_says_why_lets_the_next_pass_and_can_be_revived() {
        queue.add(List.of(work("a1", "a"), work("a2", "a")));
        Work first = take();
        queue.bury(first, "no template");

        assertThat(queue.deadLetters().count()).isEqualTo(1);
        assertThat(fixture.meters.counter("saring.queue.buried", "queue", "inbox").count()).isEqualTo(1);
        DeadLetter dead = queue.deadLetters().latest(10).getFirst();
        assertThat(dead.reason()).isEqualTo("no template");
        assertThat(dead.diedAt()).isEqualTo(clock.instant());

        Work second = take();
        assertThat(second.key()).isEqualTo("a2");
        assertThat(queue.deadLetters().revive(dead.id())).isTrue();
        assertThat(queue.deadLetters().revive(dead.id())).isFalse();
        // The later piece is under way already: the revived one waits for it rather than run beside it.
        assertThat(queue.take(10, LEASE)).isEmpty();
        queue.done(second);
        Work revived = take();
        assertThat(revived.key()).isEqualTo("a1");
        assertThat(new String(revived.payload(), StandardCharsets.UTF_8)).isEqualTo("payload of a1");
        assertThat(revived.attempts()).isEqualTo(1);
    }

    @Test
    void a_revived_piece_and_an_expired_later_one_do_not_wait_for_each_other() {
        queue.add(List.of(work("a1", "a"), work("a2", "a")));
        queue.bury(take(), "no use");
        take();
        queue.deadLetters().revive(queue.deadLetters().latest(1).getFirst().id());
        clock.advance(LEASE);
        assertThat(take().key()).isEqualTo("a1");
        assertThat(queue.take(10, LEASE)).isEmpty();
    }

    @Test
    void depth_and_age_count_what_is_not_finished() {
        assertThat(queue.backlog().oldestAge()).isZero();
        queue.add(List.of(work("a", "1"), work("b", "2")));
        clock.advance(Duration.ofMinutes(2));
        queue.add(List.of(work("c", "3")));
        assertThat(queue.backlog().depth()).isEqualTo(3);
        assertThat(queue.backlog().oldestAge()).isEqualTo(Duration.ofMinutes(2));
        assertThat(fixture.meters.get("saring.queue.depth").tag("queue", "inbox").gauge().value()).isEqualTo(3);
        queue.take(2, LEASE).forEach(queue::done);
        assertThat(queue.backlog().depth()).isEqualTo(1);
        assertThat(queue.backlog().oldestAge()).isZero();
    }

    @Test
    void clean_up_forgets_finished_work_and_only_that() {
        queue.add(List.of(work("done", "1"), work("dead", "2"), work("waiting", "3")));
        List<Work> taken = queue.take(2, LEASE);
        queue.done(taken.get(0));
        queue.bury(taken.get(1), "no use");
        clock.advance(Duration.ofDays(14));
        assertThat(queue.cleanUp(Duration.ofDays(14))).isZero();
        clock.advance(Duration.ofMillis(1));
        assertThat(queue.cleanUp(Duration.ofDays(14))).isEqualTo(2);
        assertThat(queue.add(List.of(work("done", "1"), work("waiting", "3")))).isEqualTo(1);
    }

    private Work take() {
        List<Work> taken = queue.take(1, LEASE);
        assertThat(taken).hasSize(1);
        return taken.getFirst();
    }

    private static List<String> keys(List<Work> work) {
        return work.stream().map(Work::key).toList();
    }

    static NewWork work(String key, String orderKey) {
        return new NewWork(key, orderKey, ("payload of " + key).getBytes(StandardCharsets.UTF_8));
    }
}
