package id.saring.check;

import id.saring.audit.Lookup;
import id.saring.audit.Lookups;
import id.saring.core.TraceId;
import id.saring.db.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/**
 * Writes down, once a second and many at a time, what was looked up: nobody waits for the store, and they are answered
 * while it is away. What came in the last second before a crash is lost, and what comes when too much waits already.
 */
public final class CheckLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CheckLog.class);

    /** So many may wait, some 300 bytes each. */
    private static final int MOST = 20_000;

    private static final int BATCH = 500;

    /** @param trace of the request it came with */
    record Entry(TraceId trace, Lookup lookup) {}

    private final Database database;
    private final Lookups lookups;
    private final BlockingQueue<Entry> waiting = new ArrayBlockingQueue<>(MOST);
    private final List<Entry> batch = new ArrayList<>();
    private final AtomicLong dropped = new AtomicLong();
    private final ReentrantLock writing = new ReentrantLock();

    public CheckLog(Database database, Lookups lookups) {
        this.database = database;
        this.lookups = lookups;
    }

    void add(Entry entry) {
        if (!waiting.offer(entry)) {
            dropped.incrementAndGet();
        }
    }

    /** At a fixed rate it has threads of its own; what is done with a delay takes turns, and some takes minutes. */
    @Scheduled(initialDelay = 1, fixedRate = 1, timeUnit = TimeUnit.SECONDS)
    void writeUnlessWriting() {
        if (writing.tryLock()) {
            try {
                write();
            } finally {
                writing.unlock();
            }
        }
    }

    /** Writes all that waits; what the store does not take stays for the next time. */
    public void write() {
        writing.lock();
        try {
            while (!batch.isEmpty() || waiting.drainTo(batch, BATCH) > 0) {
                database.transact(() -> batch.forEach(entry -> lookups.add(entry.lookup(), entry.trace())));
                batch.clear();
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("What was looked up cannot be recorded yet: {}", e.getClass().getSimpleName());
        } finally {
            writing.unlock();
        }
        long lost = dropped.getAndSet(0);
        if (lost > 0) {
            LOG.warn("{} look-ups were not recorded, because too many waited for the store", lost);
        }
    }

    @Override
    public void close() {
        write();
    }
}
