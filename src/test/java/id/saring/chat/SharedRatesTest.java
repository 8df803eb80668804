package id.saring.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.benmanes.caffeine.cache.Ticker;
import id.saring.core.Channel;
import id.saring.core.Pseudonyms;
import id.saring.core.Sealer;
import id.saring.core.Secret;
import id.saring.db.Database;
import id.saring.db.TestStore;
import id.saring.queue.GroupCommit;
import id.saring.queue.Replicas;
import id.saring.queue.Worker;
import id.saring.queue.WorkerSettings;
import id.saring.rate.Rate;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two replicas on one PostgreSQL database keep together to what the platform counts together. In real time. */
class SharedRatesTest {
    private static final int PER_SECOND = 40;
    private static final int MESSAGES = 120;
    private static final Secret SECRET = new Secret("a secret only for tests");
    private static final WorkerSettings WORKERS = new WorkerSettings(
            64, Duration.ofSeconds(30), Duration.ofMillis(50), 3, Duration.ofSeconds(1), Duration.ofMinutes(1));

    @RegisterExtension
    final TestStore store = TestStore.postgres();

    private final List<Replica> replicas = new ArrayList<>();
    private final List<Long> sentAt = Collections.synchronizedList(new ArrayList<>());

    private final class Replica {
        final Database database = store.open();
        final GroupCommit commits = new GroupCommit(database);
        final Replicas alive = new Replicas(database, Clock.systemUTC());
        final RecordingGateway gateway = new RecordingGateway(Channel.TELEGRAM) {
            @Override
            public SendResult send(OutgoingMessage message) {
                sentAt.add(System.nanoTime());
                return super.send(message);
            }
        };
        final PostOffice office = new PostOffice(
                database,
                commits,
                Clock.systemUTC(),
                new SimpleMeterRegistry(),
                new Pseudonyms(SECRET),
                new Sealer(SECRET));
        private List<Worker> workers = List.of();

        Replica() {
            replicas.add(this);
            gateway.limit(new SendLimits(
                    Rate.perSecond(PER_SECOND), 1, to -> "bot", to -> Rate.of("1 per 1s burst 5")));
        }

        void start() {
            ChatSettings settings = new ChatSettings(WORKERS, WORKERS, Duration.ofSeconds(1), Duration.ofDays(14));
            workers = office.workers(
                    settings,
                    message -> Decision.silence(),
                    List.of(gateway),
                    new PostOffice.Pacing(alive::count, Ticker.systemTicker()));
            workers.forEach(Worker::start);
        }

        void close() throws Exception {
            workers.forEach(worker -> worker.stop(Duration.ZERO));
            alive.close();
            commits.close();
        }
    }

    @AfterEach
    void close() throws Exception {
        for (Replica replica : replicas) {
            replica.close();
        }
    }

    @Test
    void two_replicas_send_no_more_than_one_may_and_both_have_a_share_in_it() {
        Replica one = new Replica();
        Replica two = new Replica();
        one.alive.join();
        two.alive.join();
        await().until(() -> one.alive.count() == 2 && two.alive.count() == 2);
        one.office.outbox().send("news", IntStream.range(0, MESSAGES)
                .mapToObj(i -> ChatFixture.outgoing(new ChatAddress(Channel.TELEGRAM, "chat" + i), "kabar"))
                .toList());
        one.start();
        two.start();
        await().atMost(Duration.ofSeconds(60)).until(() -> sentAt.size() == MESSAGES);
        await().until(() -> one.office.queues().outbox(Channel.TELEGRAM).backlog().depth() == 0);

        double seconds = (Collections.max(sentAt) - Collections.min(sentAt)) / 1e9;
        int burst = PER_SECOND / 10;
        assertThat(MESSAGES - burst).as("sent in %s seconds", seconds)
                .isLessThanOrEqualTo((int) (seconds * PER_SECOND + 2));
        assertThat(one.gateway.sent).hasSizeGreaterThan(MESSAGES / 10);
        assertThat(two.gateway.sent).hasSizeGreaterThan(MESSAGES / 10);
    }
}
