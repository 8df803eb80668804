package id.saring.chat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of a send, told by what to do next. Reasons hold no token, address or message text. */
public sealed interface SendResult {
    /** Delivered to the platform, which gave it this id. */
    record Sent(@Nullable String platformMessageId) implements SendResult {}

    /**
     * Not now; try again after {@code delay}.
     *
     * @param scope what else may not be sent in that time
     */
    record Wait(Duration delay, String reason, Scope scope) implements SendResult {
        /** For reasons of this message alone. */
        public Wait(Duration delay, String reason) {
            this(delay, reason, Scope.MESSAGE);
        }
    }

    /**
     * What a wait is for: a message that met with trouble, one that may have been taken all the same (and so is not
     * sent again without end), a chat that is sent too much, all that we send, or all because one of our lines sends
     * too fast, which is then sent from more slowly.
     */
    enum Scope {
        MESSAGE,
        UNSURE,
        CHAT,
        EVERYTHING,
        TOO_FAST
    }

    /** This chat cannot be written to; nothing more is sent until it writes again. */
    record Unreachable(String reason) implements SendResult {}

    /** The platform will never take this message; somebody must look. */
    record Refused(String reason) implements SendResult {}

    /** The chat has a new address; send there. */
    record Moved(ChatAddress to) implements SendResult {}
}
