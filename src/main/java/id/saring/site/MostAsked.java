package id.saring.site;

import id.saring.audit.Lookups;
import id.saring.core.ClaimId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The claims that most people were answered with in the last seven days, counted anew every few minutes. */
final class MostAsked {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final int COUNTED = 20;

    private record Count(List<ClaimId> ids, Instant at) {}

    private final Lookups lookups;
    private final Clock clock;
    private volatile Count count = new Count(List.of(), Instant.MIN);

    MostAsked(Lookups lookups, Clock clock) {
        this.lookups = lookups;
        this.clock = clock;
    }

    List<ClaimId> ids() {
        Instant now = clock.instant();
        Count last = count;
        if (last.at.isBefore(now.minus(FRESH))) {
            last = new Count(lookups.mostAsked(now.minus(WEEK), COUNTED), now);
            count = last;
        }
        return last.ids;
    }
}
