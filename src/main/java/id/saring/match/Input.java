package id.saring.match;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What decides whether the first candidate answers the message: features of its own, and its lead over the others. */
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
    RANK(Feature.RANK);

    private static final double LARGEST_LEAD = 15;

    private final @Nullable Feature feature;

    Input(@Nullable Feature feature) {
        this.feature = feature;
    }

    /** The inputs for ranked candidates, of which there is at least one. */
    static Map<Input, Double> of(List<Ranked> ranked) {
        Map<Input, Double> inputs = new EnumMap<>(Input.class);
        Ranked first = ranked.get(0);
        double second = ranked.size() > 1 ? ranked.get(1).order() : first.order() - LARGEST_LEAD;
        double third = ranked.size() > 2 ? ranked.get(2).order() : second;
        for (Input input : values()) {
            if (input.feature != null) {
                inputs.put(input, first.candidate().get(input.feature));
            }
        }
        inputs.put(ORDER, first.order());
        inputs.put(LEAD_OVER_SECOND, Math.min(LARGEST_LEAD, first.order() - second));
        inputs.put(LEAD_OVER_THIRD, Math.min(LARGEST_LEAD, first.order() - third));
        inputs.put(SECOND_ORDER, second);
        inputs.put(SHARE, Ranked.share(ranked, 0));
        return inputs;
    }
}
