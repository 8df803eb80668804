package id.saring.claim;

import id.saring.core.Language;
import id.saring.core.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What moderators and importers write of a claim, before the store gives it an identity.
 *
 * @param text        the claim in one sentence, as it spreads
 * @param headline    the headline of its review, if it has one
 * @param verdict     what the review found; null only while it is a draft
 * @param rating      the publisher's own word for the verdict, kept when it came with one
 * @param kind        First Draft's type, if one fits
 * @param summary     the short reason for the verdict
 * @param sources     pages that support the verdict
 * @param phrasings   other wordings people use for the claim
 * @param appearances addresses where the claim itself was seen
 * @param firstSeenOn when the claim was first seen
 * @param reviewedOn  when the review was published
 * @param reviewedBy  who reviewed it
 * @throws IllegalArgumentException if the text is blank
 */
public record ClaimContent(
        Language language,
        String text,
        @Nullable String headline,
        @Nullable Verdict verdict,
        @Nullable String rating,
        @Nullable ClaimKind kind,
        @Nullable String summary,
        List<Source> sources,
        List<String> phrasings,
        List<String> appearances,
        @Nullable LocalDate firstSeenOn,
        @Nullable LocalDate reviewedOn,
        @Nullable String reviewedBy) {
    public ClaimContent {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A claim needs a text");
        }
        sources = List.copyOf(sources);
        phrasings = List.copyOf(phrasings);
        appearances = List.copyOf(appearances);
    }

    /** The same with another wording people use; itself if it has that wording already. */
    public ClaimContent with(String phrasing) {
        String wording = phrasing.strip();
        if (wording.isEmpty() || wording.equals(text) || phrasings.contains(wording)) {
            return this;
        }
        List<String> more = new ArrayList<>(phrasings);
        more.add(wording);
        return withPhrasings(more);
    }

    /** The same with other phrasings. */
    public ClaimContent withPhrasings(List<String> others) {
        return new ClaimContent(
                language, text, headline, verdict, rating, kind, summary, sources, others, appearances, firstSeenOn,
                reviewedOn, reviewedBy);
    }
}
