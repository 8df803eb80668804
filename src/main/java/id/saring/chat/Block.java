package id.saring.chat;

import id.saring.core.Pseudonym;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person or chat that is not answered.
 *
 * @param note for staff, in their own words; empty if there is none, or the person had themselves erased
 * @param ends not blocked any more from then on; null until it is lifted
 * @param by   the account that blocked
 * @param told whether they have been told
 */
public record Block(
        Pseudonym person, Cause cause, String note, Instant since, @Nullable Instant ends, String by, boolean told) {
    /** Why somebody is blocked. */
    public enum Cause {
        SPAM,
        ABUSE,
        FLOOD,
        OTHER
    }

    public static final int LONGEST_NOTE = 300;

    public Block {
        if (note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("A note has at most " + LONGEST_NOTE + " characters");
        }
    }

    boolean inForce(Instant now) {
        return ends == null || now.isBefore(ends);
    }
}
