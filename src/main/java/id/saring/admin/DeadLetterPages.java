package id.saring.admin;

import id.saring.audit.Actor;
import id.saring.audit.Acts;
import id.saring.chat.DeadMail;
import id.saring.db.Database;
import id.saring.http.Problem;
import id.saring.moderation.Frame;
import id.saring.queue.DeadLetter;
import id.saring.queue.DeadLetters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What could not be done: to read, to try again, to drop. */
@Controller
final class DeadLetterPages {
    static final String PATH = "/admin/dead-letters";
    private static final String QUEUE = PATH + "/{queue:[a-z-]{1,40}}";
    private static final String LETTER = QUEUE + "/{id:[0-9]{1,18}}";
    private static final int HEAPS = 20;
    private static final int LETTERS = 50;
    private static final int LONGEST_REASON = 200;

    /** One queue and what its letters died of. */
    record Heaps(String queue, List<DeadLetters.Heap> heaps) {}

    private final DeadQueues queues;
    private final Database database;
    private final Acts acts;

    DeadLetterPages(DeadQueues queues, Database database, Acts acts) {
        this.queues = queues;
        this.database = database;
        this.acts = acts;
    }

    @GetMapping(PATH)
    ModelAndView overview() {
        List<Heaps> heaps = queues.all().stream()
                .map(queue -> new Heaps(queue.queue(), queue.heaps(HEAPS)))
                .filter(queue -> !queue.heaps().isEmpty())
                .toList();
        return new ModelAndView("admin/dead-letters").addObject("queues", heaps);
    }

    @GetMapping(QUEUE)
    ModelAndView list(
            @PathVariable String queue,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "9223372036854775807") long before) {
        List<DeadLetter> letters = find(queue).list(reason, before, LETTERS);
        return new ModelAndView("admin/dead-letter-list")
                .addObject("queue", queue)
                .addObject("reason", reason)
                .addObject("letters", letters)
                .addObject("next", letters.size() < LETTERS ? null : letters.getLast().id());
    }

    @GetMapping(LETTER)
    ModelAndView show(@PathVariable String queue, @PathVariable long id, Actor actor) {
        DeadLetters letters = find(queue);
        DeadLetter letter = letters.find(id).orElseThrow(DeadLetterPages::unknown);
        Optional<DeadMail.Opened> opened = queues.open(letters, letter);
        boolean readable = queues.mayShowText(letter);
        if (readable && opened.isPresent()) {
            acts.record(actor, "dead_letter.read", subject(queue, id));
        }
        return new ModelAndView("admin/dead-letter")
                .addObject("queue", queue)
                .addObject("letter", letter)
                .addObject("opened", opened.orElse(null))
                .addObject("text", readable ? opened.map(DeadMail.Opened::text).orElse(null) : null)
                .addObject("readable", readable);
    }

    @PostMapping(QUEUE + "/retry")
    String retryAll(@PathVariable String queue, @RequestParam(defaultValue = "") String reason, Actor actor) {
        DeadLetters letters = find(queue);
        many(actor, "dead_letter.retry", queue, reason, "", () -> letters.reviveAll(reason));
        return Frame.redirect(PATH, "letters_retried");
    }

    @PostMapping(QUEUE + "/drop")
    String dropAll(
            @PathVariable String queue,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String why,
            Actor actor) {
        DeadLetters letters = find(queue);
        if (isNoReason(why)) {
            return Frame.redirect(PATH, "letters_why");
        }
        many(actor, "dead_letter.drop", queue, reason, why.strip(), () -> letters.dropAll(reason, "Dropped by staff"));
        return Frame.redirect(PATH, "letters_dropped");
    }

    @PostMapping(LETTER + "/retry")
    String retry(@PathVariable String queue, @PathVariable long id, Actor actor) {
        DeadLetters letters = find(queue);
        one(actor, "dead_letter.retry", queue, id, Map.of(), () -> letters.revive(id) ? 1 : 0);
        return Frame.redirect(PATH, "letter_retried");
    }

    @PostMapping(LETTER + "/drop")
    String drop(
            @PathVariable String queue, @PathVariable long id, @RequestParam(defaultValue = "") String why,
                    Actor actor) {
        DeadLetters letters = find(queue);
        if (isNoReason(why)) {
            return Frame.redirect(PATH + "/" + queue + "/" + id, "letters_why");
        }
        Map<String, ?> after = Map.of("why", why.strip());
        one(actor, "dead_letter.drop", queue, id, after, () -> letters.drop(id, "Dropped by staff") ? 1 : 0);
        return Frame.redirect(PATH, "letter_dropped");
    }

    private void many(Actor actor, String what, String queue, String reason, String why, IntSupplier act) {
        database.transact(() -> {
            int count = act.getAsInt();
            if (count > 0) {
                acts.record(
                        actor,
                        what,
                        "queue:" + queue,
                        Map.of("dead", count, "reason", reason),
                        why.isEmpty() ? Map.of() : Map.of("why", why));
            }
        });
    }

    private void one(Actor actor, String what, String queue, long id, Map<String, ?> after, IntSupplier act) {
        String reason = find(queue).find(id).orElseThrow(DeadLetterPages::unknown).reason();
        database.transact(() -> {
            if (act.getAsInt() > 0) {
                acts.record(actor, what, subject(queue, id), Map.of("reason", reason), after);
            }
        });
    }

    private static boolean isNoReason(String why) {
        return why.isBlank() || why.length() > LONGEST_REASON;
    }

    private static String subject(String queue, long id) {
        return "letter:" + queue + "/" + id;
    }

    private DeadLetters find(String queue) {
        return queues.find(queue).orElseThrow(DeadLetterPages::unknown);
    }

    private static Problem unknown() {
        return new Problem(HttpStatus.NOT_FOUND, "letter_unknown");
    }
}
