package id.saring.factcheck;

import id.saring.claim.Claim;
import id.saring.claim.PublishedClaims;
import id.saring.claim.PublishedClaims.Filter;
import id.saring.core.Language;
import id.saring.core.Page;
import id.saring.http.Imprint;
import id.saring.match.ClaimMatcher;
import id.saring.match.Query;
import id.saring.match.ScoredClaim;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Finds what a search asks for: by the matcher if it has words, else in the list of claims. */
final class ClaimSearch {
    /** The matcher finds no more. */
    private static final int DEEPEST = 100;

    private final ClaimMatcher matcher;
    private final PublishedClaims claims;
    private final MessageSource messages;
    private final Clock clock;

    ClaimSearch(ClaimMatcher matcher, PublishedClaims claims, MessageSource messages, Clock clock) {
        this.matcher = matcher;
        this.claims = claims;
        this.messages = messages;
        this.clock = clock;
    }

    /** One page; members that are null or empty are left out, as the original does. */
    record Found(@Nullable List<FoundClaim> claims, @Nullable String nextPageToken) {
        static final Found NOTHING = new Found(null, null);
    }

    Found search(SearchRequest request, Imprint imprint) {
        Optional<Language> language = request.language();
        if (request.languageCode() != null && language.isEmpty()) {
            return Found.NOTHING;
        }
        LocalDate since = request.maxAgeDays() == 0
                ? null
                : LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(request.maxAgeDays());
        boolean ours = imprint.host().equals(request.site());
        Filter filter = new Filter(
                language.orElse(null), null, null, null, since, request.site().isEmpty() || ours
                ? null
                : request.site());
        return request.query().isEmpty() ? listed(request, filter, imprint) : matched(request, filter, imprint);
    }

    private Found matched(SearchRequest request, Filter filter, Imprint imprint) {
        List<FoundClaim> found = matcher.search(new Query(request.query(), filter.language()), DEEPEST).stream()
                .map(ScoredClaim::claim)
                .filter(filter::admits)
                .map(claim -> of(claim, request, imprint))
                .filter(claim -> !claim.claimReview().isEmpty())
                .toList();
        int end = Math.min(found.size(), request.offset() + request.pageSize());
        return page(found.subList(Math.min(request.offset(), end), end), end < found.size(), request);
    }

    private Found listed(SearchRequest request, Filter filter, Imprint imprint) {
        Page<Claim> page = claims.list(filter, request.offset(), request.pageSize());
        List<FoundClaim> found = page.items().stream()
                .map(claim -> of(claim, request, imprint))
                .filter(claim -> !claim.claimReview().isEmpty())
                .toList();
        return page(found, page.hasNext(), request);
    }

    private FoundClaim of(Claim claim, SearchRequest request, Imprint imprint) {
        return FoundClaim.of(claim, imprint, messages).on(request.site());
    }

    private static Found page(List<FoundClaim> claims, boolean more, SearchRequest request) {
        return claims.isEmpty() && !more ? Found.NOTHING : new Found(claims, more ? request.nextToken() : null);
    }
}
