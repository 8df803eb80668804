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

    /** So many refused one after another, and the store is away. */
    private static final int REFUSALS = 3;

    /** @param trace of the request it came with */
    record Entry(TraceId trace, Lookup lookup) {}

    private final Database database;
    private final Lookups lookups;
    private final BlockingQueue<Entry> waiting = new ArrayBlockingQueue<>(MOST);
    private final List<Entry> batch = new ArrayList<>();
    private final AtomicLong dropped = new AtomicLong();
    private final ReentrantLock writing = new ReentrantLock();
    private String trouble = "";

    public CheckLog(Database database, Lookups lookups) {
        this.database = database;
        this.lookups = lookups;
    }

    void add(Entry entry) {
        if (!waiting.offer(entry)) {
            dropped.incrementAndGet();
        }
    }

    /** Writes all that waits; what the store does not take stays for the next time. */
    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    public void write() {
        writing.lock();
        try {
            while (waiting.drainTo(batch, BATCH - batch.size()) > 0 || !batch.isEmpty()) {
                if (taken(batch)) {
                    batch.clear();
                } else if (!takenOneByOne()) {
                    LOG.warn("What was looked up cannot be recorded yet: {}", trouble);
                    break;
                }
            }
        } finally {
            writing.unlock();
        }
        long lost = dropped.getAndSet(0);
        if (lost > 0) {
            LOG.warn("{} look-ups were not recorded: too many waited for the store, or it took all but them", lost);
        }
    }

    /**
     * One that the store never takes must not hold up the others: it is dropped if the store takes one tried after it
     * and still refuses it then. Returns whether there may be more to write: not if the store seems to be away.
     */
    private boolean takenOneByOne() {
        List<Entry> refused = new ArrayList<>();
        while (refused.size() < REFUSALS && !batch.isEmpty()) {
            Entry entry = batch.removeFirst();
            if (!taken(List.of(entry))) {
                refused.add(entry);
            } else if (!refused.isEmpty()) {
                refused.removeIf(earlier -> taken(List.of(earlier)));
                dropped.addAndGet(refused.size());
                refused.clear();
            }
        }
        // To the end, so that others are tried before them next time.
        batch.addAll(refused);
        return refused.isEmpty();
    }

    private boolean taken(List<Entry> entries) {
        try {
            database.transact(() -> entries.forEach(entry -> lookups.add(entry.lookup(), entry.trace())));
            return true;
        } catch (DataAccessException | TransactionException e) {
            trouble = e.getClass().getSimpleName();
            return false;
        }
    }

    @Override
    public void close() {
        write();
    }
}
