package id.saring.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Work of one queue that is done unless we hear otherwise, such as a message a platform took and may yet fail to
 * deliver. Its payload stays until it is confirmed or too old to be done again. Every method joins the caller's
 * transaction, or else returns when its change is on disk; work that is not provisionally done is left as it is.
 */
public final class ProvisionalWork {
    /** How far back {@link #eraseOlder} looks, so that it need not read all finished work each time. */
    private static final Duration LOOK_BACK = Duration.ofDays(2);

    private final WorkQueue queue;

    ProvisionalWork(WorkQueue queue) {
        this.queue = queue;
    }

    /**
     * The work has been done, as far as we know.
     *
     * @throws LeaseLostException if it is no longer the holder's
     */
    public void done(Work work) {
        queue.commits().write(() -> WorkQueue.settle(work, queue.sql("""
                UPDATE work SET state = 'DONE', lease = NULL, reason = NULL, done_at = ?
                WHERE id = ? AND lease = ?""")
                .params(queue.clock().millis(), work.id(), work.lease())));
    }

    /** It succeeded; its payload is erased. */
    public void confirm(String key) {
        change(key, "payload = NULL");
    }

    /** It failed, for now; it is due again after {@code delay}, which counts as an attempt. */
    public void retry(String key, Duration delay, String reason) {
        queue.commits().write(() -> {
            long due = queue.clock().millis() + delay.toMillis();
            change(key, "state = 'READY', done_at = NULL, due_at = ?, reason = ?", due, Reason.cut(reason));
            queue.announce();
        });
    }

    /** It failed for good, and nobody need look: its payload is erased. */
    public void drop(String key, String reason) {
        change(key, "payload = NULL, reason = ?", Reason.cut(reason));
    }

    /** It failed for good: a dead letter like any other. */
    public void bury(String key, String reason) {
        queue.commits().write(() -> {
            if (change(key, "state = 'DEAD', reason = ?", Reason.cut(reason))) {
                long id = queue.sql("SELECT id FROM work WHERE queue = ? AND dedup_key = ?")
                        .params(queue.name(), key)
                        .query(Long.class)
                        .single();
                queue.tellBuried(id + " after it was done", Reason.cut(reason));
            }
        });
    }

    /** Erases payloads of work done longer than {@code age} ago; whatever is heard of it from now on comes too late. */
    public int eraseOlder(Duration age) {
        long before = queue.clock().millis() - age.toMillis();
        return queue.commits().write(() -> queue.sql("""
                UPDATE work SET payload = NULL
                WHERE queue = ? AND done_at >= ? AND done_at < ? AND done_at IS NOT NULL
                  AND state = 'DONE' AND payload IS NOT NULL""")
                .params(queue.name(), before - LOOK_BACK.toMillis(), before)
                .update());
    }

    /** Changes the work if it is provisionally done; says whether it was. */
    private boolean change(String key, String columns, Object... values) {
        List<Object> parameters = new ArrayList<>(List.of(values));
        parameters.add(queue.name());
        parameters.add(key);
        return queue.commits().write(() -> queue.sql("UPDATE work SET " + columns
                        + " WHERE queue = ? AND dedup_key = ? AND state = 'DONE' AND payload IS NOT NULL")
                .params(parameters)
                .update()) > 0;
    }
}
