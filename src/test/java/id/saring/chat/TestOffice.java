package id.saring.chat;

import com.github.benmanes.caffeine.cache.Ticker;
import id.saring.core.Pseudonyms;
import id.saring.core.Sealer;
import id.saring.db.Database;
import id.saring.queue.GroupCommit;
import id.saring.queue.Worker;
import id.saring.queue.WorkerSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Inbox and outbox on a real store, for tests of what stands above them. */
public final class TestOffice implements AutoCloseable {
    private static final WorkerSettings WORKERS = new WorkerSettings(
            8, Duration.ofSeconds(30), Duration.ofMillis(20), 3, Duration.ofSeconds(1), Duration.ofMinutes(1));

    private final GroupCommit commits;
    private final PostOffice office;
    private final List<Gateway> gateways;
    private List<Worker> workers = List.of();

    public TestOffice(Database database, Clock clock, Pseudonyms pseudonyms, Sealer sealer, List<Gateway> gateways) {
        this.commits = new GroupCommit(database);
        this.gateways = gateways;
        this.office = new PostOffice(database, commits, clock, new SimpleMeterRegistry(), pseudonyms, sealer);
    }

    public Inbox inbox() {
        return office.inbox();
    }

    public Outbox outbox() {
        return office.outbox();
    }

    /** Notes that the person wrote, as the worker of the inbox does. */
    public void heard(IncomingMessage message) {
        office.heard(message);
    }

    public Reach reach() {
        return office.reach(() -> gateways);
    }

    public Blocks blocks() {
        return office.blocks();
    }

    public ChatMemory memory() {
        return office.memory(() -> gateways);
    }

    public Journeys journeys() {
        return office.journeys();
    }

    /** Sends what waits, and answers by {@code handler} if there is one. */
    public void start(@Nullable IncomingHandler handler) {
        ChatSettings settings = new ChatSettings(WORKERS, WORKERS, Duration.ofSeconds(1), Duration.ofDays(14));
        workers = office.workers(settings, handler, gateways, new PostOffice.Pacing(() -> 1, Ticker.systemTicker()));
        workers.forEach(Worker::start);
    }

    @Override
    public void close() {
        workers.forEach(worker -> worker.stop(Duration.ofSeconds(1)));
        commits.close();
    }
}
