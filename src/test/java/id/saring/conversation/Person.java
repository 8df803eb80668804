package id.saring.conversation;

import id.saring.chat.Button;
import id.saring.chat.ChatAddress;
import id.saring.chat.Content;
import id.saring.chat.Decision;
import id.saring.chat.IncomingMessage;
import id.saring.chat.OutgoingMessage;
import id.saring.core.Channel;
import id.saring.core.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person in a private chat, whose chat has the same key as they have, as on the platforms. */
final class Person {
    private final ConversationParts parts;
    private final MessageHandler handler;
    private final ChatAddress chat;
    private int messages;
    private List<OutgoingMessage> heard = List.of();

    Person(ConversationParts parts, Channel channel, String id) {
        this.parts = parts;
        this.handler = parts.handler();
        this.chat = new ChatAddress(channel, id);
    }

    IncomingMessage message(Content content, @Nullable Language language) {
        return new IncomingMessage(
                chat.chat() + "-m" + ++messages,
                chat,
                parts.pseudonyms.of(chat.channel(), chat.chat()),
                language,
                parts.clock.instant(),
                false,
                content);
    }

    Person says(String text) {
        return says(text, Language.ID);
    }

    Person says(String text, Language language) {
        return does(message(new Content.Text(text, Content.Forwarding.FORWARDED, false), language));
    }

    Person presses(String label) {
        return pressesData(heard.getFirst().buttons().stream()
                .filter(button -> button.label().equals(label))
                .map(Button::data)
                .findFirst()
                .orElseThrow(() -> new AssertionError(label + " is not among " + heard.getFirst().buttons())));
    }

    Person pressesData(String data) {
        return does(message(new Content.Press(data, null), Language.ID));
    }

    String data(String label) {
        return heard.getFirst().buttons().stream().filter(b -> b.label().equals(label)).findFirst()
                .orElseThrow().data();
    }

    String heard() {
        return heard.getFirst().text().plainText();
    }

    ChatAddress chat() {
        return chat;
    }

    String key() {
        return parts.pseudonyms.of(chat.channel(), chat.chat()).value();
    }

    private Person does(IncomingMessage message) {
        Decision decision = handler.handle(message);
        parts.database.transact(decision.record());
        heard = decision.replies();
        return this;
    }
}
