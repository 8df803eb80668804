package id.saring.queue;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.db.TestStore;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What can be done with work that was given up, on every database. */
abstract class DeadLettersContract {
    @RegisterExtension
    final TestStore store;

    private QueueFixture fixture;
    private WorkQueue queue;
    private DeadLetters dead;

    DeadLettersContract(TestStore store) {
        this.store = store;
    }

    @BeforeEach
    void open() {
        fixture = new QueueFixture(store);
        queue = fixture.queue;
        dead = queue.deadLetters();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void they_are_heaped_by_reason_the_most_frequent_first() {
        bury(queue, "a", "rare");
        bury(queue, "b", "often");
        bury(queue, "c", "often");
        assertThat(dead.heaps(9)).extracting(DeadLetters.Heap::reason).containsExactly("often", "rare");
        assertThat(dead.heaps(9).getFirst().count()).isEqualTo(2);
        assertThat(dead.list("often", Long.MAX_VALUE, 9)).hasSize(2);
        long latest = dead.list("", Long.MAX_VALUE, 1).getFirst().id();
        assertThat(dead.list("", latest, 9)).hasSize(2).noneMatch(letter -> letter.id() == latest);
        assertThat(dead.find(latest)).isPresent();
        assertThat(dead.find(latest + 1)).isEmpty();
    }

    @Test
    void all_of_one_reason_are_tried_again_and_the_others_are_not() {
        bury(queue, "a", "outage");
        bury(queue, "b", "outage");
        bury(queue, "c", "nonsense");
        WorkQueue other = fixture.queue("other");
        bury(other, "d", "outage");
        assertThat(dead.reviveAll("outage")).isEqualTo(2);
        assertThat(queue.take(9, Duration.ofMinutes(1))).extracting(Work::key).containsExactlyInAnyOrder("a", "b");
        assertThat(dead.count()).isOne();
        assertThat(other.deadLetters().count()).isOne();
        assertThat(dead.reviveAll("")).isOne();
    }

    @Test
    void what_is_dropped_is_erased_and_not_tried_again() {
        bury(queue, "a", "x");
        bury(queue, "b", "y");
        long id = dead.list("x", Long.MAX_VALUE, 1).getFirst().id();
        assertThat(dead.payload(id)).isPresent();
        assertThat(dead.drop(id, "Dropped by staff")).isTrue();
        assertThat(dead.drop(id, "Dropped by staff")).isFalse();
        assertThat(dead.payload(id)).isEmpty();
        assertThat(dead.dropAll("z", "Dropped by staff")).isZero();
        assertThat(dead.dropAll("", "Dropped by staff")).isOne();
        assertThat(queue.take(9, Duration.ofMinutes(1))).isEmpty();
        assertThat(queue.add(List.of(work("a")))).as("its key is remembered").isZero();
        assertThat(fixture.database.read()
                        .sql("SELECT count(*) FROM work WHERE payload IS NOT NULL")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static void bury(WorkQueue queue, String key, String reason) {
        queue.add(List.of(work(key)));
        queue.bury(queue.take(1, Duration.ofMinutes(1)).getFirst(), reason);
    }

    private static NewWork work(String key) {
        return new NewWork(key, "chat " + key, new byte[] {1});
    }
}
