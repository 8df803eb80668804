package id.saring.evaluate;

import id.saring.match.ClaimMatcher;
import id.saring.match.Explanation;
import id.saring.match.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the matcher made of one message.
 *
 * @param ranked keys of the best claims, best first
 * @param scores their confidences, in the same order
 * @param found  keys of the first claims that the search brings to comparison, more than an answer needs
 * @param free   whether nothing but the threshold stands between the first claim and a match
 * @param millis how long the lookup took
 */
record Answer(
        Message message,
        String outcome,
        List<String> ranked,
        List<Double> scores,
        List<String> found,
        boolean free,
        double millis) {
    private static final int BEST = 10;

    /** How deep the search is looked at. */
    static final int DEPTH = 100;

    /** What the matcher answers in the trial's store. */
    static Answer of(Message message, TrialStore store, ClaimMatcher matcher, double millis) {
        Map<Long, String> keys = store.keys();
        Explanation explanation = matcher.explain(new Query(message.text(), null));
        Map<Long, Double> best = new LinkedHashMap<>();
        explanation.shown().stream().filter(Explanation.Shown::byAddress).forEach(
                claim -> best.put(claim.claimId(), claim.confidence()));
        boolean linked = !best.isEmpty();
        explanation.candidates().forEach(claim -> best.putIfAbsent(claim.claimId(), claim.confidence()));
        return new Answer(
                message,
                explanation.outcome(),
                best.keySet().stream().limit(BEST).map(id -> keys.getOrDefault(id, "?")).toList(),
                best.values().stream().limit(BEST).toList(),
                store.trial().found(message.text(), DEPTH).stream().map(id -> keys.getOrDefault(id, "?")).toList(),
                linked
                        ? explanation.outcome().equals("match")
                        : explanation.guards().stream().allMatch(guard -> guard.objection() == null),
                millis);
    }

    boolean isMatch() {
        return outcome.equals("match") && !ranked.isEmpty();
    }

    /** Whether it would be a match if this were the threshold. */
    boolean isMatchFrom(double threshold) {
        return free && score() >= threshold;
    }

    /** The first claim's confidence; 0 if nothing was found. */
    double score() {
        return scores.isEmpty() ? 0 : scores.get(0);
    }

    /** Whether the first claim is a right answer, or one as good. */
    boolean isRight() {
        return !ranked.isEmpty() && message.acceptable().contains(ranked.get(0));
    }
}
