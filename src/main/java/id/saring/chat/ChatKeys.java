package id.saring.chat;

import id.saring.core.Channel;
import id.saring.core.Pseudonym;
import id.saring.core.Pseudonyms;
import java.util.Locale;

/** Keys of chats and messages for tables and logs: hashed, because a platform's ids tell who someone is. */
final class ChatKeys {
    private final Pseudonyms pseudonyms;

    ChatKeys(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    Pseudonym chat(ChatAddress address) {
        return pseudonyms.of(address.channel(), address.chat());
    }

    /** The same for the same message delivered again, different on every channel. */
    String message(IncomingMessage message) {
        Channel channel = message.chat().channel();
        return channel.name().toLowerCase(Locale.ROOT) + ":" + platformMessage(channel, message.messageId());
    }

    String platformMessage(Channel channel, String id) {
        return pseudonyms.of(channel, "message:" + id).value();
    }
}
