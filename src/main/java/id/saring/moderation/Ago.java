package id.saring.moderation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Says how long ago something was: a count, and the unit that names the words {@code ago.<unit>}. */
record Ago(String unit, long count) {
    /** For the pages: {@code ${ago.of(time)}}. */
    record Since(Clock clock) {
        public Ago of(Instant time) {
            return Ago.of(time, clock.instant());
        }
    }

    static Ago of(Instant time, Instant now) {
        Duration age = Duration.between(time, now);
        if (age.toMinutes() < 1) {
            return new Ago("now", 0);
        }
        if (age.toHours() < 1) {
            return new Ago("minutes", age.toMinutes());
        }
        return age.toDays() < 1 ? new Ago("hours", age.toHours()) : new Ago("days", age.toDays());
    }
}
