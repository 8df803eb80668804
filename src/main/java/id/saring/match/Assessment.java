package id.saring.match;

import java.util.List;
import java.util.Map;

/**
 * Everything the matcher knows of a message before it decides.
 *
 * @param ranked     candidates in the model's order
 * @param inputs     what the decision about the first one was made of; empty without candidates
 * @param confidence probability that the first one answers the message; 0 without candidates
 * @param typed      the same probability of the message with no word read as a slip of another
 * @param linked     claims whose source or hoax address stands in the message
 * @param partial    whether only one passage of a long message was compared, which is never enough for a verdict
 */
record Assessment(
        MessageWords message,
        List<Ranked> ranked,
        Map<String, Double> inputs,
        double confidence,
        double typed,
        List<ClaimWords> linked,
        boolean partial) {
    /**
     * Probability that the candidate at {@code place} answers the message: the first one's, lessened by how far it
     * stands behind.
     */
    double confidence(int place) {
        return confidence * Math.exp(ranked.get(place).order() - ranked.get(0).order());
    }

    /** Whether an address in the message leads to this claim. */
    boolean isLinked(long claimId) {
        return linked.stream().anyMatch(words -> words.claimId() == claimId);
    }
}
