package id.saring.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.saring.db.Database;
import id.saring.db.FlakyLine;
import id.saring.db.PostgresServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The database goes away under a worker and comes back. */
class OutageTest {
    private static final Duration LEASE = Duration.ofSeconds(3);

    @Test
    void what_was_added_is_done_after_the_database_has_been_away_and_what_was_refused_is_not() {
        List<String> done = Collections.synchronizedList(new ArrayList<>());
        try (FlakyLine line = new FlakyLine();
                Database database = Database.open(line.to(PostgresServer.newDatabase(), "socketTimeout=1"));
                GroupCommit commits = new GroupCommit(database)) {
            WorkQueue queue = new WorkQueue(database, commits, Clock.systemUTC(), new SimpleMeterRegistry(), "inbox");
            Worker worker = new Worker(
                    queue,
                    new WorkerSettings(4, LEASE, Duration.ofMillis(50), 100, Duration.ofMillis(100),
                    Duration.ofMillis(500)),
                    work -> commits.write(() -> {
                        queue.done(work);
                        database.afterCommit(() -> done.add(work.key()));
                    }),
                    new Random(7));
            worker.start();
            queue.add(work(0, 200));
            await().until(() -> done.size() > 20);
            line.cut();
            assertThatThrownBy(() -> queue.add(work(200, 210))).isInstanceOf(RuntimeException.class);
            line.mend();
            await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> queue.backlog().depth() == 0);
            // Of a commit the line was cut under nobody knows, so a piece may be missing here though it was done.
            assertThat(done).doesNotHaveDuplicates();
            assertThat(database.read().sql("SELECT count(*) FROM work WHERE state = 'DONE'")
                    .query(Integer.class).single())
                    .isEqualTo(200);
            assertThat(queue.add(work(200, 210))).isEqualTo(10);
            await().until(() -> queue.backlog().depth() == 0);
            worker.stop(Duration.ofSeconds(5));
        }
    }

    private static List<NewWork> work(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> new NewWork("key" + i, "chat" + i % 10, "text".getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
