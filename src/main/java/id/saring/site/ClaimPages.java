package id.saring.site;

import id.saring.bulletin.Bulletins;
import id.saring.claim.Claim;
import id.saring.claim.ClaimState;
import id.saring.claim.PublishedClaims.Stamp;
import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.http.Imprint;
import id.saring.http.NoticeOnPages;
import id.saring.http.Problem;
import id.saring.http.RequestLanguage;
import id.saring.http.Revalidation;
import id.saring.site.ClaimFacts.Facts;
import id.saring.site.PageCache.Key;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page and the picture of each published claim. */
@Controller
final class ClaimPages {
    /** Kept by browsers and proxies, but asked for each time whether it is still right. */
    private static final String REVALIDATED = "public, max-age=0, must-revalidate";

    /** The version stands in a picture's address. */
    private static final String FOR_A_DAY = "public, max-age=86400";

    private final Lookup lookup;
    private final Bulletins bulletins;
    private final PageCache cache;
    private final PageRenderer renderer;
    private final SiteSettings settings;
    private final Frame frame;
    private final Map<Language, ClaimFrame> frames = new ConcurrentHashMap<>();

    /** What every page is put in: who publishes it, in which words, and how it is asked for again. */
    record Frame(Imprint imprint, MessageSource messages, Revalidation revalidation) {
        String word(Enum<?> verdict, Language language) {
            return messages.getMessage(verdict.name(), null, language.locale());
        }
    }

    ClaimPages(
            Lookup lookup, Bulletins bulletins, PageCache cache, PageRenderer renderer, SiteSettings settings,
            Frame frame) {
        this.lookup = lookup;
        this.bulletins = bulletins;
        this.cache = cache;
        this.renderer = renderer;
        this.settings = settings;
        this.frame = frame;
    }

    @GetMapping("/klaim/{id:[0-9]{1,18}}")
    void page(@PathVariable long id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ClaimId claim = id(id);
        Imprint imprint = frame.imprint().seenBy(request);
        // Whoever says no language, such as a search engine, gets the page in the claim's own.
        Language asked = RequestLanguage.asked(request).orElse(null);
        Rendered page = cache.get(
                        new Key("page", claim, asked, imprint.baseUrl() + " " + NoticeOnPages.kept(request)),
                        facts -> render(facts, asked, imprint, request, response))
                .orElseThrow(ClaimPages::unknown);
        response.setHeader(HttpHeaders.VARY, "Accept-Language, Cookie");
        page.send(request, response, REVALIDATED, frame.revalidation());
    }

    /** The page's English name leads to the one address that each claim has. */
    @GetMapping("/claims/{id:[0-9]{1,18}}")
    ResponseEntity<Void> alias(@PathVariable long id) {
        return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT).location(URI.create("/klaim/" + id)).build();
    }

    @GetMapping("/klaim/{id:[0-9]{1,18}}/{version:[0-9]{1,18}}.png")
    void picture(@PathVariable long id, @PathVariable long version, HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        ClaimId claim = id(id);
        Rendered picture = cache.get(new Key("picture", claim, null, ""), this::draw).orElseThrow(ClaimPages::unknown);
        boolean current = lookup.find().apply(claim).filter(c -> c.version() == version).isPresent();
        picture.send(request, response, current ? FOR_A_DAY : REVALIDATED, frame.revalidation());
    }

    private Optional<Rendered> draw(Facts facts) {
        Claim claim = published(facts);
        String word = frame.word(Objects.requireNonNull(claim.verdict()), claim.language());
        byte[] png = ClaimPicture.draw(claim, word, frame.imprint().publisher());
        return Optional.of(Rendered.picture(png, claim.updatedAt()));
    }

    private Optional<Rendered> render(
            Facts facts, @Nullable Language asked, Imprint imprint, HttpServletRequest request,
            HttpServletResponse response) {
        Claim claim = published(facts);
        Language language = asked == null ? claim.language() : asked;
        List<Stamp> translations = facts.translations();
        String word = frame.word(Objects.requireNonNull(claim.verdict()), claim.language());
        Map<String, Object> model = new HashMap<>();
        model.put("page", ClaimPage.of(claim, translations, bulletins.of(claim.id()), word, imprint, settings));
        model.put("site", settings);
        model.put("frame", frames.computeIfAbsent(language, one ->
                ClaimFrame.of(renderer, settings, one.locale(), request, response)));
        byte[] html = renderer.render("claim", model, language.locale(), request, response);
        return Optional.of(Rendered.text("text/html;charset=UTF-8", html, claim.updatedAt()));
    }

    private Claim published(Facts facts) {
        if (facts.claim().state() == ClaimState.WITHDRAWN) {
            throw withdrawn();
        }
        Claim claim = lookup.find().apply(facts.claim().id()).orElseThrow(ClaimPages::unknown);
        return switch (claim.state()) {
            case PUBLISHED -> claim;
            case DRAFT -> throw unknown();
            case WITHDRAWN -> throw withdrawn();
        };
    }

    private static ClaimId id(long id) {
        if (id == 0) {
            throw unknown();
        }
        return new ClaimId(id);
    }

    private static Problem unknown() {
        return new Problem(HttpStatus.NOT_FOUND, "claim_unknown");
    }

    private static Problem withdrawn() {
        return new Problem(HttpStatus.GONE, "claim_withdrawn");
    }
}
