package id.saring.chat;

import id.saring.core.TraceId;
import id.saring.queue.NewWork;
import id.saring.queue.WorkQueue;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where channels hand in what they receive. A message handed in is on disk, once, when the call returns. */
public final class Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private final WorkQueue queue;
    private final MessageCodec codec;
    private final ChatKeys keys;

    Inbox(WorkQueue queue, MessageCodec codec, ChatKeys keys) {
        this.queue = queue;
        this.codec = codec;
        this.keys = keys;
    }

    /**
     * Stores the messages that are not stored yet, by channel and platform id, in one commit, and wakes the workers.
     * Calls made at the same time share a commit.
     *
     * @return how many were new
     */
    public int accept(List<IncomingMessage> messages) {
        if (messages.isEmpty()) {
            return 0;
        }
        List<NewWork> work = messages.stream().map(this::work).toList();
        // What goes wrong now is marked too, as long as it is clear with which message.
        try (TraceId.Scope marked = work.size() == 1 ? TraceId.of(work.getFirst().key()).open() : () -> {}) {
            int added = queue.add(work);
            if (LOG.isDebugEnabled()) {
                messages.forEach(this::tell);
            }
            return added;
        }
    }

    /** The key a message is stored under: the same each time it is delivered, without personal data. */
    public String keyOf(IncomingMessage message) {
        return keys.message(message);
    }

    private void tell(IncomingMessage message) {
        try (TraceId.Scope marked = TraceId.of(keys.message(message)).open()) {
            LOG.debug("Received from {}", message.chat().channel());
        }
    }

    private NewWork work(IncomingMessage message) {
        return new NewWork(keys.message(message), keys.chat(message.chat()).value(), codec.seal(message));
    }
}
