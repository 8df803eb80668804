package id.saring.chat;

import id.saring.core.Channel;

/** Sends messages on one channel. Implemented by each channel package. */
public interface Gateway {
    Channel channel();

    /** Sends once and says what came of it; never throws for what the platform answers. */
    SendResult send(OutgoingMessage message);
}
