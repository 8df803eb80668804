package id.saring.chat;

import id.saring.core.Pseudonym;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message's way through, as far as it is still known.
 *
 * @param chat     the chat it was written in, which is a group's if it is not the asker's own; null if not known
 * @param received when it was stored
 * @param decided  when its answer was stored
 * @param attempts how often deciding was tried
 */
public record Journey(
        @Nullable Pseudonym chat, @Nullable Instant received, @Nullable Instant decided, long attempts,
                Sending sending) {
    /** What became of its answer: when it was sent, and when the platform last told of it; null if not (known). */
    public record Sending(DeliveryState state, @Nullable Instant sent, @Nullable Instant reported) {
        static final Sending NONE = new Sending(DeliveryState.NONE, null, null);
    }
}
