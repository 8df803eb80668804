package id.saring.queue;

import id.saring.db.Database;
import id.saring.db.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who holds which work of one queue, and until when: taking it, keeping it, and freeing what nobody holds any more. */
final class Leases {
    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);

    /** Time services correct a clock by less. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(1);

    private static final Duration STRAGGLING = Duration.ofSeconds(30);

    /**
     * An earlier piece of the same key goes first. A later one goes first only if it is already being done, which
     * happens when transactions commit in another order than their ids, or when an old piece is revived.
     */
    private static final String ITS_TURN =
            // The offset keeps PostgreSQL from turning this into a join, which it does by estimates of a table whose
            // contents change too fast for them.
            """
            w.due_at <= :now AND NOT EXISTS (
                SELECT 1 FROM work o
                WHERE o.queue = w.queue AND o.order_key = w.order_key AND o.done_at IS NULL AND o.id <> w.id
                  AND (o.id < w.id OR (o.state = 'LEASED' AND o.due_at > :now))
                LIMIT 1 OFFSET 0)""";

    /** Work that is due, its keys kept from other replicas until the transaction ends. */
    private static final String DUE =
            """
            WITH due AS MATERIALIZED (
                SELECT w.id, w.queue, w.order_key FROM work w WHERE w.queue = :queue AND w.done_at IS NULL AND %s
                ORDER BY w.due_at, w.id LIMIT :max %s)
            SELECT id FROM due WHERE %s""";

    /** By state and not by {@code done_at}, so that only the index of ids serves. */
    private static final String TAKE =
            """
            UPDATE work AS w SET state = 'LEASED', lease = :holder, due_at = :until, attempts = attempts + 1
            WHERE w.id IN (:ids) AND w.state IN ('READY', 'LEASED')%s
            RETURNING id, dedup_key, order_key, payload, attempts, added_at""";

    private final Database database;
    private final String queue;

    /** Owner and number make a lease: it says which process holds the work, and is never given out twice. */
    private final String owner = ProcessHandle.current().pid() + "-" + UUID.randomUUID();

    private final AtomicLong numbers = new AtomicLong();

    private volatile long latest = Long.MIN_VALUE + CLOCK_TOLERANCE.toMillis();

    /** Until when, by {@link System#nanoTime}, work may turn up that was added before the clock was put back. */
    private volatile long stragglers = System.nanoTime();

    Leases(Database database, String queue) {
        this.database = database;
        this.queue = queue;
    }

    /**
     * Where others take work too, asks once more whose turn it is: only now is what they took of the same keys sure to
     * be seen.
     */
    static String take(Dialect dialect) {
        return TAKE.formatted(dialect.shared() ? " AND " + ITS_TURN : "");
    }

    static String due(Dialect dialect) {
        return DUE.formatted(ITS_TURN, dialect.skipLocked(), dialect.onlyOneFor("queue", "order_key"));
    }

    /** Leases up to {@code max} pieces that are due, at most one of each order key, oldest first. */
    List<Work> take(int max, long now, Duration lease) {
        hurryIfPutBack(now);
        List<Long> due = database.write()
                .sql(due(database.dialect()))
                .param("queue", queue)
                .param("now", now)
                .param("max", max)
                .query(Long.class)
                .list();
        if (due.isEmpty()) {
            return List.of();
        }
        String holder = owner + "/" + numbers.incrementAndGet();
        return database.write()
                .sql(take(database.dialect()))
                .param("holder", holder)
                .param("until", now + lease.toMillis())
                .param("now", now)
                .param("now", now)
                .param("ids", due)
                .query((row, number) -> work(row, holder))
                .list()
                .stream()
                .sorted(Comparator.comparingLong(Work::id))
                .toList();
    }

    /** When the clock was put back, what waits is due at once: by the new time it would wait longer than it should. */
    private void hurryIfPutBack(long now) {
        long before = latest;
        database.afterCommit(() -> latest = now);
        if (now < before - CLOCK_TOLERANCE.toMillis()) {
            LOG.warn("The clock was put back by {}; what waits in {} is due now",
                    Duration.ofMillis(before - now), queue);
            stragglers = System.nanoTime() + STRAGGLING.toNanos();
            hurry(now, "");
        } else if (System.nanoTime() - stragglers < 0) {
            // Written by the old time, and committed only after it was over.
            hurry(now, " AND added_at > " + now + " AND attempts = 0");
        }
    }

    private void hurry(long now, String which) {
        database.write()
                .sql("UPDATE work SET due_at = ? WHERE queue = ? AND done_at IS NULL AND state = 'READY' AND due_at > ?"
                        + which)
                .params(now, queue, now)
                .update();
    }

    /** Holds these until then, as far as they are still held. */
    void renew(List<Work> held, long until) {
        database.write()
                .sql("""
                        UPDATE work SET due_at = :until
                        WHERE id IN (:ids) AND lease IN (:leases) AND state = 'LEASED'""")
                .param("until", until)
                .param("ids", held.stream().map(Work::id).toList())
                .param("leases", held.stream().map(Work::lease).distinct().toList())
                .update();
    }

    /** Frees all that is held, whoever holds it, and returns how much that was. */
    int free(long now) {
        return database.write()
                .sql("""
                        UPDATE work SET state = 'READY', lease = NULL, due_at = ?
                        WHERE queue = ? AND done_at IS NULL AND state = 'LEASED'""")
                .params(now, queue)
                .update();
    }

    private static Work work(ResultSet row, String lease) throws SQLException {
        return new Work(
                row.getLong("id"),
                row.getString("dedup_key"),
                row.getString("order_key"),
                row.getBytes("payload"),
                row.getInt("attempts"),
                Instant.ofEpochMilli(row.getLong("added_at")),
                lease);
    }
}
