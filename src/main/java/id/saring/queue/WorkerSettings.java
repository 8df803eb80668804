package id.saring.queue;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How a worker works.
 *
 * @param concurrency  pieces of work done side by side
 * @param lease        how long one piece may take before another worker takes it over; from a process that died it is
 *                     taken over within 15 seconds
 * @param poll         how often to look for work that nobody announced: retries due, leases run out
 * @param attempts     how often work may fail before it is buried
 * @param firstRetry   the wait after the first failure, doubled after each further one
 * @param longestRetry where the doubling ends
 */
public record WorkerSettings(
        int concurrency, Duration lease, Duration poll, int attempts, Duration firstRetry, Duration longestRetry) {
    public WorkerSettings {
        if (concurrency < 1 || attempts < 1) {
            throw new IllegalArgumentException("A worker needs at least one thread and one attempt");
        }
        if (!lease.isPositive() || !poll.isPositive() || !firstRetry.isPositive()) {
            throw new IllegalArgumentException("Lease, poll and first retry are longer than nothing");
        }
        if (longestRetry.compareTo(firstRetry) < 0) {
            throw new IllegalArgumentException("The longest retry is no shorter than the first");
        }
    }

    /** The wait after failure number {@code attempt}: between half and all of the step, so that failures spread out. */
    Duration retryDelay(int attempt, RandomGenerator random) {
        long step = firstRetry.toMillis();
        long longest = longestRetry.toMillis();
        for (int i = 1; i < attempt && step < longest; i++) {
            step *= 2;
        }
        step = Math.min(step, longest);
        return Duration.ofMillis(step / 2 + (long) (random.nextDouble() * (step - step / 2)));
    }
}
