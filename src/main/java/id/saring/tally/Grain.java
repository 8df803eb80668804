package id.saring.tally;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** How finely is counted. */
public enum Grain {
    HOUR(ChronoUnit.HOURS),
    DAY(ChronoUnit.DAYS);

    private final ChronoUnit unit;

    Grain(ChronoUnit unit) {
        this.unit = unit;
    }

    /** When the hour or day began that {@code moment} is in. */
    public Instant start(Instant moment, ZoneId zone) {
        return moment.atZone(zone).truncatedTo(unit).toInstant();
    }

    /** When the hour or day ends that {@code moment} is in. */
    Instant end(Instant moment, ZoneId zone) {
        ZonedDateTime start = moment.atZone(zone).truncatedTo(unit);
        return start.plus(1, unit).toInstant();
    }
}
