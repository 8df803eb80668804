package id.saring.match;

import java.util.List;
import java.util.function.UnaryOperator;

/** Finds the claims of an index that are worth a close comparison with a message, and compares them. */
final class Shortlist {
    static final int CANDIDATES = 60;

    private final ClaimIndex index;
    private final CandidateSearch search;
    private final WordWeights.Likelihood likelihood;

    Shortlist(ClaimIndex index, WordWeights words) {
        this.index = index;
        this.likelihood = words.over();
        this.search = new CandidateSearch(index);
    }

    /** What the message is compared with. */
    Lineup lineup(String text, UnaryOperator<ClaimWords> kept) {
        IndexStatistics statistics = index.statistics();
        MessageWords message = MessageWords.of(text, statistics);
        return Lineup.of(MessageKind.of(message), of(message, statistics), kept);
    }

    /** Candidates by score, not yet in a model's order. */
    List<Candidate> of(MessageWords message, IndexStatistics statistics) {
        List<ClaimWords> found = search.find(message, CANDIDATES);
        return new Comparison(message, statistics, likelihood).measure(found, CANDIDATES);
    }
}
