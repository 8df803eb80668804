package id.saring.match;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What decides whether the first candidate answers the message: features of its own, and its lead over the others. Two
 * reviews of one story take nothing from each other, so the lead over the first claim that says something else counts too.
 */
enum Input {
    SCORE_BY_SIZE(Feature.SCORE_BY_SIZE),
    BEST_COVERAGE(Feature.BEST_COVERAGE),
    BEST_PASSAGE_JACCARD(Feature.BEST_PASSAGE_JACCARD),
    THREE_RAREST_FOUND(Feature.THREE_RAREST_FOUND),
    MESSAGE_LENGTH(Feature.MESSAGE_LENGTH),
    BEST_RUN(Feature.BEST_RUN),
    GAP(Feature.GAP),
    RAREST_MISSING(Feature.RAREST_MISSING),
    ORDER(null),
    LEAD_OVER_SECOND(null),
    LEAD_OVER_THIRD(null),
    SECOND_ORDER(null),
    SHARE(null),
    RANK(Feature.RANK),
    LEAD_OVER_OTHER(null),
    SECOND_LIKENESS(null),
    TWINS(null),
    ODDS_OVER_OTHER(null),
    GAP_TO_OTHER(null);

    private static final double LARGEST_LEAD = 15;
    private static final double TWIN_LIKENESS = 0.5;
    private static final int MOST_TWINS = 3;

    private final @Nullable Feature feature;

    Input(@Nullable Feature feature) {
        this.feature = feature;
    }

    /** The inputs for ranked candidates, of which there is at least one. */
    static Map<Input, Double> of(List<Ranked> ranked) {
        Map<Input, Double> inputs = new EnumMap<>(Input.class);
        Candidate first = ranked.get(0).candidate();
        double order = ranked.get(0).order();
        double second = ranked.size() > 1 ? ranked.get(1).order() : order - LARGEST_LEAD;
        double third = ranked.size() > 2 ? ranked.get(2).order() : second;
        for (Input input : values()) {
            if (input.feature != null) {
                inputs.put(input, first.get(input.feature));
            }
        }
        inputs.put(ORDER, order);
        inputs.put(LEAD_OVER_SECOND, Math.min(LARGEST_LEAD, order - second));
        inputs.put(LEAD_OVER_THIRD, Math.min(LARGEST_LEAD, order - third));
        inputs.put(SECOND_ORDER, second);
        inputs.put(SHARE, Ranked.share(ranked, 0));

        double[] likeness = ranked.stream().mapToDouble(r -> likeness(first.words, r.candidate().words)).toArray();
        int other = 1;
        while (other < likeness.length && likeness[other] >= TWIN_LIKENESS) {
            other++;
        }
        double lead = other < ranked.size() ? Math.min(LARGEST_LEAD, order - ranked.get(other).order()) : LARGEST_LEAD;
        inputs.put(LEAD_OVER_OTHER, lead);
        inputs.put(SECOND_LIKENESS, likeness.length > 1 ? likeness[1] : 0);
        inputs.put(TWINS, (double) Math.min(MOST_TWINS, other - 1));
        inputs.put(ODDS_OVER_OTHER, 1 / (1 + Math.exp(-lead)));
        inputs.put(GAP_TO_OTHER, gapToOther(ranked, likeness));
        return inputs;
    }

    private static double gapToOther(List<Ranked> ranked, double[] likeness) {
        double score = ranked.get(0).candidate().get(Feature.SCORE);
        double rival = 0;
        for (int i = 1; i < likeness.length; i++) {
            if (likeness[i] < TWIN_LIKENESS) {
                rival = Math.max(rival, ranked.get(i).candidate().get(Feature.SCORE));
            }
        }
        return (score - rival) / Math.max(1, score);
    }

    /** Jaccard's index of the distinct stems of two wordings, from 0 to 1. */
    private static double likeness(ClaimWords a, ClaimWords b) {
        long[] left = Arrays.stream(a.claim()).sorted().distinct().toArray();
        long[] right = Arrays.stream(b.claim()).sorted().distinct().toArray();
        int common = 0;
        for (int i = 0, j = 0; i < left.length && j < right.length; ) {
            if (left[i] == right[j]) {
                common++;
                i++;
                j++;
            } else if (left[i] < right[j]) {
                i++;
            } else {
                j++;
            }
        }
        int all = left.length + right.length - common;
        return all == 0 ? 0 : common / (double) all;
    }
}
