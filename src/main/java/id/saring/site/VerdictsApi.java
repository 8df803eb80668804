package id.saring.site;

import id.saring.bulletin.Bulletin;
import id.saring.bulletin.Bulletins;
import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.PublishedClaims;
import id.saring.claim.PublishedClaims.Filter;
import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.core.Page;
import id.saring.core.Verdict;
import id.saring.http.Imprint;
import id.saring.http.PerAddress;
import id.saring.http.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Published claims for other programs: a list to search and filter, and each claim with its history. */
@RestController
@CrossOrigin(exposedHeaders = {"ETag", "Retry-After", "X-Trace-Id"})
final class VerdictsApi {
    private static final int MOST = 100;
    private static final int LONGEST_QUERY = 2000;

    private final Lookup lookup;
    private final PublishedClaims claims;
    private final Bulletins bulletins;
    private final Imprint imprint;

    VerdictsApi(Lookup lookup, PublishedClaims claims, Bulletins bulletins, Imprint imprint) {
        this.lookup = lookup;
        this.claims = claims;
        this.bulletins = bulletins;
        this.imprint = imprint;
    }

    /** @param next the address of the next page; null at the end */
    record Found(List<Shown> claims, long total, @Nullable String next) {}

    /** A claim as it is told; the names of its members are a promise to other programs. */
    record Shown(
            long id,
            String url,
            String language,
            String claim,
            @Nullable String headline,
            @Nullable Verdict verdict,
            @Nullable String summary,
            List<CheckAnswer.Link> sources,
            @Nullable LocalDate firstSeenOn,
            @Nullable LocalDate reviewedOn,
            @Nullable String reviewedBy,
            long version,
            Instant updatedAt,
            @Nullable List<Change> history) {
        static Shown of(Claim claim, Imprint imprint, @Nullable List<Change> history) {
            ClaimContent content = claim.content();
            return new Shown(
                    claim.id().value(),
                    imprint.claim(claim.id()),
                    claim.language().code(),
                    claim.text(),
                    content.headline(),
                    claim.verdict(),
                    content.summary(),
                    content.sources().stream()
                    .map(source -> new CheckAnswer.Link(source.title(), source.url())).toList(),
                    content.firstSeenOn(),
                    content.reviewedOn(),
                    content.reviewedBy(),
                    claim.version(),
                    claim.updatedAt(),
                    history);
        }
    }

    record Change(Bulletin.Kind kind, Verdict verdict, @Nullable Verdict former, long version, Instant at) {}

    @PerAddress(PerAddress.Caller.PROGRAM)
    @GetMapping("/api/v1/verdicts")
    Found list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request) {
        int offset = number(request, "offset", 0, 100_000_000);
        int limit = number(request, "limit", 20, MOST);
        if (q.codePointCount(0, q.length()) > LONGEST_QUERY) {
            throw new Problem(HttpStatus.CONTENT_TOO_LARGE, "query_too_long", LONGEST_QUERY);
        }
        Filter filter = new Filter(
                language.isBlank() ? null : Language.of(language).orElseThrow(() -> bad("language_unknown")),
                verdict.isBlank() ? null : ListQuery.verdict(verdict).orElseThrow(() -> bad("verdict_unknown")),
                day("from", from),
                day("to", to),
                null,
                null);
        Page<Claim> page = limit == 0
                ? new Page<>(List.of(), offset, claims.list(filter, 0, 0).total())
                : q.isBlank()
                ? claims.list(filter, offset, limit)
                : ClaimList.searched(lookup, q, filter, offset, limit);
        Imprint seen = imprint.seenBy(request);
        List<Shown> shown = page.items().stream().map(claim -> Shown.of(claim, seen, null)).toList();
        String next = limit > 0 && page.hasNext() ? next(request, seen, offset + limit) : null;
        return new Found(shown, page.total(), next);
    }

    @GetMapping("/api/v1/verdicts/{id:[0-9]{1,18}}")
    ResponseEntity<Shown> one(@PathVariable long id, HttpServletRequest request) {
        Claim claim = id == 0 ? null : lookup.find().apply(new ClaimId(id)).orElse(null);
        if (claim == null || claim.state() == ClaimState.DRAFT) {
            throw new Problem(HttpStatus.NOT_FOUND, "claim_unknown");
        }
        if (claim.state() == ClaimState.WITHDRAWN) {
            throw new Problem(HttpStatus.GONE, "claim_withdrawn");
        }
        List<Bulletin> news = bulletins.of(claim.id());
        List<Change> history = news.stream()
                .map(b -> new Change(b.kind(), b.verdict(), b.former(), b.version(), b.at()))
                .toList();
        String tag = "\"" + claim.version() + "-" + (news.isEmpty() ? 0 : news.getLast().id()) + "\"";
        return ResponseEntity.ok().eTag(tag).body(Shown.of(claim, imprint.seenBy(request), history));
    }

    private static String next(HttpServletRequest request, Imprint seen, int offset) {
        return UriComponentsBuilder.fromUriString(seen.at(request.getRequestURI()))
                .query(request.getQueryString())
                .replaceQueryParam("offset", offset)
                .build()
                .toUriString();
    }

    private static int number(HttpServletRequest request, String name, int fallback, int most) {
        String written = request.getParameter(name);
        if (written == null || written.isBlank()) {
            return fallback;
        }
        if (!written.matches("[0-9]{1,9}")) {
            throw new Problem(HttpStatus.BAD_REQUEST, "not_a_number", name);
        }
        return Math.min(most, Integer.parseInt(written));
    }

    private static @Nullable LocalDate day(String name, String written) {
        try {
            return written.isBlank() ? null : LocalDate.parse(written.strip());
        } catch (DateTimeException e) {
            throw new Problem(HttpStatus.BAD_REQUEST, "not_a_day", name);
        }
    }

    private static Problem bad(String code) {
        return new Problem(HttpStatus.BAD_REQUEST, code);
    }
}
