package id.saring.evaluate;

import id.saring.match.Explanation;
import java.util.List;
import java.util.Map;

/**
 * What the matcher made of one message.
 *
 * @param ranked keys of the best claims, best first
 * @param scores their confidences, in the same order
 * @param millis how long the lookup took
 */
record Answer(Message message, String outcome, List<String> ranked, List<Double> scores, double millis) {
    private static final int BEST = 10;

    /** @param keys keys of claims by their numbers in the store */
    static Answer of(Message message, Explanation explanation, Map<Long, String> keys, double millis) {
        List<Explanation.ExplainedCandidate> best = explanation.candidates().stream().limit(BEST).toList();
        return new Answer(
                message,
                explanation.outcome(),
                best.stream().map(candidate -> keys.getOrDefault(candidate.claimId(), "?")).toList(),
                best.stream().map(Explanation.ExplainedCandidate::confidence).toList(),
                millis);
    }

    boolean isMatch() {
        return outcome.equals("match") && !ranked.isEmpty();
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
