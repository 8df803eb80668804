package id.saring.claim;

import id.saring.core.Language;
import id.saring.core.Verdict;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which claims a moderator wants listed, and in what order. Null or blank stands for any.
 *
 * @param text every word of it must stand in the claim's text, headline, phrasings, key or {@code #id}, whatever its case
 *     and accents
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

    /** Whether nothing is asked for but an order. */
    public boolean all() {
        return equals(new ClaimQuery(text.isBlank() ? text : "", null, null, null, null, null, null, order));
    }
}
