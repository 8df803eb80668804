package id.saring.tally;

import id.saring.core.ClaimId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The tallies as metrics. What is counted by one replica is added to its counters only, so that the sum over all
 * replicas is right.
 */
final class TallyMeters {
    private static final int RANKS = 5;

    private final MeterRegistry meters;

    TallyMeters(MeterRegistry meters) {
        this.meters = meters;
        for (boolean helpful : new boolean[] {true, false}) {
            feedback(helpful);
        }
    }

    void count(Counted counted) {
        for (Counted.Sort sort : counted.lookups()) {
            Counter.builder("saring.lookups")
                    .description("Messages looked up, by channel, language of the answer and outcome")
                    .tag("channel", sort.channel().toLowerCase(Locale.ROOT))
                    .tag("language", sort.language().toLowerCase(Locale.ROOT))
                    .tag("outcome", sort.outcome())
                    .register(meters)
                    .increment(sort.lookups());
        }
        counted.feedback().forEach((helpful, answers) -> feedback(helpful).increment(answers));
    }

    /** The most frequent claims and risers by rank; which claims they are would be a new series each day. */
    void watch(Spreading spreading) {
        for (int rank = 1; rank <= RANKS; rank++) {
            gauge("saring.claims.top.lookups", "Lookups in 24 hours of the claim of this rank", rank, spreading, now ->
                    now.top().stream().map(claim -> (double) claim.lookups()).toList());
            gauge("saring.claims.riser.ratio", "24 hours of the claim of this rank against its usual day",
                    rank, spreading,
                    now -> now.risers().stream().map(riser -> riser.today() / Math.max(1, riser.usually())).toList());
        }
    }

    private void gauge(
            String name, String description, int rank, Spreading spreading,
            Function<Spreading.Now, List<Double>> values) {
        Gauge.builder(name, spreading, source -> {
                    List<Double> ranked = values.apply(source.now());
                    return ranked.size() < rank ? 0 : ranked.get(rank - 1);
                })
                .description(description)
                .tag("rank", Integer.toString(rank))
                .register(meters);
    }

    private Counter feedback(boolean helpful) {
        return Counter.builder("saring.feedback")
                .description("What people said of answers")
                .tag("helpful", Boolean.toString(helpful))
                .register(meters);
    }
}
