package id.saring.match;

import java.util.List;

/**
 * A candidate at its place in the model's order.
 *
 * @param own   what it is worth by itself; the decision judges by this alone
 * @param order the same and what the other candidates lend it, by which they are ordered
 */
record Ranked(Candidate candidate, double own, double order) {
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
