package id.saring.chat;

import id.saring.queue.NewWork;
import id.saring.queue.WorkQueue;
import java.util.List;

/** Where channels hand in what they receive. A message handed in is on disk, once, when the call returns. */
public final class Inbox {
    private final WorkQueue queue;
    private final MessageCodec codec;
    private final ChatKeys keys;

    Inbox(WorkQueue queue, MessageCodec codec, ChatKeys keys) {
        this.queue = queue;
        this.codec = codec;
        this.keys = keys;
    }

    /**
     * Stores the messages that are not stored yet, by channel and platform id, in one commit, and wakes the workers. Calls
     * made at the same time share a commit.
     *
     * @return how many were new
     */
    public int accept(List<IncomingMessage> messages) {
        return messages.isEmpty() ? 0 : queue.add(messages.stream().map(this::work).toList());
    }

    /** The key a message is stored under: the same each time it is delivered, without personal data. */
    public String keyOf(IncomingMessage message) {
        return keys.message(message);
    }

    private NewWork work(IncomingMessage message) {
        return new NewWork(keys.message(message), keys.chat(message.chat()).value(), codec.seal(message));
    }
}
