package id.saring.chat;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Waiting times after failures: they double from a first to a longest one, spread by a fifth so that many do not come
 * back at once.
 */
public final class Patience {
    /** Longest wait accepted from a platform, which may ask for more than we would wait by ourselves. */
    private static final Duration LONGEST_ASKED = Duration.ofMinutes(5);

    private final Duration first;
    private final Duration longest;
    private int failures;
    private Duration asked = Duration.ZERO;

    public Patience(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    /** How long to wait after one more failure. */
    public synchronized Duration next() {
        double grown = first.toMillis() * Math.pow(2, Math.min(failures++, 20));
        double spread = grown * ThreadLocalRandom.current().nextDouble(0.8, 1.2);
        long own = Math.max(1, Math.min((long) spread, longest.toMillis()));
        long millis = Math.max(own, asked.toMillis());
        asked = Duration.ZERO;
        return Duration.ofMillis(millis);
    }

    /** Makes the next wait at least this long, because the other side asked for it. */
    public synchronized void askedFor(Duration wait) {
        asked = wait.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : wait;
    }

    /** It works again; the next wait is the first one. */
    public synchronized void reset() {
        failures = 0;
        asked = Duration.ZERO;
    }
}
