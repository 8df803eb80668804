package id.saring.queue;

import java.time.Instant;

/**
 * What a queue still holds under one order key, to be erased on its owner's demand. Every method joins the caller's
 * transaction, or else returns when its change is on disk; work that is being done is left alone.
 */
public final class WorkTraces {
    /** Stands where an order key stood that must not be known any more. */
    private static final String NOBODY = "erased";

    private final WorkQueue queue;
    private final String orderKey;

    WorkTraces(WorkQueue queue, String orderKey) {
        this.queue = queue;
        this.orderKey = orderKey;
    }

    /** Drops what waits to be done. */
    public void dropWaiting() {
        queue.dropWaiting(orderKey, NOBODY);
    }

    /** Erases dead letters; nobody can have them done any more. */
    public void eraseDead() {
        update("state = 'DONE', payload = NULL, reason = '" + NOBODY + "'", "state = 'DEAD'");
    }

    /** Erases what is left of the contents of finished work. It reads all finished work. */
    public void eraseDone() {
        update("payload = NULL", "done_at IS NOT NULL AND payload IS NOT NULL AND state = 'DONE'");
    }

    /** Whether something waits or is being done. */
    public boolean isBusy() {
        return queue.sql("SELECT count(*) FROM work WHERE queue = ? AND order_key = ? AND done_at IS NULL")
                .params(queue.name(), orderKey)
                .query(Long.class)
                .single() > 0;
    }

    /** Whether something was added after {@code time}. It reads all finished work. */
    public boolean addedSince(Instant time) {
        return queue.sql("SELECT count(*) FROM work WHERE queue = ? AND order_key = ? AND added_at > ?")
                .params(queue.name(), orderKey, time.toEpochMilli())
                .query(Long.class)
                .single() > 0;
    }

    /** Leaves finished work as the memory of what was done, but no longer for whom. It reads all finished work. */
    public void disown() {
        update("order_key = '" + NOBODY + "', payload = NULL, reason = NULL", "done_at IS NOT NULL AND state = 'DONE'");
    }

    private void update(String change, String which) {
        queue.commits().write(() -> queue.sql(
                        "UPDATE work SET " + change + " WHERE queue = ? AND order_key = ? AND " + which)
                .params(queue.name(), orderKey)
                .update());
    }
}
