package id.saring.match;

import java.util.List;

/** Finds the claims of an index that are worth a close comparison with a message, and compares them. */
final class Shortlist {
    private static final int CANDIDATES = 60;

    private final ClaimIndex index;
    private final CandidateSearch search;

    Shortlist(ClaimIndex index) {
        this.index = index;
        this.search = new CandidateSearch(index);
    }

    List<Candidate> of(String text) {
        ClaimIndex.Statistics statistics = index.statistics();
        return of(MessageWords.of(text, statistics), statistics);
    }

    /** Candidates by score, not yet in a model's order. */
    List<Candidate> of(MessageWords message, ClaimIndex.Statistics statistics) {
        List<ClaimWords> found = search.find(message, CANDIDATES);
        return new Comparison(message, statistics).measure(found, CANDIDATES);
    }

    /** Claims in the order in which the search finds them, of at most {@code depth} wordings. */
    List<Long> found(String text, int depth) {
        return search.find(MessageWords.of(text, index.statistics()), depth).stream()
                .map(ClaimWords::claimId)
                .distinct()
                .toList();
    }
}
