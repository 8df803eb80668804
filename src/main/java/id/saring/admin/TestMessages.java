package id.saring.admin;

import id.saring.chat.ChatAddress;
import id.saring.chat.Gateway;
import id.saring.chat.OutgoingMessage;
import id.saring.chat.SendResult;
import id.saring.core.Channel;
import id.saring.core.Language;
import id.saring.reply.RenderedReply;
import id.saring.reply.Replies;
import id.saring.reply.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tries whether a channel sends: one message to a chat an admin names. The address is used once and kept nowhere. */
final class TestMessages {
    /**
     * What came of it.
     *
     * @param code   its words are {@code handles.test.<code>}
     * @param reason the platform's, if it gave one; without token or address
     */
    record Outcome(String code, String reason) {
        Map<String, String> facts() {
            return Map.of("result", code, "reason", reason);
        }
    }

    private final List<Gateway> gateways;
    private final Replies replies;
    private final String ownNumber;

    /** @param ownNumber Meta's id of the number WhatsApp messages are sent from; empty if there is none */
    TestMessages(List<Gateway> gateways, Replies replies, String ownNumber) {
        this.gateways = gateways;
        this.replies = replies;
        this.ownNumber = ownNumber;
    }

    /** Channels that can be tried; the web chat has no address an admin could know. */
    List<Channel> channels() {
        return gateways.stream().map(Gateway::channel).filter(channel -> channel != Channel.WEB).toList();
    }

    /** Empty if there is no such channel. */
    Optional<Outcome> send(Channel channel, String chat, Language language) {
        return gateways.stream()
                .filter(gateway -> gateway.channel() == channel && channel != Channel.WEB)
                .findFirst()
                .map(gateway -> send(gateway, chat.strip(), language));
    }

    private Outcome send(Gateway gateway, String chat, Language language) {
        RenderedReply words = replies.render(new Reply.Test(), language, gateway.channel());
        try {
            ChatAddress to = new ChatAddress(gateway.channel(), address(gateway.channel(), chat));
            return outcome(gateway.send(new OutgoingMessage(to, language, words.text(), List.of(), null, null, null)));
        } catch (IllegalArgumentException e) {
            // Its message may hold the address.
            return new Outcome("address", "");
        } catch (RuntimeException e) {
            return new Outcome("failed", e.getClass().getSimpleName());
        }
    }

    private String address(Channel channel, String chat) {
        if (channel != Channel.WHATSAPP || chat.contains("/")) {
            return chat;
        }
        String digits = chat.replaceAll("[+\\s().-]", "");
        return ownNumber + "/" + digits;
    }

    private static Outcome outcome(SendResult result) {
        return switch (result) {
            case SendResult.Sent sent -> new Outcome("sent", "");
            case SendResult.Wait wait -> new Outcome("wait", wait.reason());
            case SendResult.Unreachable unreachable -> new Outcome("unreachable", unreachable.reason());
            case SendResult.Refused refused -> new Outcome("refused", refused.reason());
            case SendResult.Moved moved -> new Outcome("moved", "");
        };
    }
}
