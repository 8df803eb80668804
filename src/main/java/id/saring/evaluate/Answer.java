package id.saring.evaluate;

import java.util.List;

/**
 * What the matcher made of one message.
 *
 * @param ranked keys of the best claims, best first
 * @param scores their confidences, in the same order
 * @param millis how long the lookup took
 */
record Answer(PackFiles.Message message, String outcome, List<String> ranked, List<Double> scores, double millis) {
    boolean isMatch() {
        return outcome.equals("match") && !ranked.isEmpty();
    }

    /** The first claim's confidence; 0 if nothing was found. */
    double score() {
        return scores.isEmpty() ? 0 : scores.get(0);
    }
}
