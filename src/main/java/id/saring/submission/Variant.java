package id.saring.submission;

import id.saring.core.ClaimId;
import id.saring.core.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One wording of a case.
 *
 * @param messages  how many messages came with it
 * @param learnedBy the claim that took it in as a phrasing
 * @param cameFrom  the case it belonged to before a merge
 */
public record Variant(
        long id,
        String text,
        Language language,
        long messages,
        Instant firstAt,
        Instant lastAt,
        @Nullable ClaimId learnedBy,
        @Nullable CaseId cameFrom) {
    @Override
    public String toString() {
        return "Variant[" + id + "]";
    }
}
