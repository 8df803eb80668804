package id.saring.match;

import java.util.Arrays;
import java.util.List;

/** Measures how well a claim explains the words of a message that are likely to be a claim's. For one message. */
final class Relevance {
    private final TermStatistics terms;
    private final WordWeights.Likelihood likelihood;
    private final double size;
    private final double messageLength;
    private final double[] weights;
    private final double total;

    Relevance(MessageWords message, TermStatistics terms, WordWeights.Likelihood likelihood, double size) {
        this.terms = terms;
        this.likelihood = likelihood;
        this.size = size;
        this.messageLength = WordWeights.messageLength(message);
        this.weights = likelihood.ofMessage(message, size);
        for (MessageWords.Term term : message.terms) {
            weights[term.index] = weight(weights[term.index], term.count);
        }
        this.total = Arrays.stream(weights).sum();
    }

    /**
     * The log-odds that a word stands in the right claim, over those that it stands in any; 0 where that is no more
     * likely.
     */
    private double weight(double likely, int count) {
        if (likely == 0) {
            return 0;
        }
        double anywhere = (Math.min(count, terms.documents() - 1) + 0.5) / (terms.documents() + 1.0);
        return Math.max(0, Math.log(likely / (1 - likely)) - Math.log(anywhere / (1 - anywhere)));
    }

    /** @param whole the view of wording, headline and summary, one after the other */
    void measure(Candidate c, View claim, View title, View whole) {
        ClaimWords words = c.words;
        double relevance = 0;
        double expected = 0;
        double expectedFound = 0;
        for (int i = 0; i < words.claim().length; i++) {
            if (!whole.isFirst(i)) {
                continue;
            }
            MessageWords.Term term = claim.term(i);
            double likely = likelihood.ofClaim(words, i, claim.weight(i) / size, messageLength);
            expected += likely;
            if (term != null) {
                expectedFound += likely;
                relevance += weights[term.index];
            }
        }
        c.set(Feature.CLAIM_RELEVANCE, relevance / size);
        for (int i = 0; i < words.title().length; i++) {
            MessageWords.Term term = whole.isFirst(words.claim().length + i) ? title.term(i) : null;
            relevance += term == null ? 0 : weights[term.index];
        }
        c.set(Feature.RELEVANCE, relevance / size);
        c.set(Feature.RELEVANT_EXPLAINED, total == 0 ? 0 : relevance / total);
        c.set(Feature.EXPECTED_COVERAGE, expectedFound / Math.max(1e-9, expected));
    }

    /**
     * Measures how much of what stands in a candidate stands in few of its rivals: all claims on a subject share the
     * words of the subject, and only the others tell them apart, however common these are elsewhere.
     */
    void measureAmong(List<Candidate> candidates) {
        int[] counts = new int[weights.length];
        for (Candidate c : candidates) {
            for (int term : c.found) {
                counts[term]++;
            }
        }
        double most = Math.log(1.0 + candidates.size());
        for (Candidate c : candidates) {
            double rareness = 0;
            double relevance = 0;
            for (int term : c.found) {
                double rare = (most - Math.log(counts[term] + 0.5)) / most;
                rareness += rare;
                relevance += rare * weights[term];
            }
            c.set(Feature.RIVAL_RARENESS, rareness);
            c.set(Feature.RIVAL_RELEVANCE, relevance / size);
        }
    }
}
