package id.saring.moderation;

import id.saring.claim.Claim;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.claim.Difference;
import id.saring.claim.Revision;
import id.saring.claim.Revisions;
import id.saring.http.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a claim was before, save by save, and the way back to it. */
@Controller
final class ClaimHistoryPages {
    private static final int SIZE = 20;

    private final Claims claims;
    private final Revisions revisions;
    private final ClaimEditor editor;
    private final MessageSource messages;

    ClaimHistoryPages(Claims claims, Revisions revisions, ClaimEditor editor, MessageSource messages) {
        this.claims = claims;
        this.revisions = revisions;
        this.editor = editor;
        this.messages = messages;
    }

    /** A save and what it changed; {@code moved} is the state it came from if it left that. */
    record Step(
            Revision revision, Instant at, boolean first, @Nullable ClaimState moved,
            List<Difference> differences) {}

    @GetMapping("/moderation/claims/{id:[0-9]{1,18}}/revisions")
    String revisions(@PathVariable long id, @RequestParam(defaultValue = "0") long before, Model model) {
        Claim claim = ClaimEditor.find(claims, id);
        List<Revision> found = revisions.of(claim.id(), before > 0 ? before : Long.MAX_VALUE, SIZE + 1);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < Math.min(SIZE, found.size()); i++) {
            steps.add(step(found.get(i), i + 1 < found.size() ? found.get(i + 1) : null));
        }
        model.addAttribute("claim", claim);
        model.addAttribute("steps", steps);
        model.addAttribute("older", found.size() > SIZE ? found.get(SIZE - 1).version() : 0);
        return "moderation/claim-revisions";
    }

    private static Step step(Revision revision, @Nullable Revision previous) {
        return new Step(
                revision,
                revision.at(),
                previous == null,
                previous == null || previous.state() == revision.state() ? null : previous.state(),
                Difference.between(previous == null ? null : previous.content(), revision.content()));
    }

    /** Shows what going back would change and who would hear of it; the editor does it. */
    @PostMapping("/moderation/claims/{id:[0-9]{1,18}}/revisions/{version:[0-9]{1,18}}/restore")
    ModelAndView restore(@PathVariable long id, @PathVariable long version, Locale locale) {
        Claim claim = ClaimEditor.find(claims, id);
        Revision revision = revisions.find(claim.id(), version)
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "revision_unknown"));
        String reason = messages.getMessage("revisions.restored", new Object[] {version}, locale);
        ClaimFields fields = ClaimFields.of(revision.content());
        return editor.confirm(
                claim,
                fields,
                revision.content(),
                ClaimEditor.Wish.restoring(claim, reason));
    }
}
