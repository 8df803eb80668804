package id.saring.admin;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import id.saring.tally.Grain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What charts show: so many hours, days or weeks up to now.
 *
 * @param count how many
 */
record ChartSpan(By by, int count) {
    /** How wide a point of a chart is. */
    enum By {
        HOUR(Grain.HOUR, ChronoUnit.HOURS, 24, 72, 168),
        DAY(Grain.DAY, ChronoUnit.DAYS, 30, 14, 90),
        WEEK(Grain.DAY, ChronoUnit.WEEKS, 26, 12, 52);

        private final Grain grain;
        private final ChronoUnit unit;
        private final List<Integer> counts;

        By(Grain grain, ChronoUnit unit, Integer... counts) {
            this.grain = grain;
            this.unit = unit;
            this.counts = List.of(counts);
        }

        Grain grain() {
            return grain;
        }

        /** As addresses and messages name it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** How many there can be, the fewest first. */
        public List<Integer> counts() {
            return counts.stream().sorted().toList();
        }

        /** When the hour, day or week began that {@code moment} is in; weeks begin on Mondays. */
        Instant start(Instant moment, ZoneId zone) {
            ZonedDateTime start = moment.atZone(zone).truncatedTo(this == HOUR ? ChronoUnit.HOURS : ChronoUnit.DAYS);
            return this == WEEK
                    ? start.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toInstant()
                    : start.toInstant();
        }
    }

    /** As an address asks for it; what it cannot be becomes what is usual. */
    static ChartSpan of(String by, int count) {
        By chosen = Arrays.stream(By.values()).filter(one -> one.code().equals(by)).findFirst().orElse(By.DAY);
        return new ChartSpan(chosen, chosen.counts.contains(count) ? count : chosen.counts.getFirst());
    }

    /** When each of the hours, days or weeks began, the oldest first; the last is the one under way. */
    List<Instant> starts(Instant now, ZoneId zone) {
        List<Instant> starts = new ArrayList<>();
        ZonedDateTime last = by.start(now, zone).atZone(zone);
        for (int i = count - 1; i >= 0; i--) {
            starts.add(by.start(last.minus(i, by.unit).toInstant(), zone));
        }
        // Where clocks are put back or forward an hour is twice or not at all there.
        return starts.stream().distinct().toList();
    }
}
