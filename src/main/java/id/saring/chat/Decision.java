package id.saring.chat;

import java.util.List;

/**
 * What to say to a message, and what to record of it in the same transaction.
 *
 * @param record writes the decision's records; runs within the transaction that stores the replies, on another
 *               thread, and again if that transaction fails, so it does nothing but write to the store
 */
public record Decision(List<OutgoingMessage> replies, Runnable record) {
    public Decision {
        replies = List.copyOf(replies);
    }

    /** Nothing to say and nothing to record. */
    public static Decision silence() {
        return new Decision(List.of(), () -> {});
    }
}
