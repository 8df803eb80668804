package id.saring.check;

import id.saring.audit.Lookup;
import id.saring.core.ClaimId;
import id.saring.core.Door;
import id.saring.core.Language;
import id.saring.core.TraceId;
import id.saring.match.ClaimMatcher;
import id.saring.match.MatchOutcome;
import id.saring.match.Query;
import id.saring.match.ScoredClaim;
import id.saring.text.LanguageGuess;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks messages up for who is answered at once, and has it recorded; of the message and who sent it nothing is. */
public final class Checks {
    private final Function<Query, ClaimMatcher.Answer> matcher;
    private final CheckLog log;
    private final Language lastResort;
    private final Clock clock;

    /** @param lastResort the language recorded of a message that neither says nor shows its own */
    public Checks(Function<Query, ClaimMatcher.Answer> matcher, CheckLog log, Language lastResort, Clock clock) {
        this.matcher = matcher;
        this.log = log;
        this.lastResort = lastResort;
        this.clock = clock;
    }

    /** @throws RuntimeException if the matcher does, see {@link ClaimMatcher#match} */
    public MatchOutcome check(Door door, Query query) {
        long start = System.nanoTime();
        ClaimMatcher.Answer answer = matcher.apply(query);
        Duration latency = Duration.ofNanos(System.nanoTime() - start);
        record(door, language(query), answer, latency);
        return answer.outcome();
    }

    /** A message came that is too long to be looked up. */
    public void tooLong(Door door, @Nullable Language language) {
        TraceId trace = TraceId.current();
        log.add(new CheckLog.Entry(trace, new Lookup(
                clock.instant(), Lookup.Asked.directly(door, trace), language == null ? lastResort : language,
                Lookup.Unsearched.TOO_LONG.code(), null, List.of(), Duration.ZERO, false)));
    }

    private void record(Door door, Language language, ClaimMatcher.Answer answer, Duration latency) {
        TraceId trace = TraceId.current();
        MatchOutcome outcome = answer.outcome();
        ScoredClaim best = outcome instanceof MatchOutcome.Match match ? match.best() : null;
        List<ClaimId> others = outcome.results().stream()
                .filter(scored -> scored != best)
                .map(scored -> scored.claim().id())
                .toList();
        log.add(new CheckLog.Entry(trace, new Lookup(
                clock.instant(), Lookup.Asked.directly(door, trace), language, outcome.code(), told(best), others,
                latency, answer.cached())));
    }

    private static Lookup.@Nullable Answer told(@Nullable ScoredClaim best) {
        return best == null
                ? null
                : new Lookup.Answer(best.claim().id(), best.claim().version(), best.confidence());
    }

    private Language language(Query query) {
        Language asked = query.language();
        return asked != null
                ? asked
                : LanguageGuess.of(query.text()).flatMap(guess -> Language.of(guess.code())).orElse(lastResort);
    }
}
