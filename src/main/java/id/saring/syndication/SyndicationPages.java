package id.saring.syndication;

import id.saring.bulletin.Bulletin;
import id.saring.bulletin.Bulletin.Kind;
import id.saring.bulletin.Bulletins;
import id.saring.claim.Claim;
import id.saring.claim.Claims;
import id.saring.claim.PublishedClaims;
import id.saring.claim.PublishedClaims.Mark;
import id.saring.claim.PublishedClaims.Marked;
import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.syndication.Feed.Entry;
import id.saring.http.Imprint;
import id.saring.http.RequestLanguage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The feeds for readers, newest first, page by page, and the page that lists them all. */
@Controller
@CrossOrigin(exposedHeaders = {"ETag", "Last-Modified"})
final class SyndicationPages {
    private static final int PAGE = 50;
    private static final Set<Kind> CORRECTIONS = EnumSet.of(Kind.CORRECTED, Kind.WITHDRAWN, Kind.RESTORED);

    private final Claims claims;
    private final PublishedClaims published;
    private final Bulletins bulletins;
    private final FeedWords words;
    private final Imprint imprint;
    private final FeedFreshness freshness;

    /** A feed or set of data as the page lists it; its name leads to its words. */
    public record Listed(String name, List<Form> forms) {}

    /** One form in which it is offered. */
    public record Form(String label, String path) {}

    SyndicationPages(
            Claims claims, PublishedClaims published, Bulletins bulletins, FeedWords words, Imprint imprint,
            FeedFreshness freshness) {
        this.claims = claims;
        this.published = published;
        this.bulletins = bulletins;
        this.words = words;
        this.imprint = imprint;
        this.freshness = freshness;
    }

    @GetMapping("/feeds")
    String overview(HttpServletRequest request, Model model) {
        Imprint seen = imprint.seenBy(request);
        model.addAttribute("imprint", seen);
        model.addAttribute("canonical", seen.at("/feeds"));
        model.addAttribute("feeds", List.of(listed("verdicts"), listed("corrections"), new Listed("data", List.of(
                new Form("JSON Lines", "/feeds/claims.jsonl"),
                new Form("CSV", "/feeds/claims.csv"),
                new Form("ClaimReview (JSON-LD)", "/feeds/claims.json")))));
        return "feeds";
    }

    private static Listed listed(String name) {
        return new Listed(
                name, List.of(new Form("Atom", "/feeds/" + name + ".atom"),
                new Form("RSS", "/feeds/" + name + ".rss")));
    }

    @GetMapping("/feeds/verdicts.{form:atom|rss}")
    void verdicts(
            @PathVariable String form,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String language,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (freshness.unchanged("v" + claims.storeVersion(), published.summary().changedAt(), request, response)) {
            return;
        }
        Language only = Language.of(language).orElse(null);
        List<Marked> page = published.latest(only, mark(before), PAGE + 1);
        List<Entry> entries = new ArrayList<>();
        Imprint seen = imprint.seenBy(request);
        page.stream().limit(PAGE).forEach(marked -> entries.add(words.verdict(marked.claim(), seen)));
        String query = only == null ? "" : "language=" + only.code();
        Mark last = page.size() > PAGE ? page.get(PAGE - 1).mark() : null;
        String next = last == null ? null : query(query, "before=" + last.change() + "-" + last.id());
        send("verdicts", form, request, response,
                new Feed.Page(entries, query(query, before.isEmpty() ? "" : "before=" + before), next));
    }

    @GetMapping("/feeds/corrections.{form:atom|rss}")
    void corrections(
            @PathVariable String form,
            @RequestParam(defaultValue = "") String before,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (freshness.unchanged("b" + bulletins.latest(), published.summary().changedAt(), request, response)) {
            return;
        }
        long from = before.matches("[0-9]{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE;
        List<Bulletin> page = bulletins.before(from, CORRECTIONS, PAGE + 1);
        Map<ClaimId, Claim> known = claims.findAll(page.stream().map(Bulletin::claim).distinct().toList()).stream()
                .collect(Collectors.toMap(Claim::id, Function.identity()));
        Imprint seen = imprint.seenBy(request);
        Language language = RequestLanguage.asked(request).orElse(Language.ID);
        List<Entry> entries = new ArrayList<>();
        for (Bulletin bulletin : page.subList(0, Math.min(PAGE, page.size()))) {
            Claim claim = known.get(bulletin.claim());
            if (claim != null) {
                entries.add(words.correction(bulletin, claim, language, seen));
            }
        }
        String next = page.size() > PAGE ? "before=" + page.get(PAGE - 1).id() : null;
        send("corrections", form, request, response,
                new Feed.Page(entries, before.isEmpty() ? "" : "before=" + before, next));
    }

    private void send(String name, String form, HttpServletRequest request, HttpServletResponse response,
            Feed.Page page)
            throws IOException {
        Language language = RequestLanguage.asked(request).orElse(Language.ID);
        response.setHeader(HttpHeaders.VARY, "Accept-Language, Cookie");
        Feed feed = new Feed(
                imprint.seenBy(request), "/feeds/" + name + "." + form, words.title(name, language), language, page);
        response.setContentType("application/" + (form.equals("atom") ? "atom" : "rss") + "+xml;charset=UTF-8");
        feed.write(form.equals("atom"), response.getOutputStream());
    }

    private static Mark mark(String before) {
        if (!before.matches("[0-9]{1,18}-[0-9]{1,18}")) {
            return Mark.NEWEST;
        }
        String[] parts = before.split("-", 2);
        return new Mark(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    private static String query(@Nullable String first, String second) {
        return first == null || first.isEmpty() ? second : second.isEmpty() ? first : first + "&" + second;
    }
}
