package id.saring.match;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.saring.claim.Claim;
import id.saring.claim.Claims;
import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.match.Decider.Choice.Kind;
import id.saring.match.Explanation.Threshold;
import id.saring.text.Denials;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the claim a message repeats. Answers come from a cache as long as nothing that decides them has changed: a
 * claim saved through this process is in force for the very next message, one saved elsewhere within a second.
 */
public final class ClaimMatcher implements AutoCloseable {
    /** No answer is given on what the claims were longer ago; whoever follows them has them newer than that already. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    /** @param cached whether the outcome came from the cache of answers */
    public record Answer(MatchOutcome outcome, boolean cached) {}

    /** All that decides an answer, apart from what is fixed while the program runs. */
    private record Key(String text, @Nullable Language language, long version, int generation) {}

    private final Claims claims;
    private final IndexKeeper keeper;
    private final Assessor assessor;
    private final Guards guards;
    private final Decider decider;
    private final Explainer explainer;
    private final Cache<Key, MatchOutcome> answers;
    private final MatchSettings settings;

    ClaimMatcher(Claims claims, IndexKeeper keeper, MatchModel model, MatchSettings settings) {
        this.claims = claims;
        this.keeper = keeper;
        this.assessor = new Assessor(model, settings.guards());
        this.guards = new Guards(settings);
        this.decider = new Decider(settings, guards);
        this.explainer = new Explainer(model, guards, settings);
        this.settings = settings;
        this.answers = Caffeine.newBuilder()
                .maximumWeight(settings.cacheSize())
                .weigher((Key key, MatchOutcome outcome) -> 200 + key.text().length())
                .recordStats()
                .build();
    }

    /**
     * Opens the matcher over all published claims.
     *
     * @param directory where the index lies and is kept for the next start; null keeps it in memory
     */
    public static ClaimMatcher open(Claims claims, @Nullable Path directory, MatchSettings settings) {
        return new ClaimMatcher(claims, new IndexKeeper(claims, directory), settings.matchModel(), settings);
    }

    /** @throws RuntimeException if the store has been out of reach for so long that the answer might be out of date */
    public MatchOutcome match(Query query) {
        return answer(query).outcome();
    }

    /** The same as {@link #match}, and whether it was known already. */
    public Answer answer(Query query) {
        keeper.catchUpIfOlder(FRESH);
        Key key = new Key(query.text().strip(), query.language(), keeper.version(), keeper.generation());
        MatchOutcome known = answers.getIfPresent(key);
        if (known != null) {
            return new Answer(known, true);
        }
        Decided decided = decide(query, assess(key.text()));
        if (settings.cacheSize() > 0) {
            answers.put(key, decided.outcome());
        }
        return new Answer(decided.outcome(), false);
    }

    /**
     * Claims that have to do with a text, the most relevant first: for people who look around, not for answering a
     * message.
     *
     * @param limit how many at most; the matcher compares some sixty closely and finds no more
     */
    public List<ScoredClaim> search(Query query, int limit) {
        keeper.catchUpIfOlder(FRESH);
        return read(decider.relevant(assess(query.text().strip()), limit));
    }

    /** The same answer as {@link #match} gives, uncached, with all that led to it. */
    public Explanation explain(Query query) {
        keeper.catchUpIfOlder(FRESH);
        Assessment assessment = assess(query.text().strip());
        Decided decided = decide(query, assessment);
        return explainer.explain(query.text(), assessment, decided, claims.findAll(Explainer.shown(assessment)));
    }

    /**
     * Whether {@link #match} would answer the text with confidence by this claim, were it published as it is here;
     * nothing is changed. A claim of the same id is taken to be replaced by it.
     */
    public boolean wouldAnswer(Claim draft, String text) {
        return !wouldAnswer(List.of(draft), text).isEmpty();
    }

    /** Those of the drafts of which that holds, each as if it alone were published. */
    public List<Claim> wouldAnswer(Collection<Claim> drafts, String text) {
        keeper.catchUpIfOlder(FRESH);
        String message = text.strip();
        return keeper.read(index -> {
            Corpus others = Corpus.remembering(index);
            return drafts.stream()
                    .filter(draft ->
                            answers(draft, text, assessor.assess(message, new DraftCorpus(index, others, draft))))
                    .toList();
        });
    }

    private boolean answers(Claim draft, String text, Assessment assessment) {
        Decider.Choice choice = decider.decide(assessment);
        return choice.kind() == Kind.MATCH
                && choice.picks().getFirst().claimId() == draft.id().value()
                && Guards.objection(guards.between(text, assessment, draft, choice.linked())).isEmpty();
    }

    /**
     * How the index stands against the store.
     *
     * @param version     of the store, whose claims the index holds
     * @param sinceInStep how long ago it was last known to hold all that the store does
     */
    public record IndexAge(long version, Duration sinceInStep) {}

    public IndexAge indexAge() {
        return new IndexAge(keeper.version(), keeper.sinceInStep());
    }

    private Assessment assess(String text) {
        return keeper.read(index -> assessor.assess(text, Corpus.of(index)));
    }

    /**
     * Makes the index anew from the store; look-ups go on meanwhile, and a claim changed meanwhile is in force at once.
     */
    public void rebuildIndex() {
        keeper.rebuild();
    }

    /** Takes in what other processes have changed in the store. Changes made through this process are in already. */
    public void catchUp() {
        keeper.catchUp();
    }

    /** The cache of answers, for its metrics. */
    public Cache<?, ?> answers() {
        return answers;
    }

    @Override
    public void close() {
        keeper.close();
    }

    /**
     * The outcome, and which rule or threshold led to it.
     *
     * @param linked whether an address in the message led to the claims
     */
    record Decided(MatchOutcome outcome, boolean linked, String reason, @Nullable Threshold threshold) {
        Decided(MatchOutcome outcome, Decider.Choice choice) {
            this(outcome, choice.linked(), choice.reason(), choice.threshold());
        }

        /** That a rule left nothing but a choice. */
        static Decided between(List<ScoredClaim> results, Decider.Choice choice, String rule) {
            return new Decided(new MatchOutcome.Candidates(results), choice.linked(), rule, null);
        }
    }

    private Decided decide(Query query, Assessment assessment) {
        Decider.Choice choice = decider.decide(assessment);
        List<ScoredClaim> results = read(choice.picks());
        if (results.isEmpty()) {
            boolean unreadable = choice.kind() == Kind.UNREADABLE;
            return new Decided(unreadable ? new MatchOutcome.Unreadable() : new MatchOutcome.NotFound(), choice);
        }
        return switch (choice.kind()) {
            case MATCH -> confirm(query.text(), assessment, choice, results);
            case KEYWORD -> new Decided(new MatchOutcome.Keyword(preferred(results, query, assessment)), choice);
            default -> {
                List<ScoredClaim> shown = choice.linked() ? preferred(results, query, assessment) : results;
                yield new Decided(new MatchOutcome.Candidates(shown), choice);
            }
        };
    }

    /** Claims that an address led to first, then those in the person's language; the order is kept otherwise. */
    private static List<ScoredClaim> preferred(List<ScoredClaim> results, Query query, Assessment assessment) {
        return results.stream()
                .sorted(Comparator.comparing((ScoredClaim r) -> !assessment.isLinked(r.claim().id().value()))
                        .thenComparing(r -> query.language() != null && r.claim().language() != query.language()))
                .toList();
    }

    /** A match, unless the message says something else than the claim it is so like. */
    private Decided confirm(String text, Assessment assessment, Decider.Choice choice,
            List<ScoredClaim> results) {
        Claim best = results.get(0).claim();
        if (best.id().value() != choice.picks().get(0).claimId()) {
            return Decided.between(results, choice, "the best claim was withdrawn meanwhile");
        }
        Optional<String> objection = Guards.objection(guards.between(text, assessment, best, choice.linked()));
        if (objection.isPresent()) {
            Set<Long> near = decider.near(assessment).stream().map(Decider.Pick::claimId).collect(Collectors.toSet());
            List<ScoredClaim> offered = results.stream()
                    .filter(result -> near.contains(result.claim().id().value()) || result.claim().equals(best))
                    .toList();
            return Decided.between(offered, choice, objection.get());
        }
        return new Decided(
                new MatchOutcome.Match(results.get(0), results.subList(1, results.size()), Denials.in(text)),
                choice);
    }

    private List<ScoredClaim> read(List<Decider.Pick> picks) {
        Map<ClaimId, Double> confidence = new HashMap<>();
        List<ClaimId> ids = new ArrayList<>();
        for (Decider.Pick pick : picks) {
            ClaimId id = new ClaimId(pick.claimId());
            ids.add(id);
            confidence.put(id, pick.confidence());
        }
        return claims.findAll(ids).stream()
                .filter(Claim::published)
                .map(claim -> new ScoredClaim(claim, confidence.getOrDefault(claim.id(), 0.0)))
                .toList();
    }
}
