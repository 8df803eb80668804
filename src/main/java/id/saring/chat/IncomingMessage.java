package id.saring.chat;

import id.saring.core.Language;
import id.saring.core.Pseudonym;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message from a person, the same for every channel.
 *
 * @param messageId the platform's own id, made unique within the channel; the same message delivered again has the same
 * @param chat           where to answer
 * @param asker          who asked
 * @param clientLanguage what the person's app is set to, if the platform says
 * @param sentAt         the platform's time of sending
 * @param group          whether it stands in a group, where only clear answers are welcome
 * @param stamp          the platform's time of sending to the letter, the same each time it is delivered, whatever our
 *                       own clock says; null if the platform stamps no time on it
 */
public record IncomingMessage(
        String messageId,
        ChatAddress chat,
        Pseudonym asker,
        @Nullable Language clientLanguage,
        Instant sentAt,
        boolean group,
        Content content,
        @Nullable Instant stamp) {
    public IncomingMessage {
        if (messageId.isBlank()) {
            throw new IllegalArgumentException("A message needs the platform's id");
        }
    }

    /** One without a stamp. */
    public IncomingMessage(
            String messageId,
            ChatAddress chat,
            Pseudonym asker,
            @Nullable Language clientLanguage,
            Instant sentAt,
            boolean group,
            Content content) {
        this(messageId, chat, asker, clientLanguage, sentAt, group, content, null);
    }

    /** The same with the stamp of its platform. */
    public IncomingMessage stamped(@Nullable Instant stamp) {
        return new IncomingMessage(messageId, chat, asker, clientLanguage, sentAt, group, content, stamp);
    }

    /** The same from another address. */
    IncomingMessage from(ChatAddress address, Pseudonym person) {
        return new IncomingMessage(messageId, address, person, clientLanguage, sentAt, group, content, stamp);
    }

    /** The same with another content. */
    IncomingMessage about(Content other) {
        return new IncomingMessage(messageId, chat, asker, clientLanguage, sentAt, group, other, stamp);
    }
}
