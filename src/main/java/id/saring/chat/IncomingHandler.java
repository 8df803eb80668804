package id.saring.chat;

import java.util.Optional;

/** Decides what to say to a message. Implemented above this package; it sends nothing and stores nothing itself. */
public interface IncomingHandler {
    Decision handle(IncomingMessage message);

    /** What to say to who writes while messages wait for {@code maintenance} to end; empty for nothing. */
    default Optional<OutgoingMessage> whilePaused(IncomingMessage message, Maintenance.Notice maintenance) {
        return Optional.empty();
    }

    /** What to say to who wrote a message that could not be handled, however often it was tried; empty for nothing. */
    default Optional<OutgoingMessage> apologise(IncomingMessage message) {
        return Optional.empty();
    }
}
