package id.saring.chat;

import id.saring.core.Channel;
import id.saring.core.Pseudonym;
import java.util.Optional;

/** Sends messages on one channel. Implemented by each channel package. */
public interface Gateway {
    Channel channel();

    /** How fast we may send; empty for as fast as we can. */
    default Optional<SendLimits> limits() {
        return Optional.empty();
    }

    /** Sends once and says what came of it; never throws for what the platform answers. */
    SendResult send(OutgoingMessage message);

    /** Like {@link #send}, longer after the person last wrote than the platform lets us write freely. */
    default SendResult sendOutsideWindow(OutgoingMessage message) {
        return send(message);
    }

    /** Whether {@link #sendOutsideWindow} has a way to send at all. */
    default boolean sendsOutsideWindow() {
        return true;
    }

    /** Erases what the channel itself keeps of a chat on our side, within the caller's transaction. */
    default void forget(Pseudonym chat) {}

    /** Whether the platform may say later, by a {@link Receipt}, that it did not deliver what it took. */
    default boolean mayFailLater() {
        return false;
    }
}
