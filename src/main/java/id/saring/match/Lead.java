package id.saring.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What decides whether the first candidate answers the message: all its features, and its lead over the others. Two
 * reviews of one story take nothing from each other, so the lead over the first claim that says something else counts
 * too.
 */
enum Lead {
    ORDER,
    LEAD_OVER_SECOND,
    LEAD_OVER_THIRD,
    SECOND_ORDER,
    ORDER_SHARE,
    LEAD_OVER_OTHER,
    SECOND_LIKENESS,
    TWINS,
    ODDS_OVER_OTHER,
    GAP_TO_OTHER;

    private static final double LARGEST_LEAD = 15;
    private static final double TWIN_LIKENESS = 0.5;
    private static final int MOST_TWINS = 3;

    /** The inputs of the decision by name, for ranked candidates, of which there is at least one. */
    static Map<String, Double> inputs(List<Ranked> ranked) {
        Map<String, Double> inputs = new LinkedHashMap<>();
        for (Feature feature : Feature.values()) {
            if (feature.decides()) {
                inputs.put(feature.name(), ranked.get(0).candidate().get(feature));
            }
        }
        double[] leads = leads(byOwn(ranked));
        for (Lead lead : values()) {
            inputs.put(lead.name(), leads[lead.ordinal()]);
        }
        Bends.add(inputs);
        return inputs;
    }

    /** The first candidate, and its rivals in the order that each has by itself: it may lie behind some of them. */
    private static List<Ranked> byOwn(List<Ranked> ranked) {
        List<Ranked> own = new ArrayList<>(ranked.size());
        ranked.forEach(r -> own.add(new Ranked(r.candidate(), r.own(), r.own())));
        own.subList(1, own.size()).sort(Comparator.comparingDouble((Ranked r) -> -r.own())
                .thenComparing(r -> r.candidate().words.claimId()));
        return own;
    }

    private static double[] leads(List<Ranked> ranked) {
        Candidate first = ranked.get(0).candidate();
        double order = ranked.get(0).order();
        double second = ranked.size() > 1 ? ranked.get(1).order() : order - LARGEST_LEAD;
        double third = ranked.size() > 2 ? ranked.get(2).order() : second;
        long[] stems = first.words.distinct();
        double[] likeness = new double[ranked.size()];
        for (int i = 1; i < likeness.length; i++) {
            likeness[i] = likeness(stems, ranked.get(i).candidate().words.distinct());
        }
        int other = 1;
        while (other < likeness.length && likeness[other] >= TWIN_LIKENESS) {
            other++;
        }
        double lead = other < ranked.size() ? Math.min(LARGEST_LEAD, order - ranked.get(other).order()) : LARGEST_LEAD;
        return new double[] {
            order,
            Math.min(LARGEST_LEAD, order - second),
            Math.min(LARGEST_LEAD, order - third),
            second,
            Ranked.share(ranked, 0),
            lead,
            likeness.length > 1 ? likeness[1] : 0,
            Math.min(MOST_TWINS, other - 1),
            1 / (1 + Math.exp(-lead)),
            gapToOther(ranked, likeness)
        };
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
    private static double likeness(long[] left, long[] right) {
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
