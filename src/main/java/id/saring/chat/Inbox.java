package id.saring.chat;

import java.util.List;

/** Where channels hand in what they receive. A message handed in is on disk, once, when the call returns. */
public final class Inbox {
    /**
     * Stores the messages that are not stored yet, by channel and platform id, in one commit, and wakes the workers.
     *
     * @return how many were new
     */
    public int accept(List<IncomingMessage> messages) {
        throw new UnsupportedOperationException();
    }
}
