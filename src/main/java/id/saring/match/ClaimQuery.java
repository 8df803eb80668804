package id.saring.match;

import id.saring.claim.ClaimKind;
import id.saring.claim.ClaimState;
import id.saring.core.Language;
import id.saring.core.Verdict;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which claims a moderator wants listed, and in what order. Null or blank stands for any.
 *
 * @param text each of its words must begin a word of the claim's text, headline, phrasings or key, whatever case and
 *     accents; {@code #12} is the claim of that id
 * @param reviewedFrom the earliest day of the review
 * @param reviewedTo   the latest day of the review
 */
public record ClaimQuery(
        String text,
        @Nullable ClaimState state,
        @Nullable Verdict verdict,
        @Nullable Language language,
        @Nullable ClaimKind kind,
        @Nullable LocalDate reviewedFrom,
        @Nullable LocalDate reviewedTo,
        Order order) {
    /** In what order claims are listed. */
    public enum Order {
        /** Last changed first. */
        CHANGED,
        /** Least lately changed first, which finds what has been forgotten. */
        FORGOTTEN,
        /** Latest review first. */
        REVIEWED,
        /** Youngest claim first. */
        CREATED
    }

    /** Every claim, last changed first. */
    public static final ClaimQuery ALL = new ClaimQuery("", null, null, null, null, null, null, Order.CHANGED);
}
