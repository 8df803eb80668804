package id.saring.factcheck;

import id.saring.claim.Claim;
import id.saring.claim.PublishedClaims;
import id.saring.claim.PublishedClaims.Filter;
import id.saring.core.Language;
import id.saring.http.Imprint;
import id.saring.match.ClaimMatcher;
import id.saring.match.Query;
import id.saring.match.ScoredClaim;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        List<Claim> found = matcher.search(new Query(request.query(), filter.language()), DEEPEST).stream()
                .map(ScoredClaim::claim)
                .filter(filter::admits)
                .filter(claim -> !of(claim, request, imprint).claimReview().isEmpty())
                .toList();
        Set<Long> shown = switch (request.start()) {
            case PageStart.Offset offset -> ids(found.stream().limit(offset.count()));
            case PageStart.Shown before -> new LinkedHashSet<>(before.ids());
            case PageStart.Listed list -> throw BadSearchException.argument();
        };
        List<Claim> rest = found.stream().filter(claim -> !shown.contains(claim.id().value())).toList();
        List<Claim> page = rest.subList(0, Math.min(request.pageSize(), rest.size()));
        shown.addAll(ids(page.stream()));
        return page(page, rest.size() > page.size() ? new PageStart.Shown(List.copyOf(shown)) : null, request, imprint);
    }

    private Found listed(SearchRequest request, Filter filter, Imprint imprint) {
        int size = request.pageSize();
        List<Claim> found = switch (request.start()) {
            case PageStart.Offset offset -> claims.list(filter, offset.count(), size + 1).items();
            case PageStart.Listed last -> claims.listAfter(filter, last.reviewedOn(), last.id(), size + 1);
            case PageStart.Shown other -> throw BadSearchException.argument();
        };
        List<Claim> page = found.subList(0, Math.min(size, found.size()));
        PageStart next = found.size() > size
                ? new PageStart.Listed(page.getLast().content().reviewedOn(), page.getLast().id().value())
                : null;
        return page(page, next, request, imprint);
    }

    private static Set<Long> ids(Stream<Claim> claims) {
        return claims.map(claim -> claim.id().value()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private FoundClaim of(Claim claim, SearchRequest request, Imprint imprint) {
        return FoundClaim.of(claim, imprint, messages).on(request.site());
    }

    private Found page(List<Claim> page, @Nullable PageStart next, SearchRequest request, Imprint imprint) {
        List<FoundClaim> told = page.stream()
                .map(claim -> of(claim, request, imprint))
                .filter(claim -> !claim.claimReview().isEmpty())
                .toList();
        return told.isEmpty() && next == null
                ? Found.NOTHING
                : new Found(told, next == null ? null : request.token(next));
    }
}
