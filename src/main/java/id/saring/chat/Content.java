package id.saring.chat;

import org.jspecify.annotations.Nullable;

/** What a person did: wrote or forwarded text, pressed a button, or sent something that has no text to check. */
public sealed interface Content {
    /** Whether the platform says this of the person, who themselves asked nothing. */
    default boolean asksNothing() {
        return this instanceof Reachability || this instanceof Moved;
    }

    /**
     * Text typed, forwarded, or standing under a picture.
     *
     * @param edited whether it replaces a message sent before
     */
    record Text(String text, Forwarding forwarding, boolean edited) implements Content {
        @Override
        public String toString() {
            return "Text[" + text.length() + " characters, " + forwarding + "]";
        }
    }

    /** A button of one of our messages was pressed; {@code data} is what that button carried. */
    record Press(String data, @Nullable String title) implements Content {}

    /** Something without text, such as a voice note; {@code kind} is the platform's word for it. */
    record Unsupported(String kind) implements Content {}

    /** The person blocked the bot ({@code reachable} false) or let it in again. */
    record Reachability(boolean reachable) implements Content {}

    /** The person goes by another address from now on; what is known of them, and what waits, goes with them. */
    record Moved(ChatAddress to) implements Content {}

    /** How far a message had come before it reached us. */
    enum Forwarding {
        NONE,
        FORWARDED,
        FREQUENTLY_FORWARDED
    }
}
