package id.saring.tally;

import id.saring.core.ClaimId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What there was between two moments of one hour.
 *
 * @param latencies answers by the bound they took less than, in microseconds
 * @param feedback  answers to whether it helped, by what they were
 */
record Counted(
        Instant since,
        Instant until,
        List<Sort> lookups,
        Map<Long, Long> latencies,
        Map<ClaimId, Long> claims,
        Map<Boolean, Long> feedback) {
    /** Lookups that have all of this in common. */
    record Sort(String channel, String language, String outcome, long lookups) {}
}
