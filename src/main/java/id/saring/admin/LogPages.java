package id.saring.admin;

import id.saring.audit.Actor;
import id.saring.audit.Acts;
import id.saring.audit.LookupPlace;
import id.saring.chat.Content;
import id.saring.chat.DeliveryState;
import id.saring.core.Door;
import id.saring.core.Language;
import id.saring.http.Problem;
import id.saring.moderation.Params;
import id.saring.moderation.Unread;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The log of lookups: its list, which follows what comes, and the same as a file. */
@Controller
final class LogPages {
    private static final int SIZE = 50;

    /** What one request may search; the rest of its time is for showing what was found. */
    private static final Duration BUDGET = Duration.ofMillis(120);

    /** A page left open does not ask for ever. */
    private static final Duration FOLLOWS = Duration.ofMinutes(30);

    private final LookupLog log;
    private final LogFile file;
    private final Acts acts;
    private final ZoneId zone;
    private final Clock clock;

    LogPages(LookupLog log, LogFile file, Acts acts, ZoneId zone, Clock clock) {
        this.log = log;
        this.file = file;
        this.acts = acts;
        this.zone = zone;
        this.clock = clock;
    }

    /** @return null if the page that asks has all there is */
    @GetMapping("/admin")
    @Nullable ModelAndView list(
            @RequestParam Map<String, String> params,
            @RequestParam(defaultValue = "") String seen,
            Model model,
            HttpServletResponse response) {
        LogQuestion question = new LogQuestion(new Params(params, zone));
        List<Unread> unread = question.unread();
        LookupLog.Lines found = unread.isEmpty()
                ? log.search(question, question.before(), SIZE, BUDGET)
                : new LookupLog.Lines(List.of(), null);
        String now = Integer.toHexString(Arrays.hashCode(new Object[] {found.lines(), found.next() == null}));
        boolean live = unread.isEmpty() && question.following() != null && follows(question.following());
        if (live && seen.equals(now)) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
        model.addAttribute("question", question);
        model.addAttribute("unread", unread);
        model.addAttribute("lines", found.lines());
        show(model, question, found, live, now);
        model.addAttribute("keepsTexts", log.keepsTexts().isPositive());
        model.addAttribute("channels", Door.values());
        model.addAttribute("languages", Language.values());
        model.addAttribute("forwardings", Content.Forwarding.values());
        model.addAttribute("deliveries", DeliveryState.values());
        model.addAttribute("outcomes", LogQuestion.OUTCOMES);
        return new ModelAndView("admin/log");
    }

    private void show(Model model, LogQuestion question, LookupLog.Lines found, boolean live, String seen) {
        LookupPlace next = found.next();
        if (next != null) {
            model.addAttribute("older", question.older(next));
        }
        if (next != null && found.lines().size() < SIZE) {
            model.addAttribute("searchedTo", next.at());
        }
        if (question.first()) {
            Instant since = question.following();
            model.addAttribute("live", live);
            model.addAttribute("stopped", since != null && !live);
            model.addAttribute("follow", question.live(clock.millis(), ""));
            model.addAttribute("poll", question.live(since == null ? clock.millis() : since.toEpochMilli(), seen));
        }
    }

    private boolean follows(Instant since) {
        return clock.instant().isBefore(since.plus(FOLLOWS));
    }

    @GetMapping("/admin/lookups.csv")
    void file(@RequestParam Map<String, String> params, Actor actor, HttpServletResponse response) throws IOException {
        LogQuestion question = new LogQuestion(new Params(params, zone));
        if (!question.unread().isEmpty()) {
            throw new Problem(HttpStatus.BAD_REQUEST, "filter_unread", question.unread().getFirst().value());
        }
        acts.record(actor, "lookup.export", "lookups", Map.of(), question.told());
        response.setContentType("text/csv;charset=UTF-8");
        String day = LocalDate.now(clock.withZone(zone)).toString();
        response.setHeader("Content-Disposition", "attachment; filename=\"saring-log-" + day + ".csv\"");
        file.write(question, response.getWriter());
    }
}
