package id.saring.whatsapp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Waits that double from a first to a longest one as long as waiting does not help, each up to a fifth longer so that
 * not all come back in the same moment. Many messages on their way meet the same trouble at once; that is one failure.
 */
final class Backoff {
    /** After less quiet than this, trouble is the old one. */
    private static final Duration LEAST_QUIET = Duration.ofSeconds(10);

    private final Duration first;
    private final Duration longest;
    private final Clock clock;
    private Duration step = Duration.ZERO;
    private Instant began = Instant.MIN;

    Backoff(Duration first, Duration longest, Clock clock) {
        this.first = first;
        this.longest = longest;
        this.clock = clock;
    }

    /** How long to wait, now that it went wrong. */
    synchronized Duration next() {
        Instant now = clock.instant();
        // Before it began: the clock has been put back.
        boolean same = !now.isBefore(began) && now.isBefore(end());
        boolean quiet = now.isBefore(began) || now.isAfter(end().plus(longer(step, LEAST_QUIET)));
        if (quiet || step.isZero()) {
            step = first;
            began = now;
        } else if (!same) {
            Duration twice = step.multipliedBy(2);
            step = twice.compareTo(longest) > 0 ? longest : twice;
            began = now;
        }
        return spread(same ? Duration.between(now, end()) : step);
    }

    /** It works again; the next wait is the first one. */
    synchronized void reset() {
        step = Duration.ZERO;
        began = Instant.MIN;
    }

    /** A little longer. */
    static Duration spread(Duration wait) {
        return wait.plusMillis(ThreadLocalRandom.current().nextLong(Math.max(1, wait.toMillis() / 5)));
    }

    private Instant end() {
        return step.isZero() ? began : began.plus(step);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
