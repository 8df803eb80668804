package id.saring.moderation;

import id.saring.audit.Actor;
import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.claim.Difference;
import id.saring.claim.RefusedMoveException;
import id.saring.claim.Signature;
import id.saring.claim.StaleClaimException;
import id.saring.core.ClaimId;
import id.saring.http.Problem;
import id.saring.http.RequestLanguage;
import id.saring.moderation.ClaimFields.Fault;
import id.saring.submission.CaseId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Writing, correcting, publishing and withdrawing a claim. What many people would notice asks first. */
@Controller
final class ClaimEditor {
    private final Claims claims;
    private final ClaimDesk desk;
    private final ClaimPage page;
    private final ClaimPreview preview;

    ClaimEditor(Claims claims, ClaimDesk desk, ClaimPage page, ClaimPreview preview) {
        this.claims = claims;
        this.desk = desk;
        this.page = page;
        this.preview = preview;
    }

    /** @param about the case that asks for the claim */
    @GetMapping("/moderation/claims/new")
    ModelAndView blank(@RequestParam(name = "case", defaultValue = "0") long about, Locale locale) {
        ClaimFields blank = ClaimFields.empty(RequestLanguage.of(locale));
        return about < 1
                ? page.show(null, blank)
                : page.show(null, desk.notice().draft(blank, new CaseId(about))).addObject("cases", List.of(about));
    }

    @GetMapping("/moderation/claims/{id:[0-9]{1,18}}")
    ModelAndView open(@PathVariable long id) {
        Claim claim = find(claims, id);
        return page.show(claim, ClaimFields.of(claim.content()));
    }

    @GetMapping("/moderation/claims/{id:[0-9]{1,18}}/telling")
    ModelAndView telling(@PathVariable long id) {
        return page.telling(find(claims, id));
    }

    /** Follows the typing; it stores nothing. */
    @PostMapping("/moderation/claims/preview")
    ModelAndView preview(HttpServletRequest request, @RequestParam(defaultValue = "0") long id) {
        return page.following(FormFields.read(request), id > 0 ? new ClaimId(id) : null);
    }

    @PostMapping("/moderation/claims/new")
    ModelAndView create(HttpServletRequest request, Actor actor, Locale locale) {
        return handle(null, request, actor, locale);
    }

    @PostMapping("/moderation/claims/{id:[0-9]{1,18}}")
    ModelAndView save(@PathVariable long id, HttpServletRequest request, Actor actor, Locale locale) {
        return handle(find(claims, id), request, actor, locale);
    }

    private ModelAndView handle(@Nullable Claim claim, HttpServletRequest request, Actor actor, Locale locale) {
        @Nullable String wanted = request.getParameter("heard");
        ClaimFields fields = claim == null || wanted == null
                ? FormFields.read(request)
                : page.withHeard(claim, FormFields.read(request), wanted);
        Wish wish = Wish.of(request, claim);
        if (wish.next() == null) {
            return typed(page.show(claim, fields), wish);
        }
        ClaimFields.Checked checked = fields.check();
        ClaimContent content = checked.content();
        if (content == null) {
            return typed(page.faulty(claim, fields, checked.faults(), locale), wish);
        }
        if (wish.reason() != null && wish.reason().length() > Signature.MAX_REASON) {
            Fault tooLong = Fault.of("long", Signature.MAX_REASON, wish.reason().length());
            return typed(page.faulty(claim, fields, Map.of("reason", tooLong), locale), wish);
        }
        if (wish.next() == ClaimState.PUBLISHED && content.verdict() == null) {
            return typed(page.faulty(claim, fields, Map.of("verdict", Fault.of("verdict_missing")), locale), wish);
        }
        if (claim != null && claim.version() != wish.version()) {
            return typed(page.conflict(claim, fields), wish).addObject("version", claim.version());
        }
        if (claim == null && !wish.confirmed() && unseenTwin(fields, request)) {
            return typed(page.show(null, fields), wish).addObject("twin", true);
        }
        if (wish.asksFirst(claim)) {
            return confirm(claim, fields, content, wish);
        }
        try {
            ClaimDesk.By by = new ClaimDesk.By(actor, wish.reason(), wish.cases(), wish.declined(), wish.tell());
            Claim saved = claim == null
                    ? desk.create(null, content, wish.next(), by)
                    : desk.save(claim.id(), wish.version(), content, wish.next(), by);
            return new ModelAndView(Frame.redirect("/moderation/claims/" + saved.id(), wish.news(claim, saved)));
        } catch (StaleClaimException e) {
            Claim now = find(claims, e.id().value());
            return typed(page.conflict(now, fields), wish).addObject("version", now.version());
        } catch (RefusedMoveException e) {
            return typed(page.faulty(claim, fields, Map.of("state", Fault.of("move")), locale), wish);
        }
    }

    /** Whether the matcher knows the claim already and whoever writes it has not been told. */
    private boolean unseenTwin(ClaimFields fields, HttpServletRequest request) {
        ClaimPreview.Similar similar = preview.similar(fields, null);
        return similar.sure() && !similar.seen().equals(request.getParameter("seen"));
    }

    private static ModelAndView typed(ModelAndView page, Wish wish) {
        page.addObject("reason", wish.reason());
        page.addObject("cases", wish.cases());
        if (wish.version() > 0) {
            page.addObject("version", wish.version());
        }
        return page;
    }

    ModelAndView confirm(@Nullable Claim claim, ClaimFields fields, ClaimContent content, Wish wish) {
        ClaimState next = wish.next() == null ? ClaimState.DRAFT : wish.next();
        ChangeNotice.Audience audience = desk.notice().audience(claim, content, next, wish.cases());
        List<Difference> differences = ClaimDesk.differences(claim, content);
        return new ModelAndView("moderation/claim-confirm")
                .addObject("claim", claim)
                .addObject("fields", fields)
                .addObject("version", wish.version())
                .addObject("reason", wish.reason())
                .addObject("act", wish.act())
                .addObject("audience", audience)
                .addObject("differences", differences);
    }

    static Claim find(Claims claims, long id) {
        Problem unknown = new Problem(HttpStatus.NOT_FOUND, "claim_unknown");
        if (id == 0) {
            throw unknown;
        }
        return claims.find(new ClaimId(id)).orElseThrow(() -> unknown);
    }

    /**
     * What the button that was pressed wants.
     *
     * @param act       the button: save, publish, withdraw; anything else only shows the form again
     * @param next      the state the claim is to be in; null to only show the form again
     * @param confirmed whether the question has been asked and answered
     * @param cases     cases the claim is to answer
     * @param declined  cases it would answer, had they not been unticked
     */
    record Wish(
            String act,
            @Nullable ClaimState next,
            long version,
            @Nullable String reason,
            boolean confirmed,
            boolean tell,
            List<Long> cases,
            List<Long> declined) {
        /** Going back to an old version, to be asked about. */
        static Wish restoring(Claim claim, String reason) {
            return new Wish("save", claim.state(), claim.version(), reason, false, false, List.of(), List.of());
        }

        static Wish of(HttpServletRequest request, @Nullable Claim claim) {
            String act = text(request, "act");
            ClaimState now = claim == null ? ClaimState.DRAFT : claim.state();
            @Nullable ClaimState next = switch (act) {
                case "save" -> now;
                case "publish" -> ClaimState.PUBLISHED;
                case "withdraw" -> ClaimState.WITHDRAWN;
                default -> null;
            };
            String version = text(request, "version");
            String reason = text(request, "reason");
            List<Long> ticked = numbers(request, "case");
            return new Wish(
                    act,
                    next,
                    version.matches("\\d{1,18}") ? Long.parseLong(version) : 0,
                    reason,
                    request.getParameter("confirmed") != null,
                    request.getParameter("tell") != null,
                    ticked,
                    numbers(request, "offered").stream().filter(id -> !ticked.contains(id)).toList());
        }

        private static List<Long> numbers(HttpServletRequest request, String name) {
            String @Nullable [] given = request.getParameterValues(name);
            return given == null
                    ? List.of()
                    : Stream.of(given).filter(id -> id.matches("[1-9]\\d{0,17}")).map(Long::valueOf)
                    .distinct().toList();
        }

        private static String text(HttpServletRequest request, String name) {
            @Nullable String value = request.getParameter(name);
            return value == null ? "" : value.strip();
        }

        /** Whatever the public sees is asked about; a draft is nobody's business yet. */
        boolean asksFirst(@Nullable Claim claim) {
            ClaimState now = claim == null ? ClaimState.DRAFT : claim.state();
            return !confirmed && (next == ClaimState.PUBLISHED || next != now);
        }

        String news(@Nullable Claim before, Claim after) {
            if (before != null && before.version() == after.version()) {
                return "claim_unchanged";
            }
            return switch (act) {
                case "publish" -> "claim_published";
                case "withdraw" -> "claim_withdrawn";
                default -> "claim_saved";
            };
        }
    }
}
