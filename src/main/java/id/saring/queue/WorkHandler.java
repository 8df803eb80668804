package id.saring.queue;

import id.saring.core.TraceId;

/**
 * Does one piece of work and settles it with its queue ({@code done}, {@code drop}, {@code postpone} or {@code bury}),
 * best in the transaction that records the result. What it throws is settled by the {@link Worker}: retried, then
 * buried.
 */
@FunctionalInterface
public interface WorkHandler {
    void handle(Work work);

    /** What log lines about the work are marked with. */
    default TraceId trace(Work work) {
        return TraceId.of(work.key());
    }

    /**
     * The work is about to be given up. Returns what to write in the transaction that does so; what is thrown here
     * gives up nothing less.
     */
    default Runnable givingUp(Work work) {
        return () -> {};
    }
}
