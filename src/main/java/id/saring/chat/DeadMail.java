package id.saring.chat;

import id.saring.core.Channel;
import id.saring.core.Pseudonym;
import id.saring.queue.DeadLetters;
import id.saring.queue.WorkQueue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Messages given up: those that could not be answered, and of each channel those that could not be sent. */
public final class DeadMail {
    private static final Logger LOG = LoggerFactory.getLogger(DeadMail.class);

    /**
     * What is in one, without any address.
     *
     * @param from who wrote it; null if we did
     * @param text null if it has none
     */
    public record Opened(Channel channel, Pseudonym chat, @Nullable Pseudonym from, @Nullable String text) {}

    private final ChatQueues queues;
    private final MessageCodec codec;
    private final ChatKeys keys;

    DeadMail(ChatQueues queues, MessageCodec codec, ChatKeys keys) {
        this.queues = queues;
        this.codec = codec;
        this.keys = keys;
    }

    /** First those that came in. */
    public List<DeadLetters> queues() {
        return queues.all().stream().map(WorkQueue::deadLetters).toList();
    }

    /** What is in a letter; empty if there is none of that id, or it cannot be read. */
    public Optional<Opened> open(DeadLetters letters, long id) {
        try {
            return letters.payload(id).map(payload -> isIncoming(letters) ? incoming(payload) : outgoing(payload));
        } catch (IllegalArgumentException | IllegalStateException e) {
            LOG.warn("Dead letter {} in {} cannot be read: {}", id, letters.queue(), e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private boolean isIncoming(DeadLetters letters) {
        return letters.queue().equals(queues.inbox().name());
    }

    private Opened incoming(byte[] payload) {
        IncomingMessage message = codec.openIncoming(payload);
        String text = switch (message.content()) {
            case Content.Text said -> said.text();
            case Content.Press press -> press.title();
            case Content.Unsupported unsupported -> null;
            case Content.Reachability reachability -> null;
            case Content.Moved moved -> null;
        };
        return new Opened(message.chat().channel(), keys.chat(message.chat()), message.asker(), text);
    }

    private Opened outgoing(byte[] payload) {
        OutgoingMessage message = codec.openOutgoing(payload);
        return new Opened(message.to().channel(), keys.chat(message.to()), null, message.text().plainText());
    }
}
