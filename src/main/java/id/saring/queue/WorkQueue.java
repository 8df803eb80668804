package id.saring.queue;

import id.saring.db.Database;
import id.saring.db.Dialect;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One queue of durable work. Work of one order key is taken one at a time, oldest first: as long as it is being done or
 * waits to be retried, what was added later under that key waits too. Every method joins the caller's transaction, or
 * else returns when its change is on disk.
 */
public final class WorkQueue {
    private static final Logger LOG = LoggerFactory.getLogger(WorkQueue.class);
    private static final int CLEAN_UP_STEP = 1000;

    /**
     * An earlier piece of the same key goes first. A later one goes first only if it is already being done, which happens
     * when transactions commit in another order than their ids, or when an old piece is revived.
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

    /**
     * Asks once more whose turn it is: only now is what others took of the same keys sure to be seen. By state and not by
     * {@code done_at}, so that only the index of ids serves.
     */
    static final String TAKE =
            """
            UPDATE work AS w SET state = 'LEASED', lease = :holder, due_at = :until, attempts = attempts + 1
            WHERE w.id IN (:ids) AND w.state IN ('READY', 'LEASED') AND %s
            RETURNING id, dedup_key, order_key, payload, attempts, added_at"""
                    .formatted(ITS_TURN);

    private final Database database;
    private final GroupCommit commits;
    private final Clock clock;
    private final String name;
    private final Counter buried;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public WorkQueue(Database database, GroupCommit commits, Clock clock, MeterRegistry meters, String name) {
        this.database = database;
        this.commits = commits;
        this.clock = clock;
        this.name = name;
        this.buried = Counter.builder("saring.queue.buried")
                .description("Work given up")
                .tag("queue", name)
                .register(meters);
        Tags tags = Tags.of("queue", name);
        meters.gauge("saring.queue.depth", tags, this, WorkQueue::depth);
        meters.gauge("saring.queue.oldest.seconds", tags, this, queue -> queue.oldestAge().toMillis() / 1000.0);
        meters.gauge("saring.queue.dead", tags, this, WorkQueue::deadCount);
    }

    public String name() {
        return name;
    }

    /** Adds the work that is not there yet, by key, and wakes the worker. Returns how many pieces were new. */
    public int add(List<NewWork> work) {
        return commits.write(() -> {
            long now = clock.millis();
            int added = 0;
            for (NewWork one : work) {
                added += sql("""
                        INSERT INTO work (queue, dedup_key, order_key, payload, state, attempts, due_at, added_at)
                        VALUES (?, ?, ?, ?, 'READY', 0, ?, ?) ON CONFLICT (queue, dedup_key) DO NOTHING""")
                        .params(name, one.key(), one.orderKey(), one.payload(), now, now)
                        .update();
            }
            if (added > 0) {
                database.afterCommit(this::wake);
            }
            return added;
        });
    }

    /** Leases up to {@code max} pieces of work that are due, at most one of each order key, oldest first. */
    public List<Work> take(int max, Duration lease) {
        return commits.write(() -> {
            long now = clock.millis();
            List<Long> due = sql(due(database.dialect()))
                    .param("queue", name)
                    .param("now", now)
                    .param("max", max)
                    .query(Long.class)
                    .list();
            return due.isEmpty() ? List.of() : take(due, now, lease);
        });
    }

    private List<Work> take(List<Long> due, long now, Duration lease) {
        String holder = UUID.randomUUID().toString();
        return sql(TAKE)
                .param("holder", holder)
                .param("until", now + lease.toMillis())
                .param("now", now)
                .param("ids", due)
                .query((row, number) -> work(row, holder))
                .list()
                .stream()
                .sorted(Comparator.comparingLong(Work::id))
                .toList();
    }

    static String due(Dialect dialect) {
        return DUE.formatted(ITS_TURN, dialect.skipLocked(), dialect.onlyOneFor("queue", "order_key"));
    }

    /**
     * The work has been done; its payload is erased.
     *
     * @throws LeaseLostException if it is no longer the holder's, which rolls the caller's transaction back
     */
    public void done(Work work) {
        finish(work, null);
    }

    /** The work need not be done any more. Like {@link #done}, with a reason. */
    public void drop(Work work, String reason) {
        finish(work, reason);
    }

    /** Drops what waits under an order key and is not being done right now. Returns how many pieces. */
    public int dropWaiting(String orderKey, String reason) {
        return commits.write(() -> sql("""
                UPDATE work SET state = 'DONE', payload = NULL, reason = ?, done_at = ?
                WHERE queue = ? AND order_key = ? AND done_at IS NULL AND state = 'READY'""")
                .params(Reason.cut(reason), clock.millis(), name, orderKey)
                .update());
    }

    /** The work failed; it is due again after {@code delay}. */
    public void retry(Work work, Duration delay, String reason) {
        ready(work, delay, reason, 0);
    }

    /** The work could not be done yet, through no fault of its own: as {@link #retry}, but not counted as an attempt. */
    public void postpone(Work work, Duration delay, String reason) {
        ready(work, delay, reason, 1);
    }

    /** Gives up work, keeps it as a dead letter, logs that and counts it. Whatever waits behind it goes on. */
    public void bury(Work work, String reason) {
        commits.write(() -> {
            settle(work, sql("UPDATE work SET state = 'DEAD', lease = NULL, reason = ?, done_at = ? WHERE id = ? AND lease = ?")
                    .params(Reason.cut(reason), clock.millis(), work.id(), work.lease()));
            tellBuried(work.id() + " after attempt " + work.attempts(), Reason.cut(reason));
        });
    }

    /** Dead letters, latest first. */
    public List<DeadLetter> deadLetters(int max) {
        return database.read()
                .sql("""
                        SELECT id, order_key, attempts, reason, added_at, done_at FROM work
                        WHERE queue = ? AND state = 'DEAD' ORDER BY id DESC LIMIT ?""")
                .params(name, max)
                .query((row, number) -> new DeadLetter(
                        row.getLong("id"),
                        row.getString("order_key"),
                        row.getInt("attempts"),
                        row.getString("reason"),
                        Instant.ofEpochMilli(row.getLong("added_at")),
                        Instant.ofEpochMilli(row.getLong("done_at"))))
                .list();
    }

    /** Makes a dead letter due again with all its attempts. Returns false if there is none of that id. */
    public boolean revive(long id) {
        return commits.write(() -> {
            int revived = sql("""
                    UPDATE work SET state = 'READY', attempts = 0, due_at = ?, done_at = NULL
                    WHERE id = ? AND queue = ? AND state = 'DEAD'""")
                    .params(clock.millis(), id, name)
                    .update();
            database.afterCommit(this::wake);
            return revived > 0;
        });
    }

    /** How many pieces are not finished: waiting, blocked or being done. */
    public long depth() {
        return database.read()
                .sql("SELECT count(*) FROM work WHERE queue = ? AND done_at IS NULL")
                .param(name)
                .query(Long.class)
                .single();
    }

    /** How long ago the oldest unfinished piece was added; zero if there is none. */
    public Duration oldestAge() {
        long now = clock.millis();
        long oldest = database.read()
                .sql("SELECT coalesce(min(added_at), ?) FROM work WHERE queue = ? AND done_at IS NULL")
                .params(now, name)
                .query(Long.class)
                .single();
        return Duration.ofMillis(Math.max(0, now - oldest));
    }

    public long deadCount() {
        return database.read()
                .sql("SELECT count(*) FROM work WHERE queue = ? AND state = 'DEAD'")
                .param(name)
                .query(Long.class)
                .single();
    }

    /** Deletes finished work, dead letters included, older than {@code keep}; from then on its key counts as new. */
    public int cleanUp(Duration keep) {
        long before = clock.millis() - keep.toMillis();
        int deleted = 0;
        int step;
        do {
            // In steps, so that those who write meanwhile wait for a step only.
            step = commits.write(() -> sql("""
                    DELETE FROM work WHERE id IN (
                        SELECT id FROM work WHERE queue = ? AND done_at < ? AND done_at IS NOT NULL LIMIT ? %s)"""
                        .formatted(database.dialect().skipLocked()))
                    .params(name, before, CLEAN_UP_STEP)
                    .update());
            deleted += step;
        } while (step == CLEAN_UP_STEP);
        return deleted;
    }

    /** Work of this queue that may yet turn out not to be done. */
    public ProvisionalWork provisional() {
        return new ProvisionalWork(this);
    }

    /** What is still held under an order key. */
    public WorkTraces traces(String orderKey) {
        return new WorkTraces(this, orderKey);
    }

    GroupCommit commits() {
        return commits;
    }

    Clock clock() {
        return clock;
    }

    /** Counts and logs a dead letter once the transaction is committed. */
    void tellBuried(String which, String reason) {
        database.afterCommit(() -> {
            buried.increment();
            LOG.error("Dead letter {} in {}: {}", which, name, reason);
        });
    }

    /** Wakes the worker once the transaction is committed. */
    void announce() {
        database.afterCommit(this::wake);
    }

    /** Has {@code listener} told, after the commit, that there may be something to take. It must return at once. */
    void onAdded(Runnable listener) {
        listeners.add(listener);
    }

    private void wake() {
        listeners.forEach(Runnable::run);
    }

    private void finish(Work work, @Nullable String reason) {
        commits.write(() -> settle(work, sql("""
                UPDATE work SET state = 'DONE', payload = NULL, lease = NULL, reason = ?, done_at = ?
                WHERE id = ? AND lease = ?""")
                .param(reason == null ? null : Reason.cut(reason))
                .param(clock.millis())
                .param(work.id())
                .param(work.lease())));
    }

    private void ready(Work work, Duration delay, String reason, int uncounted) {
        commits.write(() -> settle(work, sql("""
                UPDATE work SET state = 'READY', lease = NULL, due_at = ?, reason = ?, attempts = attempts - ?
                WHERE id = ? AND lease = ?""")
                .params(clock.millis() + delay.toMillis(), Reason.cut(reason), uncounted, work.id(), work.lease())));
    }

    static void settle(Work work, JdbcClient.StatementSpec statement) {
        if (statement.update() == 0) {
            throw new LeaseLostException(work);
        }
    }

    JdbcClient.StatementSpec sql(String sql) {
        return database.write().sql(sql);
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
