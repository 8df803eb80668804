package id.saring.chat;

/** Decides what to say to a message. Implemented above this package; it sends nothing and stores nothing itself. */
public interface IncomingHandler {
    Decision handle(IncomingMessage message);
}
