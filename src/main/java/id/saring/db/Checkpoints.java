package id.saring.db;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Copies what is committed from SQLite's log into its file, beside the writer. Left to the writer, as is SQLite's way,
 * all who wait for a commit would wait for that too, for seconds on a slow disk. A page written again and again is
 * copied once each time, so this is seldom done; but often once the log is nearly full, so that the writer, who copies
 * the rest before the log begins anew, finds little left.
 */
final class Checkpoints implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final Duration BEAT = Duration.ofMillis(200);

    /** Beats from one copying to the next, as long as the log has room. */
    private static final int SELDOM = 5;

    private final JdbcClient client;
    private final int nearlyFull;

    // A platform thread: this blocks in native code, which would hold up a carrier of virtual threads.
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("checkpoints").factory());

    private int beats;
    private int pages;

    /** @param fullPages at how many pages of the log the writer copies the rest */
    Checkpoints(DataSource source, int fullPages) {
        this.nearlyFull = fullPages / 4 * 3;
        this.client = JdbcClient.create(source);
    }

    Checkpoints start() {
        executor.scheduleWithFixedDelay(this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    /** A fifth of a second has passed. */
    void beat() {
        if (++beats % SELDOM == 0 || pages >= nearlyFull) {
            copy();
        }
    }

    private void copy() {
        try {
            // Passive: waits for nobody and nobody waits for it. What remains, the writer copies once the log is long.
            pages = client.sql("PRAGMA wal_checkpoint(PASSIVE)")
                    .query((row, number) -> row.getInt("log"))
                    .single();
        } catch (RuntimeException e) {
            LOG.debug("The log could not be copied; the writer does so once it is long", e);
        }
    }

    @Override
    public void close() {
        executor.shutdown();
        try {
            executor.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
