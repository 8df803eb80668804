package id.saring.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.saring.claim.Claim;
import id.saring.core.Verdict;
import id.saring.http.Imprint;
import id.saring.match.MatchOutcome;
import id.saring.match.ScoredClaim;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lookup API's answer; the names of its members are a promise to other programs.
 *
 * @param outcome {@code match}, {@code candidates}, {@code keyword}, {@code not_found} or {@code unreadable}
 * @param results best first; for a {@code match} the first is the answer
 */
record CheckAnswer(String outcome, List<Result> results) {
    /** @param score calibrated probability from 0 to 1 that this claim answers the message */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Result(
            long claimId,
            String claim,
            @Nullable Verdict verdict,
            @Nullable String summary,
            List<Link> sources,
            double score,
            String url) {}

    record Link(String title, String url) {}

    static CheckAnswer of(MatchOutcome outcome, Imprint imprint) {
        return new CheckAnswer(
                outcome.code(),
                outcome.results().stream().map(scored -> result(scored, imprint)).toList());
    }

    private static Result result(ScoredClaim scored, Imprint imprint) {
        Claim claim = scored.claim();
        return new Result(
                claim.id().value(),
                claim.text(),
                claim.verdict(),
                claim.content().summary(),
                claim.content().sources().stream()
                        .map(source -> new Link(source.title(), source.url()))
                        .toList(),
                scored.confidence(),
                imprint.claim(claim.id()));
    }
}
