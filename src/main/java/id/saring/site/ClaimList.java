package id.saring.site;

import id.saring.claim.Claim;
import id.saring.claim.PublishedClaims;
import id.saring.core.Page;
import id.saring.http.Imprint;
import id.saring.http.Revalidation;
import id.saring.match.Query;
import id.saring.match.ScoredClaim;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.LocaleResolver;

/** The list of all claims: the latest, those that people ask about, and a search with filters. */
@Controller
final class ClaimList {
    private static final int ASKED = 5;

    private final Lookup lookup;
    private final PublishedClaims claims;
    private final MostAsked mostAsked;
    private final PageRenderer renderer;
    private final SiteSettings settings;
    private final Surroundings surroundings;

    record Surroundings(Imprint imprint, LocaleResolver locales, Revalidation revalidation) {}

    ClaimList(
            Lookup lookup,
            PublishedClaims claims,
            MostAsked mostAsked,
            PageRenderer renderer,
            SiteSettings settings,
            Surroundings surroundings) {
        this.lookup = lookup;
        this.claims = claims;
        this.mostAsked = mostAsked;
        this.renderer = renderer;
        this.settings = settings;
        this.surroundings = surroundings;
    }

    @GetMapping({"/klaim", "/claims"})
    void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ListQuery query = ListQuery.read(request.getParameterMap());
        Page<Claim> found = find(query);
        Map<String, Object> model = new HashMap<>();
        model.put("site", settings);
        model.put("query", query);
        model.put("found", found);
        model.put("pages", (int) ((found.total() + ListQuery.PAGE_SIZE - 1) / ListQuery.PAGE_SIZE));
        model.put("asked", query.bare() && query.page() == 1 ? asked() : List.of());
        Imprint imprint = surroundings.imprint().seenBy(request);
        model.put("imprint", imprint);
        model.put("canonical", imprint.at(query.at("/klaim", query.page())));
        byte[] html =
                renderer.render("claims", model, surroundings.locales().resolveLocale(request), request, response);
        response.setHeader(HttpHeaders.VARY, "Accept-Language, Cookie");
        Rendered.text("text/html;charset=UTF-8", html, claims.summary().changedAt())
                .send(request, response, "public, max-age=0, must-revalidate", surroundings.revalidation());
    }

    private Page<Claim> find(ListQuery query) {
        int offset = (query.page() - 1) * ListQuery.PAGE_SIZE;
        return query.text().isEmpty()
                ? claims.list(query.filter(), offset, ListQuery.PAGE_SIZE)
                : searched(lookup, query.text(), query.filter(), offset, ListQuery.PAGE_SIZE);
    }

    /** What the matcher finds and the filter admits, most relevant first. */
    static Page<Claim> searched(Lookup lookup, String text, PublishedClaims.Filter filter, int offset, int limit) {
        List<Claim> all = lookup.search().apply(new Query(text, filter.language())).stream()
                .map(ScoredClaim::claim)
                .filter(filter::admits)
                .toList();
        int end = Math.min(all.size(), offset + limit);
        return new Page<>(all.subList(Math.min(offset, end), end), offset, all.size());
    }

    private List<Claim> asked() {
        return mostAsked.ids().stream()
                .map(lookup.find())
                .flatMap(Optional::stream)
                .filter(Claim::published)
                .limit(ASKED)
                .toList();
    }
}
