package id.saring.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts candidates in the order of a model. */
final class CandidateOrder {
    private final int[] features;
    private final Linear.Input[] inputs;

    CandidateOrder(Linear order) {
        this.inputs = order.inputs().toArray(Linear.Input[]::new);
        this.features = order.inputs().stream().mapToInt(input -> Feature.valueOf(input.name()).ordinal()).toArray();
    }

    /** The higher, the sooner the candidate is the one. */
    double score(Candidate candidate) {
        double score = 0;
        for (int i = 0; i < inputs.length; i++) {
            score += inputs[i].contribution(candidate.features[features[i]]);
        }
        return score;
    }

    /** Candidates best first; equal ones by claim id, so that the order never depends on chance. */
    List<Ranked> rank(List<Candidate> candidates) {
        List<Ranked> ranked = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            ranked.add(new Ranked(candidate, score(candidate)));
        }
        ranked.sort(Comparator.comparingDouble((Ranked r) -> -r.order())
                .thenComparing(r -> r.candidate().words.claimId()));
        return ranked;
    }
}
