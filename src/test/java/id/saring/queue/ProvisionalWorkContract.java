package id.saring.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.saring.OneTry;
import id.saring.db.TestStore;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Work that may yet turn out not to be done, on every database. */
@OneTry
abstract class ProvisionalWorkContract {
    private static final Duration LEASE = Duration.ofSeconds(30);

    @RegisterExtension
    final TestStore store;

    private QueueFixture fixture;
    private WorkQueue queue;
    private ProvisionalWork sent;

    ProvisionalWorkContract(TestStore store) {
        this.store = store;
    }

    @BeforeEach
    void open() {
        fixture = new QueueFixture(store);
        queue = fixture.queue;
        sent = queue.provisional();
        queue.add(List.of(new NewWork("a", "chat", new byte[] {1}), new NewWork("b", "chat", new byte[] {2})));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void it_keeps_its_payload_until_it_is_confirmed_and_holds_up_nothing() {
        sent.done(take());
        assertThat(rows()).containsExactly("DONE 1", "READY 1");
        assertThat(take().key()).isEqualTo("b");
        sent.confirm("a");
        assertThat(rows()).containsExactly("DONE 0", "LEASED 1");
        sent.retry("a", Duration.ZERO, "too late");
        assertThat(rows()).containsExactly("DONE 0", "LEASED 1");
    }

    @Test
    void what_failed_is_due_again_as_one_more_attempt() {
        sent.done(take());
        queue.done(take());
        sent.retry("a", Duration.ofSeconds(6), "Failed later");
        assertThat(queue.take(9, LEASE)).isEmpty();
        fixture.clock.advance(Duration.ofSeconds(6));
        Work again = take();
        assertThat(again.key()).isEqualTo("a");
        assertThat(again.payload()).containsExactly(1);
        assertThat(again.attempts()).isEqualTo(2);
    }

    @Test
    void a_retry_wakes_the_worker() {
        boolean[] woken = {false};
        sent.done(take());
        queue.onAdded(() -> woken[0] = true);
        sent.retry("a", Duration.ZERO, "Failed later");
        assertThat(woken[0]).isTrue();
    }

    @Test
    void what_failed_for_good_is_dropped_or_becomes_a_dead_letter_that_can_be_revived() {
        sent.done(take());
        sent.done(take());
        sent.drop("a", "Unreachable");
        sent.bury("b", "Refused later");
        sent.bury("a", "again");
        assertThat(rows()).containsExactly("DONE 0", "DEAD 1");
        assertThat(fixture.meters.counter("saring.queue.buried", "queue", "inbox").count()).isEqualTo(1);
        DeadLetter dead = queue.deadLetters().latest(9).getFirst();
        assertThat(dead.reason()).isEqualTo("Refused later");
        queue.deadLetters().revive(dead.id());
        assertThat(take().payload()).containsExactly(2);
    }

    @Test
    void work_that_waits_or_is_being_done_is_left_as_it_is() {
        Work taken = take();
        sent.confirm("a");
        sent.bury("a", "no");
        sent.drop("b", "no");
        sent.retry("b", Duration.ofDays(1), "no");
        assertThat(rows()).containsExactly("LEASED 1", "READY 1");
        sent.done(taken);
        assertThatThrownBy(() -> sent.done(taken)).isInstanceOf(LeaseLostException.class);
    }

    @Test
    void old_payloads_are_erased_but_not_those_of_dead_letters() {
        sent.done(take());
        sent.done(take());
        sent.bury("b", "Refused later");
        fixture.clock.advance(Duration.ofHours(24));
        assertThat(sent.eraseOlder(Duration.ofDays(1))).isZero();
        fixture.clock.advance(Duration.ofMillis(1));
        assertThat(sent.eraseOlder(Duration.ofDays(1))).isEqualTo(1);
        assertThat(rows()).containsExactly("DONE 0", "DEAD 1");
    }

    private Work take() {
        return queue.take(1, LEASE).getFirst();
    }

    /** Each piece's state and how much of its payload is left. */
    private List<String> rows() {
        return fixture.database.read()
                .sql("SELECT state || ' ' || coalesce(length(payload), 0) FROM work ORDER BY id")
                .query(String.class)
                .list();
    }
}
