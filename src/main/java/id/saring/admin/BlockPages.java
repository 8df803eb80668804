package id.saring.admin;

import id.saring.audit.Actor;
import id.saring.audit.Acts;
import id.saring.audit.Lookups;
import id.saring.chat.Block;
import id.saring.chat.Blocks;
import id.saring.core.Pseudonym;
import id.saring.db.Database;
import id.saring.http.Problem;
import id.saring.moderation.Frame;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who is not answered, by pseudonym. */
@Controller
final class BlockPages {
    static final String PATH = "/admin/blocks";
    private static final int LONGEST_YEARS = 5;

    /** What the form holds. */
    record Form(String person, Block.Cause cause, String until, String note) {}

    private final Blocks blocks;
    private final Lookups lookups;
    private final Database database;
    private final Acts acts;
    private final ZoneId zone;
    private final Clock clock;

    BlockPages(Blocks blocks, Lookups lookups, Database database, Acts acts, ZoneId zone, Clock clock) {
        this.blocks = blocks;
        this.lookups = lookups;
        this.database = database;
        this.acts = acts;
        this.zone = zone;
        this.clock = clock;
    }

    /** @param person to have the form filled in, as the log of lookups does */
    @GetMapping(PATH)
    ModelAndView list(@RequestParam(defaultValue = "") String person) {
        return page(new Form(person.strip(), Block.Cause.SPAM, "", ""));
    }

    private ModelAndView page(Form form) {
        Optional<Pseudonym> person = pseudonym(form.person());
        return new ModelAndView("admin/blocks")
                .addObject("blocks", blocks.all())
                .addObject("form", form)
                .addObject("causes", Block.Cause.values())
                .addObject("longestNote", Block.LONGEST_NOTE)
                .addObject("last", person.flatMap(lookups::lastOf).orElse(null))
                .addObject("already", person.flatMap(blocks::find).orElse(null));
    }

    @PostMapping(PATH)
    ModelAndView block(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "OTHER") Block.Cause cause,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String note,
            Actor actor) {
        Form form = new Form(person.strip(), cause, until.strip(), note.strip());
        Optional<Pseudonym> whom = pseudonym(form.person());
        if (whom.isEmpty()) {
            return refused(form, "code");
        }
        Instant ends;
        try {
            ends = form.until().isEmpty() ? null : endOf(LocalDate.parse(form.until()));
        } catch (DateTimeException e) {
            return refused(form, "end");
        }
        if (form.note().length() > Block.LONGEST_NOTE) {
            return refused(form, "note");
        }
        Block block = new Block(whom.get(), cause, form.note(), clock.instant(), ends, actor.name(), false);
        Map<String, ?> before = blocks.find(block.person()).map(BlockPages::facts).orElse(Map.of());
        database.transact(() -> {
            blocks.put(block);
            acts.record(actor, "block.put", "person:" + block.person().value(), before, facts(block));
        });
        return new ModelAndView(Frame.redirect(PATH, "blocked"));
    }

    @PostMapping(PATH + "/{person}/lift")
    String lift(@PathVariable String person, Actor actor) {
        Pseudonym whom = pseudonym(person).orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "block_unknown"));
        Map<String, ?> before = blocks.find(whom).map(BlockPages::facts).orElse(Map.of());
        database.transact(() -> {
            if (blocks.lift(whom)) {
                acts.record(actor, "block.lift", "person:" + whom.value(), before, Map.of());
            }
        });
        return Frame.redirect(PATH, "block_lifted");
    }

    private ModelAndView refused(Form form, String fault) {
        ModelAndView page = page(form).addObject("fault", fault);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** The first moment after that day. */
    private Instant endOf(LocalDate day) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        if (day.isBefore(today) || day.isAfter(today.plusYears(LONGEST_YEARS))) {
            throw new DateTimeException("Not within the next years");
        }
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static Optional<Pseudonym> pseudonym(String value) {
        try {
            return Optional.of(new Pseudonym(value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Without the note, which must be able to go while acts stay. */
    private static Map<String, ?> facts(Block block) {
        @Nullable Instant ends = block.ends();
        return Map.of("cause", block.cause(), "ends", ends == null ? "" : ends.toString());
    }
}
