package id.saring.admin;

import id.saring.audit.Actor;
import id.saring.audit.Acts;
import id.saring.chat.Blocks;
import id.saring.chat.Maintenance;
import id.saring.core.Channel;
import id.saring.core.Language;
import id.saring.http.Problem;
import id.saring.moderation.Frame;
import id.saring.reply.ResponsesException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page from which an admin runs Saring: what can be done at once, and what came of it last. */
@Controller
final class HandlePages {
    static final String PATH = "/admin/handles";
    private static final int BACKUPS_SHOWN = 10;

    /** What the page shows. */
    record Shown(
            Maintenance maintenance, Blocks blocks, DeadQueues dead, Backups backups, BackupSettings schedule,
            Errands errands) {}

    private final Shown shown;
    private final Chores chores;
    private final TestMessages tests;
    private final LatestActs latest;
    private final Acts acts;

    HandlePages(Shown shown, Chores chores, TestMessages tests, LatestActs latest, Acts acts) {
        this.shown = shown;
        this.chores = chores;
        this.tests = tests;
        this.latest = latest;
        this.acts = acts;
    }

    @GetMapping(PATH)
    ModelAndView show() {
        return new ModelAndView("admin/handles")
                .addObject("dead", shown.dead().count())
                .addObject("blocked", shown.blocks().all().size())
                .addObject("maintenance", shown.maintenance().now().orElse(null))
                .addObject("backups", shown.backups().list().stream().limit(BACKUPS_SHOWN).toList())
                .addObject("schedule", shown.schedule())
                .addObject("backing", shown.errands().of(Chores.BACKUP).orElse(null))
                .addObject("indexing", shown.errands().of(Chores.INDEX).orElse(null))
                .addObject("retaining", shown.errands().of(Chores.RETENTION).orElse(null))
                .addObject("retained", latest.of("retention.run").orElse(null))
                .addObject("tested", latest.of("channel.test").orElse(null))
                .addObject("channels", tests.channels());
    }

    @PostMapping(PATH + "/index")
    String index(Actor actor) {
        chores.index(actor);
        return Frame.redirect(PATH, "index_ordered");
    }

    @PostMapping(PATH + "/retention")
    String retention(Actor actor) {
        return Frame.redirect(PATH, chores.retain(actor) ? "retention_run" : "errand_runs");
    }

    @PostMapping(PATH + "/backup")
    String backup(Actor actor) {
        return Frame.redirect(PATH, chores.backUp(actor) ? "backup_run" : "errand_runs");
    }

    @PostMapping(PATH + "/responses")
    ModelAndView responses(Actor actor) {
        try {
            chores.reload(actor);
            return new ModelAndView(Frame.redirect(PATH, "responses_read"));
        } catch (ResponsesException e) {
            ModelAndView page = show().addObject("fault", e.getMessage());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    @PostMapping(PATH + "/test")
    String test(
            @RequestParam Channel channel,
            @RequestParam(defaultValue = "") String chat,
            @RequestParam(defaultValue = "ID") Language language,
            Actor actor) {
        if (chat.isBlank() || chat.length() > 200) {
            return Frame.redirect(PATH, "test_address");
        }
        TestMessages.Outcome outcome = tests.send(channel, chat, language)
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "channel_unknown"));
        acts.record(actor, "channel.test", "channel:" + channel, Map.of(), outcome.facts());
        return Frame.redirect(PATH, "test_" + outcome.code());
    }
}
