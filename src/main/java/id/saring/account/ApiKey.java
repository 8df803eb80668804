package id.saring.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key by which a program may ask more often than its address alone might; the key itself is not kept.
 *
 * @param name      whose it is, 1 to {@value #MAX_NAME} characters
 * @param quota     how often it may ask
 * @param revokedAt null while it is good
 * @param today     requests since the day of UTC began, late by some seconds
 */
public record ApiKey(long id, String name, Quota quota, Instant createdAt, @Nullable Instant revokedAt, long today) {
    public static final int MAX_NAME = 60;

    /**
     * How often a key may be used: in the long run a minute, and in all a day.
     *
     * @throws RefusedChangeException unless {@code 1 <= perMinute <= 60000} and
     * {@code perMinute <= perDay <= 100 million}
     */
    public record Quota(int perMinute, long perDay) {
        private static final int MOST_PER_MINUTE = 60_000;
        private static final long MOST_PER_DAY = 100_000_000;

        public Quota {
            if (perMinute < 1 || perMinute > MOST_PER_MINUTE || perDay < perMinute || perDay > MOST_PER_DAY) {
                throw new RefusedChangeException("quota");
            }
        }
    }
}
