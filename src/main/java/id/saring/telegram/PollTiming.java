package id.saring.telegram;

import id.saring.chat.Patience;
import java.time.Duration;

/**
 * How patiently updates are fetched.
 *
 * @param hold        how long Telegram may hold a poll open; it allows 50 seconds, in whole ones
 * @param gap         least time between two polls when the first brought nothing new
 * @param firstWait   wait after a first failure; it doubles with each further one
 * @param longestWait where that doubling ends
 * @param watch       how often it is looked whether polling still lives
 */
record PollTiming(Duration hold, Duration gap, Duration firstWait, Duration longestWait, Duration watch) {
    static final PollTiming STANDARD = new PollTiming(
            Duration.ofSeconds(50),
            Duration.ofSeconds(1),
            Duration.ofMillis(500),
            Duration.ofSeconds(30),
            Duration.ofSeconds(5));

    /** Waiting times after failures, by these limits. */
    Patience patience() {
        return new Patience(firstWait, longestWait);
    }
}
