package id.saring.chat;

import id.saring.core.Channel;
import id.saring.core.Pseudonym;
import id.saring.core.Pseudonyms;
import id.saring.db.Database;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Keys of chats and messages for tables and logs: hashed, because a platform's ids tell who someone is. The key of a
 * message with a stamp begins with that second: keys of messages that arrive together then lie together in each index,
 * instead of each touching a page of its own.
 */
final class ChatKeys {
    private static final String SINCE = "message_keys_by_time_since";

    /** Seconds of the Unix era in hexadecimal digits, as far as the year 2106. */
    private static final int TIME_DIGITS = 8;

    private final Pseudonyms pseudonyms;
    private final Instant byTimeSince;

    /** @param byTimeSince messages sent before have a key by their id alone, as they had when they first came */
    private ChatKeys(Pseudonyms pseudonyms, Instant byTimeSince) {
        this.pseudonyms = pseudonyms;
        this.byTimeSince = byTimeSince;
    }

    /** For chats, and for messages in a store that knows keys by id alone. */
    ChatKeys(Pseudonyms pseudonyms) {
        this(pseudonyms, Instant.MAX);
    }

    /** For a store, which remembers since when keys have had a time. */
    static ChatKeys of(Database database, Pseudonyms pseudonyms, Instant now) {
        return new ChatKeys(pseudonyms, Instant.parse(database.settle(SINCE, now.toString())));
    }

    Pseudonym chat(ChatAddress address) {
        return pseudonyms.of(address.channel(), address.chat());
    }

    /** The same for the same message delivered again, different on every channel. */
    String message(IncomingMessage message) {
        return message.chat().channel().name().toLowerCase(Locale.ROOT) + ":" + hash(message);
    }

    /** What {@link #message} says after the channel: 32 hexadecimal digits. */
    String hash(IncomingMessage message) {
        String hash = platformMessage(message.chat().channel(), message.messageId());
        Instant stamp = message.stamp();
        return stamp != null && !stamp.isBefore(byTimeSince)
                ? HexFormat.of().toHexDigits((int) stamp.getEpochSecond()) + hash.substring(TIME_DIGITS)
                : hash;
    }

    String platformMessage(Channel channel, String id) {
        return pseudonyms.of(channel, "message:" + id).value();
    }
}
