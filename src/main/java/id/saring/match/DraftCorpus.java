package id.saring.match;

import id.saring.claim.Claim;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The claims of an index as if one of them had been saved otherwise, or one more been published. The index itself is
 * not changed.
 */
final class DraftCorpus implements Corpus {
    private final Corpus others;
    private final Claim draft;
    private final List<ClaimWords> wordings;
    private final Set<String> links;
    private final IndexStatistics statistics;

    /** @param others the claims of that index */
    DraftCorpus(ClaimIndex index, Corpus others, Claim draft) {
        this.others = others;
        this.draft = draft;
        this.wordings = ClaimWords.wordings(draft).stream().map(ClaimWords::parse).toList();
        this.links = IndexKeeper.links(draft);
        this.statistics = index.statistics().continued();
        index.wordingsOf(draft.id()).forEach(statistics::remove);
        wordings.forEach(statistics::add);
    }

    @Override
    public IndexStatistics statistics() {
        return statistics;
    }

    /** The draft's own wordings always: where a search would leave them out, they are not the nearest either. */
    @Override
    public List<ClaimWords> find(MessageWords message, int limit) {
        return Stream.concat(wordings.stream(), others(others.find(message, limit))).toList();
    }

    @Override
    public List<ClaimWords> linkedFrom(String address, int limit) {
        Stream<ClaimWords> own = links.contains(address) ? wordings.stream().limit(1) : Stream.empty();
        return Stream.concat(own, others(others.linkedFrom(address, limit))).toList();
    }

    private Stream<ClaimWords> others(List<ClaimWords> found) {
        return found.stream().filter(words -> words.claimId() != draft.id().value());
    }
}
