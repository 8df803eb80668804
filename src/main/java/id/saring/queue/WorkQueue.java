package id.saring.queue;

import id.saring.db.Database;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
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

    /** Work due again sooner than this wakes the worker by itself; a poll finds the rest early enough. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Database database;
    private final GroupCommit commits;
    private final Clock clock;
    private final String name;
    private final Leases leases;
    private final Backlog backlog;
    private final DeadLetters deadLetters;
    private final Counter buried;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public WorkQueue(Database database, GroupCommit commits, Clock clock, MeterRegistry meters, String name) {
        this.database = database;
        this.commits = commits;
        this.clock = clock;
        this.name = name;
        this.leases = new Leases(database, name);
        this.backlog = new Backlog(database, clock, name);
        this.deadLetters = new DeadLetters(this, database);
        this.buried = Counter.builder("saring.queue.buried")
                .description("Work given up")
                .tag("queue", name)
                .register(meters);
        Tags tags = Tags.of("queue", name);
        meters.gauge("saring.queue.depth", tags, backlog, Backlog::depth);
        meters.gauge("saring.queue.oldest.seconds", tags, backlog, waiting -> waiting.oldestAge().toMillis() / 1000.0);
        meters.gauge("saring.queue.dead", tags, deadLetters, DeadLetters::count);
    }

    public String name() {
        return name;
    }

    /**
     * Adds the work that is not there yet, by key, and wakes the worker. Who waits for that goes before all that is to
     * be written besides. Returns how many pieces were new.
     */
    public int add(List<NewWork> work) {
        return commits.writeFirst(() -> {
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
        return commits.write(() -> leases.take(max, clock.millis(), lease));
    }

    /** Leases these anew, as far as they are still held. */
    void renew(List<Work> held, Duration lease) {
        commits.write(() -> leases.renew(held, clock.millis() + lease.toMillis()));
    }

    /**
     * Makes due what was held by a process that is no more; to be called at the start, before anything is taken. Where
     * several processes serve, others may hold it, so leases run out by themselves.
     */
    public void freeAbandoned() {
        if (!database.dialect().shared()) {
            int freed = commits.write(() -> leases.free(clock.millis()));
            if (freed > 0) {
                LOG.info("{} pieces of work in {} were under way when the service ended; they are taken up again",
                        freed, name);
            }
        }
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

    /** Drops what waits under an order key and is not being done right now. Returns the keys of the pieces. */
    public List<String> dropWaiting(String orderKey, String reason) {
        return commits.write(() -> sql("""
                UPDATE work SET state = 'DONE', payload = NULL, reason = ?, done_at = ?
                WHERE queue = ? AND order_key = ? AND done_at IS NULL AND state = 'READY' RETURNING dedup_key""")
                .params(Reason.cut(reason), clock.millis(), name, orderKey)
                .query(String.class)
                .list());
    }

    /** What waits under one order key goes on under another, behind what is there already. Returns how many pieces. */
    public int moveWaiting(String orderKey, String to) {
        return commits.write(() -> {
            announce();
            return sql("""
                    UPDATE work SET order_key = ? WHERE queue = ? AND order_key = ? AND done_at IS NULL AND state = 'READY'""")
                    .params(to, name, orderKey)
                    .update();
        });
    }

    /** The time the queue goes by. */
    public Instant now() {
        return clock.instant();
    }

    /** The work failed; it is due again after {@code delay}. */
    public void retry(Work work, Duration delay, String reason) {
        ready(work, delay, reason, 0);
    }

    /**
     * The work could not be done yet, through no fault of its own: as {@link #retry}, but not counted as an attempt.
     */
    public void postpone(Work work, Duration delay, String reason) {
        ready(work, delay, reason, 1);
    }

    /** Makes due at once what waits for that reason. */
    public void hurry(String reason) {
        commits.write(() -> {
            sql("UPDATE work SET due_at = ? WHERE queue = ? AND done_at IS NULL AND state = 'READY' AND reason = ?")
                    .params(clock.millis(), name, reason)
                    .update();
            announce();
        });
    }

    /** Gives up work, keeps it as a dead letter, logs that and counts it. Whatever waits behind it goes on. */
    public void bury(Work work, String reason) {
        bury(work, reason, () -> {});
    }

    /** Gives up work and writes what follows from that, all or nothing. */
    void bury(Work work, String reason, Runnable consequences) {
        commits.write(() -> {
            settle(work, sql(
                    "UPDATE work SET state = 'DEAD', lease = NULL, reason = ?, done_at = ? WHERE id = ? AND lease = ?")
                    .params(Reason.cut(reason), clock.millis(), work.id(), work.lease()));
            consequences.run();
            tellBuried(work.id() + " after attempt " + work.attempts(), Reason.cut(reason));
        });
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

    /** How much waits in this queue, and for how long. */
    public Backlog backlog() {
        return backlog;
    }

    /** Work of this queue that was given up. */
    public DeadLetters deadLetters() {
        return deadLetters;
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
        commits.write(() -> {
            settle(work, sql("""
                    UPDATE work SET state = 'READY', lease = NULL, due_at = ?, reason = ?, attempts = attempts - ?
                    WHERE id = ? AND lease = ?""")
                    .params(clock.millis() + delay.toMillis(), Reason.cut(reason), uncounted, work.id(), work.lease()));
            if (delay.compareTo(SOON) < 0) {
                database.afterCommit(() -> CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
                        .execute(this::wake));
            }
        });
    }

    static void settle(Work work, JdbcClient.StatementSpec statement) {
        if (statement.update() == 0) {
            throw new LeaseLostException(work);
        }
    }

    JdbcClient.StatementSpec sql(String sql) {
        return database.write().sql(sql);
    }
}
