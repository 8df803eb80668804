package id.saring.moderation;

import id.saring.account.Account;
import id.saring.account.Accounts;
import id.saring.audit.Actor;
import id.saring.claim.RefusedMoveException;
import id.saring.claim.StaleClaimException;
import id.saring.core.ClaimId;
import id.saring.submission.CaseDesk;
import id.saring.submission.CaseId;
import id.saring.submission.Cases;
import id.saring.submission.ClosedCaseException;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What moderators do with a case; each act leads back to its page, which says what was done or why it was not. */
@Controller
@RequestMapping(CasePages.PATH + "/{id:[1-9][0-9]{0,17}}")
final class CaseActs {
    private final CaseDesk desk;
    private final Cases cases;
    private final Accounts accounts;

    CaseActs(CaseDesk desk, Cases cases, Accounts accounts) {
        this.desk = desk;
        this.cases = cases;
        this.accounts = accounts;
    }

    @PostMapping("/take")
    String take(@PathVariable long id, Account account, Actor actor) {
        return act(id, "case_taken", () -> desk.assign(actor, new CaseId(id), account.name()));
    }

    @PostMapping("/release")
    String release(@PathVariable long id, Actor actor) {
        return act(id, "case_released", () -> desk.assign(actor, new CaseId(id), null));
    }

    @PostMapping("/assign")
    String assign(@PathVariable long id, @RequestParam String to, Actor actor) {
        if (to.isBlank()) {
            return release(id, actor);
        }
        return Account.nameOf(to)
                .flatMap(accounts::named)
                .filter(account -> account.state() == Account.State.ACTIVE)
                .map(account ->
                        act(id, "case_assigned", () -> desk.assign(actor, new CaseId(id), account.name())))
                .orElseGet(() -> back(id, "case_nobody"));
    }

    @PostMapping("/note")
    String note(@PathVariable long id, @RequestParam(defaultValue = "") String text, Actor actor) {
        return text.isBlank() || text.strip().length() > CaseDesk.LONGEST_NOTE
                ? back(id, text.isBlank() ? "case_empty" : "case_note_long")
                : act(id, "case_noted", () -> desk.note(actor, new CaseId(id), text));
    }

    @PostMapping("/dismiss")
    String dismiss(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean tell,
            Actor actor) {
        return reason.isBlank() || reason.strip().length() > CaseDesk.LONGEST_REASON
                ? back(id, reason.isBlank() ? "case_empty" : "case_reason_long")
                : act(id, tell ? "case_dismissed_telling" : "case_dismissed",
                        () -> desk.dismiss(actor, new CaseId(id), reason.strip(), tell));
    }

    @PostMapping("/reopen")
    String reopen(@PathVariable long id, Actor actor) {
        return act(id, "case_reopened", () -> desk.reopen(actor, new CaseId(id)));
    }

    @PostMapping("/merge")
    String merge(@PathVariable long id, @RequestParam long into, Actor actor) {
        return into < 1
                ? back(id, "case_closed")
                : act(id, "case_merged", () -> desk.merge(actor, new CaseId(id), new CaseId(into)));
    }

    @PostMapping("/unmerge")
    String unmerge(@PathVariable long id, Actor actor) {
        return act(id, "case_unmerged", () -> desk.unmerge(actor, new CaseId(id)));
    }

    @PostMapping("/split")
    String split(@PathVariable long id, @RequestParam(defaultValue = "") List<Long> variant, Actor actor) {
        if (variant.isEmpty() || variant.size() >= cases.variants(new CaseId(id)).size()) {
            return back(id, "case_split_some");
        }
        try {
            CaseId made = desk.split(actor, new CaseId(id), variant);
            return back(made.value(), "case_split");
        } catch (ClosedCaseException e) {
            return back(id, "case_closed");
        } catch (IllegalArgumentException e) {
            // The page was stale: the wordings are elsewhere by now.
            return back(id, "case_split_some");
        }
    }

    @PostMapping("/answer")
    String answer(
            @PathVariable long id,
            @RequestParam long claim,
            @RequestParam(defaultValue = "") List<Long> learn,
            Actor actor) {
        return act(id, "case_answered", () -> desk.answer(actor, new CaseId(id), new ClaimId(claim), learn));
    }

    @PostMapping("/unlink")
    String unlink(@PathVariable long id, Actor actor) {
        return act(id, "case_unlinked", () -> desk.unlink(actor, new CaseId(id)));
    }

    private static String act(long id, String done, Runnable act) {
        try {
            act.run();
            return back(id, done);
        } catch (ClosedCaseException | NoSuchElementException e) {
            return back(id, "case_closed");
        } catch (StaleClaimException | RefusedMoveException e) {
            return back(id, "case_claim_changed");
        }
    }

    private static String back(long id, String notice) {
        return Frame.redirect(CasePages.PATH + "/" + id, notice);
    }
}
