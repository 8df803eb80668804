package id.saring.submission;

import id.saring.core.Language;
import org.jspecify.annotations.Nullable;

/**
 * Which cases to list, and in which order.
 *
 * @param state    null for all
 * @param language null for all
 * @param assignee only those of this moderator; {@link #NOBODY} for those nobody works on; null for all
 * @param words    only those one of whose wordings holds this text; null for all
 */
public record CaseFilter(
        @Nullable CaseState state,
        @Nullable Language language,
        @Nullable String assignee,
        @Nullable String words,
        Order order) {
    /** Stands for no assignee; no account has such a name. */
    public static final String NOBODY = "-";

    public enum Order {
        /** Most askers first. */
        DEMAND,
        /** Most messages of the last 24 hours first. */
        RISING,
        /** Latest message first. */
        LATEST,
        /** First message longest ago first. */
        WAITING
    }

    public static CaseFilter open() {
        return new CaseFilter(CaseState.OPEN, null, null, null, Order.DEMAND);
    }
}
