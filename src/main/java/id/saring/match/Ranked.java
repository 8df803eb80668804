package id.saring.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A candidate at its place in the model's order. */
record Ranked(Candidate candidate, double order) {
    /** Candidates in the model's order, best first; equal ones by claim id, so that the order never depends on chance. */
    static List<Ranked> rank(List<Candidate> candidates, MatchModel model) {
        List<Ranked> ranked = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            ranked.add(new Ranked(candidate, model.order(candidate)));
        }
        ranked.sort(Comparator.comparingDouble((Ranked r) -> -r.order()).thenComparing(r -> r.candidate().words.claimId()));
        return ranked;
    }

    /** The share of the candidate at {@code place} in the softmax of all, from 0 to 1. */
    static double share(List<Ranked> ranked, int place) {
        double best = ranked.get(0).order();
        double sum = 0;
        for (Ranked r : ranked) {
            sum += Math.exp(r.order() - best);
        }
        return Math.exp(ranked.get(place).order() - best) / sum;
    }
}
