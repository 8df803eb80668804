package id.saring.match;

import id.saring.text.WebAddresses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares a message with the claims of the index. */
final class Assessor {
    private static final int CANDIDATES = 60;
    private static final int LINKS = 8;

    private final ClaimIndex index;
    private final CandidateSearch search;
    private final MatchModel model;

    Assessor(ClaimIndex index, MatchModel model) {
        this.index = index;
        this.search = new CandidateSearch(index);
        this.model = model;
    }

    Assessment assess(String text) {
        ClaimIndex.Statistics statistics = index.statistics();
        MessageWords message = MessageWords.of(text, statistics);
        List<ClaimWords> found = search.find(message, CANDIDATES);
        List<Ranked> ranked = Ranked.rank(new Comparison(message, statistics).measure(found, CANDIDATES), model);
        List<ClaimWords> linked = linked(text);
        if (ranked.isEmpty()) {
            return new Assessment(message, ranked, Map.of(), 0, linked);
        }
        Map<String, Double> inputs = Lead.inputs(ranked);
        return new Assessment(message, ranked, inputs, model.confidence(inputs), linked);
    }

    private List<ClaimWords> linked(String text) {
        List<ClaimWords> linked = new ArrayList<>();
        for (String address : WebAddresses.in(text, LINKS)) {
            for (ClaimIndex.Hit hit : index.linkedFrom(WebAddresses.canonical(address), LINKS)) {
                if (linked.stream().noneMatch(known -> known.claimId() == hit.words().claimId())) {
                    linked.add(hit.words());
                }
            }
        }
        return linked;
    }
}
