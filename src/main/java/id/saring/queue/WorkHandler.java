package id.saring.queue;

/**
 * Does one piece of work and settles it with its queue ({@code done}, {@code drop}, {@code postpone} or {@code bury}),
 * best in the transaction that records the result. What it throws is settled by the {@link Worker}: retried, then buried.
 */
@FunctionalInterface
public interface WorkHandler {
    void handle(Work work);
}
