package id.saring.match;

import java.util.List;
import java.util.function.UnaryOperator;

/** Finds the claims of a corpus that are worth a close comparison with a message, and compares them. */
final class Shortlist {
    static final int CANDIDATES = 60;

    private final Corpus corpus;
    private final WordWeights.Likelihood likelihood;

    Shortlist(Corpus corpus, WordWeights.Likelihood likelihood) {
        this.corpus = corpus;
        this.likelihood = likelihood;
    }

    /** What the message is compared with. */
    Lineup lineup(String text, UnaryOperator<ClaimWords> kept) {
        IndexStatistics statistics = corpus.statistics();
        MessageWords message = MessageWords.of(text, statistics);
        return Lineup.of(MessageKind.of(message), of(message, statistics), kept);
    }

    /** Candidates by score, not yet in a model's order. */
    List<Candidate> of(MessageWords message, IndexStatistics statistics) {
        List<ClaimWords> found = corpus.find(message, CANDIDATES);
        return new Comparison(message, statistics, likelihood).measure(found, CANDIDATES);
    }
}
