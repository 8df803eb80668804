package id.saring.queue;

import java.time.Instant;

/**
 * Work taken from a queue, to be settled before its lease runs out.
 *
 * @param attempts how often it has been taken, this time included, postponements not counted
 * @param lease    proof of having taken it; whoever takes it later has another
 */
public record Work(
        long id, String key, String orderKey, byte[] payload, int attempts, Instant addedAt, String lease) {
    @Override
    public String toString() {
        return "Work[" + id + ", attempt " + attempts + "]";
    }
}
