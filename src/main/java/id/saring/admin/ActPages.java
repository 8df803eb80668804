package id.saring.admin;

import id.saring.audit.Act;
import id.saring.audit.ActCheck;
import id.saring.audit.ActFilter;
import id.saring.audit.Actor;
import id.saring.audit.Acts;
import id.saring.http.Problem;
import id.saring.moderation.Frame;
import id.saring.moderation.Params;
import id.saring.moderation.Unread;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What staff did: who, what, from where, before and after; and whether the record of it is whole. */
@Controller
final class ActPages {
    private static final String PATH = "/admin/acts";
    private static final String VERIFIED = "audit.verify";
    private static final List<String> FILTERS = List.of("actor", "what", "subject", "from", "until");
    private static final int SIZE = 50;

    private final Acts acts;
    private final ZoneId zone;

    ActPages(Acts acts, ZoneId zone) {
        this.acts = acts;
        this.zone = zone;
    }

    @GetMapping(PATH)
    String list(@RequestParam Map<String, String> given, Model model) {
        Params params = new Params(given, zone);
        Long before = params.whole("before");
        ActFilter filter = new ActFilter(
                params.textOrNull("actor"),
                params.textOrNull("what"),
                params.textOrNull("subject"),
                params.time("from"),
                params.time("until"));
        List<Unread> unread = Stream.of("from", "until")
                .filter(name -> params.unread(name, params.time(name)))
                .map(name -> new Unread("log." + name, params.text(name)))
                .toList();
        List<Act> found = unread.isEmpty()
                ? acts.before(before == null ? Long.MAX_VALUE : before, filter, SIZE + 1)
                : List.of();
        model.addAttribute("unread", unread);
        List<Act> shown = found.subList(0, Math.min(SIZE, found.size()));
        model.addAttribute("params", params);
        model.addAttribute("filtered", !filter.equals(ActFilter.ALL) || !unread.isEmpty());
        model.addAttribute("first", before == null);
        model.addAttribute("newest", params.address(PATH, FILTERS, Map.of()));
        model.addAttribute("acts", shown);
        model.addAttribute("kinds", acts.kinds());
        if (found.size() > SIZE) {
            model.addAttribute("older", params.address(PATH, FILTERS, Map.of("before", shown.getLast().id())));
        }
        checks(model);
        return "admin/acts";
    }

    /** The last check that was made here, with what it found. */
    private void checks(Model model) {
        ActFilter filter = new ActFilter(null, VERIFIED, null, null, null);
        acts.before(Long.MAX_VALUE, filter, 1).stream().findFirst().ifPresent(check -> {
            model.addAttribute("check", check);
            model.addAttribute("checked", Change.values(check.after()));
        });
    }

    @GetMapping(PATH + "/{id:[0-9]{1,18}}")
    String show(@PathVariable long id, Model model) {
        Act act = acts.find(id).orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "act_unknown"));
        model.addAttribute("act", act);
        model.addAttribute("changes", Change.of(act));
        return "admin/act";
    }

    /** Checks the whole record now, and records what was found with the place and hash of its end. */
    @PostMapping(PATH + "/verify")
    String verify(Actor actor) {
        Map<String, Object> found = switch (acts.verify()) {
            case ActCheck.Sound sound -> Map.of("sound", true, "acts", sound.acts(), "last", sound.last());
            case ActCheck.Broken(long link) -> Map.of("sound", false, "broken_at", link);
        };
        acts.record(actor, VERIFIED, "acts", Map.of(), found);
        return Frame.redirect(PATH, Boolean.TRUE.equals(found.get("sound")) ? "acts_sound" : "acts_broken");
    }
}
