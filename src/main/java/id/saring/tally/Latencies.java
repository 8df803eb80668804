package id.saring.tally;

import java.time.Duration;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How long answers took: how many fell between each bound and the one before, which are at most a third apart or so.
 */
public final class Latencies {
    /** In microseconds: 0.1 ms to a minute, eight a decade. */
    private static final long[] BOUNDS = bounds();

    private final NavigableMap<Long, Long> counts = new TreeMap<>();

    void add(long belowMicros, long lookups) {
        counts.merge(belowMicros, lookups, Long::sum);
    }

    /** Puts those of another hour or day in as well. */
    public void add(Latencies others) {
        others.counts.forEach(this::add);
    }

    public long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * The milliseconds within which a share of the answers was given, empty if there were none. Taken as if the answers
     * between two bounds were spread evenly.
     *
     * @param share from 0 to 1
     */
    public OptionalDouble within(double share) {
        double rank = share * count();
        double before = 0;
        for (var bucket : counts.entrySet()) {
            long count = bucket.getValue();
            if (count > 0 && before + count >= rank) {
                long upper = bucket.getKey();
                long lower = boundBefore(upper);
                return OptionalDouble.of((lower + (upper - lower) * (rank - before) / count) / 1000);
            }
            before += count;
        }
        return OptionalDouble.empty();
    }

    /** The bound that a column of microseconds falls below, in SQL. */
    static String boundOf(String column) {
        return Arrays.stream(BOUNDS)
                .mapToObj(bound -> "WHEN " + column + " < " + bound + " THEN " + bound)
                .collect(Collectors.joining(" ", "CASE ", " ELSE " + BOUNDS[BOUNDS.length - 1] + " END"));
    }

    private static long boundBefore(long bound) {
        int place = Arrays.binarySearch(BOUNDS, bound);
        return place <= 0 ? 0 : BOUNDS[place - 1];
    }

    private static long[] bounds() {
        double[] steps = {1, 1.3, 1.8, 2.4, 3.2, 4.2, 5.6, 7.5};
        long minute = Duration.ofMinutes(1).toNanos() / 1000;
        TreeMap<Long, Boolean> bounds = new TreeMap<>();
        for (long decade = 100; decade < minute; decade *= 10) {
            for (double step : steps) {
                bounds.put(Math.min(minute, Math.round(decade * step)), true);
            }
        }
        return bounds.keySet().stream().mapToLong(Long::longValue).toArray();
    }
}
