package id.saring.match;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.saring.claim.Claim;
import id.saring.claim.Claims;
import id.saring.core.ClaimId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the claim a message repeats. Answers come from a cache as long as nothing that decides them has changed: a saved
 * claim is in force for the very next message.
 */
public final class ClaimMatcher implements AutoCloseable {
    /** All that decides an answer, apart from what is fixed while the program runs. */
    private record Key(String text, @Nullable Object language, long version) {}

    private final Claims claims;
    private final IndexKeeper keeper;
    private final Assessor assessor;
    private final Decider decider;
    private final Cache<Key, MatchOutcome> answers;
    private final MatchSettings settings;

    private ClaimMatcher(Claims claims, IndexKeeper keeper, MatchModel model, MatchSettings settings) {
        this.claims = claims;
        this.keeper = keeper;
        this.assessor = new Assessor(keeper.index(), model);
        this.decider = new Decider(settings);
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
        return new ClaimMatcher(claims, new IndexKeeper(claims, directory), MatchModel.shipped(), settings);
    }

    public MatchOutcome match(Query query) {
        Key key = new Key(query.text().strip(), query.language(), keeper.version());
        MatchOutcome known = answers.getIfPresent(key);
        if (known != null) {
            return known;
        }
        MatchOutcome outcome = outcome(decider.decide(assessor.assess(key.text())));
        answers.put(key, outcome);
        return outcome;
    }

    /** The same answer as {@link #match} gives, uncached, with all that led to it. */
    public Explanation explain(Query query) {
        Assessment assessment = assessor.assess(query.text().strip());
        Decider.Choice choice = decider.decide(assessment);
        return Explanation.of(assessment, choice, outcome(choice), settings);
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

    private MatchOutcome outcome(Decider.Choice choice) {
        List<ScoredClaim> results = read(choice.picks());
        return switch (choice.kind()) {
            case UNREADABLE -> new MatchOutcome.Unreadable();
            case NOT_FOUND -> new MatchOutcome.NotFound();
            case MATCH, CANDIDATES, KEYWORD -> {
                if (results.isEmpty()) {
                    yield new MatchOutcome.NotFound();
                }
                // The best one may have been withdrawn since the index was searched; what is left is no match.
                boolean best = results.get(0).claim().id().value() == choice.picks().get(0).claimId();
                yield switch (choice.kind()) {
                    case MATCH -> best
                            ? new MatchOutcome.Match(results.get(0), results.subList(1, results.size()))
                            : new MatchOutcome.Candidates(results);
                    case KEYWORD -> new MatchOutcome.Keyword(results);
                    default -> new MatchOutcome.Candidates(results);
                };
            }
        };
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
