package id.saring.submission;

import id.saring.core.ClaimId;
import id.saring.core.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Messages that say the same, sent for checking.
 *
 * @param text     its commonest wording
 * @param claim    the claim that answers it, or will once it is published
 * @param into     the case it was merged into
 * @param reason   why it was dismissed
 * @param tells    whether it, being dismissed, is told to those who asked and will ask
 * @param assignee who works on it
 * @param demand   how much it is asked for
 */
public record Case(
        CaseId id,
        CaseState state,
        Language language,
        String text,
        @Nullable ClaimId claim,
        @Nullable CaseId into,
        @Nullable String reason,
        boolean tells,
        @Nullable String assignee,
        Demand demand) {
    /**
     * How much a case is asked for.
     *
     * @param askers    different people
     * @param messages  messages, several of one person included
     * @param forwarded messages that had been forwarded, often or not
     * @param often     messages that had been forwarded many times
     * @param lastDay   messages of the last 24 hours
     * @param dayBefore messages of the 24 hours before those
     */
    public record Demand(
            long askers,
            long messages,
            long forwarded,
            long often,
            Instant firstAt,
            Instant lastAt,
            long lastDay,
            long dayBefore) {
        /** Whether it is asked for clearly more than the day before. */
        public boolean rising() {
            return lastDay >= 3 && lastDay >= 2 * dayBefore;
        }
    }

    public boolean open() {
        return state == CaseState.OPEN;
    }

    @Override
    public String toString() {
        return "Case[" + id + ", " + state + "]";
    }
}
