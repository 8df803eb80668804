package id.saring.queue;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.db.TestStore;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkQueuePostgresTest extends WorkQueueContract {
    WorkQueuePostgresTest() {
        super(TestStore.postgres());
    }

    @Test
    void a_replica_that_starts_leaves_alone_what_others_are_doing() {
        queue.add(List.of(work("a", "chat")));
        Work held = queue.take(1, Duration.ofMinutes(2)).getFirst();
        queue.freeAbandoned();
        assertThat(queue.take(10, Duration.ofMinutes(2))).isEmpty();
        queue.done(held);
    }
}
