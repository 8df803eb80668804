package id.saring.match;

import id.saring.text.WebAddresses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Compares a message with the claims of a corpus. */
final class Assessor {
    private static final int LINKS = 8;

    /** From so many passages on a message is long, and a passage of it may tell what the whole does not. */
    private static final int LONG = 4;

    private static final double SURE_ENOUGH = 0.3;

    private final Corpus corpus;
    private final Shortlist shortlist;
    private final MatchModel model;
    private final CandidateOrder order;

    Assessor(ClaimIndex index, MatchModel model) {
        this(Corpus.of(index), model);
    }

    Assessor(Corpus corpus, MatchModel model) {
        this.corpus = corpus;
        this.shortlist = new Shortlist(corpus, model.words());
        this.model = model;
        this.order = new CandidateOrder(model.orders());
    }

    Assessment assess(String text) {
        IndexStatistics statistics = corpus.statistics();
        MessageWords message = MessageWords.of(text, statistics);
        List<Ranked> ranked = rank(message, statistics);
        List<ClaimWords> linked = linked(text);
        Assessment whole = new Assessment(message, ranked, inputs(ranked), confidence(ranked), linked, false);
        if (message.passages() < LONG || whole.confidence() >= SURE_ENOUGH || ranked.isEmpty()) {
            return whole;
        }
        return byPassage(whole, statistics);
    }

    /**
     * A long message may hold a claim in one passage and something else in all others: that passage is compared alone.
     */
    private Assessment byPassage(Assessment whole, IndexStatistics statistics) {
        Candidate nearest = whole.ranked().stream()
                .map(Ranked::candidate)
                .max(Comparator.comparingDouble(c -> c.get(Feature.CLAIM_PASSAGE_JACCARD)))
                .orElseThrow();
        MessageWords passage =
                MessageWords.of(whole.message().passageNearest(nearest.words.claim()), whole.message().language(),
                statistics);
        List<Ranked> ranked = rank(passage, statistics);
        double confidence = confidence(ranked);
        return confidence <= whole.confidence()
                ? whole
                : new Assessment(whole.message(), ranked, inputs(ranked), confidence, whole.linked(), true);
    }

    private List<Ranked> rank(MessageWords message, IndexStatistics statistics) {
        return order.rank(MessageKind.of(message), shortlist.of(message, statistics));
    }

    private static Map<String, Double> inputs(List<Ranked> ranked) {
        return ranked.isEmpty() ? Map.of() : Lead.inputs(ranked);
    }

    private double confidence(List<Ranked> ranked) {
        return ranked.isEmpty() ? 0 : model.confidence(Lead.inputs(ranked));
    }

    private List<ClaimWords> linked(String text) {
        List<ClaimWords> linked = new ArrayList<>();
        for (String address : WebAddresses.in(text, LINKS)) {
            for (ClaimWords words : corpus.linkedFrom(WebAddresses.canonical(address), LINKS)) {
                if (linked.stream().noneMatch(known -> known.claimId() == words.claimId())) {
                    linked.add(words);
                }
            }
        }
        return linked;
    }
}
