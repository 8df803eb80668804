package id.saring.moderation;

import id.saring.audit.Lookups;
import id.saring.claim.Claim;
import id.saring.claim.ClaimKind;
import id.saring.claim.Difference;
import id.saring.claim.Revision;
import id.saring.claim.Revisions;
import id.saring.conversation.Corrections;
import id.saring.core.Channel;
import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.core.Verdict;
import id.saring.moderation.ClaimFields.Fault;
import id.saring.moderation.ClaimFields.SourceFields;
import id.saring.submission.HeardWordings;
import id.saring.submission.Questions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * Fills the page on which a claim is written and read, with what was typed, what is wrong with it and what goes with
 * it.
 */
final class ClaimPage {
    private static final int SPARE_ROWS = 1;

    /** How many messages that drew a complaint are shown. */
    private static final int COMPLAINTS = 10;

    /** How many wordings people sent are offered. */
    private static final int WORDINGS = 8;

    private final Revisions revisions;
    private final People people;
    private final ClaimPreview preview;
    private final MessageSource messages;

    /** What people said that concerns a claim, and what they are told of it. */
    record People(Lookups lookups, Questions questions, HeardWordings wordings, Corrections corrections) {}

    ClaimPage(
            Revisions revisions,
            People people,
            ClaimPreview preview,
            MessageSource messages) {
        this.revisions = revisions;
        this.people = people;
        this.preview = preview;
        this.messages = messages;
    }

    /** What somebody else saved meanwhile, and how it differs from what was typed. */
    record Conflict(String author, Instant at, @Nullable String reason, List<Difference> differences) {}

    record Moment(String author, Instant at, @Nullable String reason) {}

    /** A message whose asker said that the claim was not it. */
    record Complaint(Instant at, Channel channel, String text) {}

    /** @param claim null for a new one */
    ModelAndView show(@Nullable Claim claim, ClaimFields fields) {
        ModelAndView page = new ModelAndView("moderation/claim");
        page.addObject("claim", claim);
        page.addObject("fields", fields);
        page.addObject("version", claim == null ? 0 : claim.version());
        page.addObject("faults", Map.of());
        page.addObject("verdicts", Verdict.values());
        page.addObject("kinds", ClaimKind.values());
        page.addObject("sourceRows", withSpare(fields.sources(), SourceFields.EMPTY));
        page.addObject("phrasingRows", withSpare(fields.phrasings(), ""));
        addPreview(page, fields, claim == null ? null : claim.id());
        if (claim != null) {
            revisions.find(claim.id(), claim.version())
                    .ifPresent(revision -> page.addObject("saved", moment(revision)));
            page.addObject("heard", people.wordings().of(claim, fields.phrasings(), WORDINGS));
            page.addObject("progress", people.corrections().progress(claim));
            page.addObject("feedback", people.lookups().feedbackOn(claim.id()));
            page.addObject("complaints", people.lookups().unhelped(claim.id(), COMPLAINTS).stream()
                    .flatMap(key -> people.questions().find(key).stream())
                    .map(asked -> new Complaint(asked.at(), asked.from().channel(), asked.text()))
                    .toList());
        }
        return page;
    }

    /** The part of the page that tells how far those who are to be told have been. */
    ModelAndView telling(Claim claim) {
        return new ModelAndView("moderation/claim-parts :: telling")
                .addObject("claim", claim)
                .addObject("progress", people.corrections().progress(claim));
    }

    /** The fields with a wording that was offered, and is wanted, among the phrasings; as they are if it is not. */
    ClaimFields withHeard(Claim claim, ClaimFields fields, String key) {
        return people.wordings().of(claim, fields.phrasings(), Integer.MAX_VALUE).stream()
                .filter(heard -> heard.key().equals(key))
                .findFirst()
                .map(heard -> fields.withPhrasing(heard.text()))
                .orElse(fields);
    }

    ModelAndView faulty(@Nullable Claim claim, ClaimFields fields, Map<String, Fault> faults, Locale locale) {
        ModelAndView page = show(claim, fields);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("faults", words(faults, locale));
        return page;
    }

    /**
     * Somebody saved the claim while it was being edited: what was typed stands in the form, what they saved beside it.
     */
    ModelAndView conflict(Claim now, ClaimFields fields) {
        ModelAndView page = show(now, fields);
        page.setStatus(HttpStatus.CONFLICT);
        Moment theirs = revisions.find(now.id(), now.version()).map(ClaimPage::moment).orElseThrow();
        ClaimFields.Checked mine = fields.check();
        List<Difference> differences =
                mine.content() == null ? List.of() : Difference.between(now.content(), mine.content());
        page.addObject("conflict", new Conflict(theirs.author(), theirs.at(), theirs.reason(), differences));
        return page;
    }

    /** The part of the page that follows what is being typed. */
    ModelAndView following(ClaimFields fields, @Nullable ClaimId id) {
        ModelAndView part = new ModelAndView("moderation/claim-preview :: following");
        addPreview(part, fields, id);
        return part;
    }

    private void addPreview(ModelAndView page, ClaimFields fields, @Nullable ClaimId id) {
        page.addObject("languages", Language.values());
        page.addObject("bubbles", preview.bubbles(fields, id));
        page.addObject("similar", preview.similar(fields, id));
        page.addObject("personal", preview.personal(fields));
    }

    Map<String, String> words(Map<String, Fault> faults, Locale locale) {
        Map<String, String> words = new LinkedHashMap<>();
        faults.forEach((field, fault) ->
                words.put(field, messages.getMessage("claim.fault." + fault.code(), fault.args(), locale)));
        return words;
    }

    private static Moment moment(Revision revision) {
        return new Moment(revision.author().name(), revision.at(), revision.reason());
    }

    private static <T> List<T> withSpare(List<T> rows, T empty) {
        List<T> all = new ArrayList<>(rows);
        for (int i = 0; i < SPARE_ROWS; i++) {
            all.add(empty);
        }
        return all;
    }
}
