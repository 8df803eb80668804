package id.saring.match;

import id.saring.text.WebAddresses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares messages with the claims of a corpus, by one model. For many threads. */
final class Assessor {
    private static final int LINKS = 8;

    /** From so many passages on a message is long, and a passage of it may tell what the whole does not. */
    private static final int LONG = 4;

    /** For that the nearest claims are enough. */
    private static final int RIVALS = 16;

    private final MatchModel model;
    private final GuardSettings limits;
    private final WordWeights.Likelihood likelihood;
    private final CandidateOrder order;

    Assessor(MatchModel model, GuardSettings limits) {
        this.model = model;
        this.limits = limits;
        this.likelihood = model.words().over();
        this.order = new CandidateOrder(model.orders());
    }

    Assessment assess(String text, Corpus corpus) {
        Shortlist shortlist = new Shortlist(corpus, likelihood);
        IndexStatistics statistics = corpus.statistics();
        MessageWords message = MessageWords.of(text, statistics);
        List<Ranked> ranked = rank(message, statistics, shortlist);
        List<ClaimWords> linked = linked(text, corpus);
        Map<String, Double> inputs = inputs(ranked);
        double confidence = confidence(inputs);
        double typed = ranked.isEmpty()
                        || confidence < limits.asTyped()
                        || !restsOnSlips(ranked.getFirst().candidate(), message)
                ? confidence
                : typed(ranked, message.asTyped(statistics), statistics);
        Assessment whole = new Assessment(message, ranked, inputs, confidence, typed, linked, false);
        if (message.passages() < LONG || whole.confidence() >= limits.passage() || ranked.isEmpty()) {
            return whole;
        }
        return byPassage(whole, statistics, shortlist);
    }

    /** Whether the message has a word of the claim's only as it was meant. */
    private static boolean restsOnSlips(Candidate candidate, MessageWords message) {
        CorrectedWords words = message.corrected;
        if (words.changes().isEmpty()) {
            return false;
        }
        Set<String> found = new HashSet<>();
        for (int term : candidate.found) {
            found.add(message.terms[term].word);
        }
        words.typed().forEach(token -> found.remove(token.word()));
        return !found.isEmpty();
    }

    /** How sure a message as it was typed is of the claim that it is nearest to as it was meant. */
    private double typed(List<Ranked> meant, MessageWords message, IndexStatistics statistics) {
        List<ClaimWords> found =
                meant.stream().limit(RIVALS).map(ranked -> ranked.candidate().words).toList();
        List<Candidate> compared = new Comparison(message, statistics, likelihood).measure(found, RIVALS);
        List<Ranked> typed = order.rank(MessageKind.of(message), compared);
        boolean same = !typed.isEmpty()
                && typed.getFirst().candidate().words.claimId() == meant.getFirst().candidate().words.claimId();
        return same ? confidence(inputs(typed)) : 0;
    }

    /**
     * A long message may hold a claim in one passage and something else in all others: that passage is compared alone.
     */
    private Assessment byPassage(Assessment whole, IndexStatistics statistics, Shortlist shortlist) {
        Candidate nearest = whole.ranked().stream()
                .map(Ranked::candidate)
                .max(Comparator.comparingDouble(c -> c.get(Feature.CLAIM_PASSAGE_JACCARD)))
                .orElseThrow();
        MessageWords passage = whole.message().passage(nearest.words.claim(), statistics);
        List<Ranked> ranked = rank(passage, statistics, shortlist);
        Map<String, Double> inputs = inputs(ranked);
        double confidence = confidence(inputs);
        return tellsMore(confidence, whole.confidence())
                ? new Assessment(whole.message(), ranked, inputs, confidence, confidence, whole.linked(), true)
                : whole;
    }

    /** Whether a passage that is so sure is to be heard instead of the whole. */
    boolean tellsMore(double passage, double whole) {
        return passage >= limits.passage() && passage >= limits.passageTimes() * whole;
    }

    private List<Ranked> rank(MessageWords message, IndexStatistics statistics, Shortlist shortlist) {
        return order.rank(MessageKind.of(message), shortlist.of(message, statistics));
    }

    private static Map<String, Double> inputs(List<Ranked> ranked) {
        return ranked.isEmpty() ? Map.of() : Lead.inputs(ranked);
    }

    private double confidence(Map<String, Double> inputs) {
        return inputs.isEmpty() ? 0 : model.confidence(inputs);
    }

    private List<ClaimWords> linked(String text, Corpus corpus) {
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
