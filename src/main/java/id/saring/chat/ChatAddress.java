package id.saring.chat;

import id.saring.core.Channel;

/**
 * Where to write back: a channel and the platform's own id of the chat there. Personal data; {@code toString} hides it.
 */
public record ChatAddress(Channel channel, String chat) {
    public ChatAddress {
        if (chat.isBlank()) {
            throw new IllegalArgumentException("A chat address needs the platform's chat id");
        }
    }

    @Override
    public String toString() {
        return "ChatAddress[" + channel + ", hidden]";
    }
}
