package id.saring.admin;

import id.saring.audit.Lookup;
import id.saring.audit.Lookups;
import id.saring.chat.Journey;
import id.saring.chat.Journeys;
import id.saring.claim.Claim;
import id.saring.claim.Claims;
import id.saring.core.ClaimId;
import id.saring.http.Problem;
import id.saring.match.ClaimMatcher;
import id.saring.match.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One lookup: its way from being received to arriving, and why it was answered as it was. */
@Controller
final class LookupPage {
    private final LookupLog log;
    private final Journeys journeys;
    private final Lookups lookups;
    private final Claims claims;
    private final ClaimMatcher matcher;

    LookupPage(LookupLog log, Journeys journeys, Lookups lookups, Claims claims, ClaimMatcher matcher) {
        this.log = log;
        this.journeys = journeys;
        this.lookups = lookups;
        this.claims = claims;
        this.matcher = matcher;
    }

    /**
     * A step of the way.
     *
     * @param key  its words are {@code log.step.<key>}
     * @param at   null if it is not known, or has not come to that
     * @param took since the step before that is known, in milliseconds
     */
    record Step(String key, @Nullable Instant at, @Nullable Long took) {}

    @GetMapping("/admin/lookups/{id:[0-9]{1,18}}")
    String show(@PathVariable long id, Model model) {
        LookupLog.Line line = log.find(id).orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "lookup_unknown"));
        Lookup lookup = line.entry().lookup();
        Journey journey = journeys.of(lookup.asked().messageKey());
        model.addAttribute("line", line);
        model.addAttribute("lookup", lookup);
        model.addAttribute("journey", journey);
        model.addAttribute("steps", steps(lookup, journey));
        model.addAttribute("told", told(lookup));
        model.addAttribute("feedback", lookups.feedbackOn(lookup).orElse(null));
        model.addAttribute("keepsTexts", log.keepsTexts().isPositive());
        if (line.text() != null) {
            model.addAttribute("explanation", matcher.explain(new Query(line.text(), lookup.language())));
        }
        return "admin/lookup";
    }

    private static List<Step> steps(Lookup lookup, Journey journey) {
        List<Step> steps = new ArrayList<>();
        add(steps, "received", journey.received());
        add(steps, "taken", lookup.at().minus(lookup.latency()));
        add(steps, "decided", lookup.at());
        if (lookup.asked().asker() == null) {
            add(steps, "at_once", lookup.at());
            return steps;
        }
        Instant sent = journey.sending().sent();
        Instant reported = journey.sending().reported();
        switch (journey.sending().state()) {
            case SENT -> add(steps, "sent", sent);
            case DELIVERED, READ, FAILED -> {
                add(steps, "sent", sent);
                add(steps, journey.sending().state().name().toLowerCase(Locale.ROOT), reported);
            }
            case WAITING -> steps.add(new Step("waiting", null, null));
            case UNREACHABLE -> add(steps, "unreachable", sent);
            case REFUSED -> add(steps, "refused", sent);
            case GIVEN_UP -> steps.add(new Step("given_up", null, null));
            case NONE -> steps.add(new Step("none", null, null));
        }
        return steps;
    }

    private static void add(List<Step> steps, String key, @Nullable Instant at) {
        Instant before = steps.isEmpty() ? null : steps.getLast().at();
        steps.add(new Step(key, at, at == null || before == null ? null : Duration.between(before, at).toMillis()));
    }

    /** The claims that were told or offered, as they are today, in that order. */
    private List<Claim> told(Lookup lookup) {
        Set<ClaimId> ids = new LinkedHashSet<>();
        if (lookup.answer() != null) {
            ids.add(lookup.answer().claim());
        }
        ids.addAll(lookup.candidates());
        return claims.findAll(ids);
    }
}
