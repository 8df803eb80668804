package id.saring.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.saring.db.Database;
import id.saring.db.TestStore;
import id.saring.queue.Leadership;
import id.saring.queue.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.SmartLifecycle;

class ElectionTest {
    private static final Duration TERM = Duration.ofSeconds(15);

    @RegisterExtension
    final TestStore store = TestStore.postgres();

    @RegisterExtension
    final TestStore file = TestStore.sqlite();

    private final SettableClock clock = new SettableClock();

    /** A replica with a part that counts how often it was started. */
    private final class Replica {
        final Database database = store.open();
        final Part part = new Part();
        final SmartLifecycle elected = new ElectedPart(
                "poller", part, new Leadership(database, clock, "poller", TERM), Duration.ofMillis(20));
    }

    private static final class Part implements SmartLifecycle {
        volatile boolean running;

        @Override
        public void start() {
            running = true;
        }

        @Override
        public void stop() {
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }
    }

    @Test
    void one_replica_runs_the_part_and_another_takes_it_over_when_that_one_stops() {
        Replica one = new Replica();
        Replica two = new Replica();
        one.elected.start();
        await().until(() -> one.part.running);
        two.elected.start();
        await().during(Duration.ofMillis(200)).until(() -> one.part.running && !two.part.running);

        one.elected.stop();
        assertThat(one.part.running).isFalse();
        await().until(() -> two.part.running);
        two.elected.stop();
        assertThat(two.part.running).isFalse();
        assertThat(two.elected.isRunning()).isFalse();
    }

    @Test
    void a_replica_that_cannot_reach_the_store_stops_the_part_before_another_may_run_it() {
        Replica one = new Replica();
        Replica two = new Replica();
        one.elected.start();
        await().until(() -> one.part.running);
        one.database.close();
        two.elected.start();
        await().during(Duration.ofMillis(200)).until(() -> one.part.running && !two.part.running);

        clock.advance(TERM);
        await().until(() -> !one.part.running && two.part.running);
        one.elected.stop();
        two.elected.stop();
    }

    @Test
    void an_elected_part_is_run_at_once_where_only_one_process_serves() {
        Part part = new Part();
        SmartLifecycle elected = new Election(file.open(), clock).elect("poller", part);
        elected.start();
        await().until(() -> part.running);
        elected.stop();
    }
}
