package id.saring.tally;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked for most and what rises, read once a minute at most. */
final class Spreading {
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int MOST = 5;

    /** How it was at a moment. */
    record Now(Instant at, List<Tallies.ClaimTally> top, List<Tallies.Riser> risers) {}

    private final Tallies tallies;
    private final Clock clock;
    private volatile @Nullable Now last;

    Spreading(Tallies tallies, Clock clock) {
        this.tallies = tallies;
        this.clock = clock;
    }

    synchronized Now now() {
        Instant at = clock.instant();
        Now known = last;
        if (known == null || known.at().plus(FRESH).isBefore(at)) {
            known = new Now(
                    at, tallies.top(Grain.HOUR, at.minus(Duration.ofDays(1)), MOST), tallies.risers(at, MOST));
            last = known;
        }
        return known;
    }
}
