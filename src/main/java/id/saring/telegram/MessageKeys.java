package id.saring.telegram;

import id.saring.core.Channel;
import id.saring.core.Pseudonyms;
import java.util.OptionalInt;

/**
 * Ids of messages, unique within the channel: the chat's pseudonym and Telegram's number in that chat. A private chat
 * has its person's id, so the raw one must not end up in a key that is stored and logged.
 */
final class MessageKeys {
    private final Pseudonyms pseudonyms;

    MessageKeys(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    String of(String chat, Object what) {
        return pseudonyms.of(Channel.TELEGRAM, chat).value() + ":" + what;
    }

    /** What a message with this text is called in its chat: the same each time it has that text, and no other. */
    String worded(Integer number, String text) {
        return number + ":" + pseudonyms.of(Channel.TELEGRAM, "text:" + text).value();
    }

    /** Telegram's number of the message, if the key is of one; albums and button presses have none. */
    static OptionalInt number(String key) {
        String[] parts = key.split(":", 3);
        if (parts.length < 2 || !parts[1].matches("[0-9]{1,9}")) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(parts[1]));
    }
}
