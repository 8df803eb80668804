package id.saring.conversation;

import id.saring.chat.Decision;
import id.saring.chat.IncomingMessage;
import id.saring.chat.OutgoingMessage;
import id.saring.core.Language;
import id.saring.reply.RenderedReply;
import id.saring.reply.Replies;
import id.saring.reply.Reply;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one turn of a conversation comes to.
 *
 * @param reply  what to say; null for silence
 * @param record writes down what must be remembered of it
 */
record Turn(@Nullable Reply reply, Language language, Runnable record) {
    private static final Runnable NOTHING = () -> {};

    /** What to say and record, in the words of {@code replies}. */
    Decision decision(IncomingMessage message, Replies replies) {
        return new Decision(said(message, replies).stream().toList(), record);
    }

    Optional<OutgoingMessage> said(IncomingMessage message, Replies replies) {
        if (reply == null) {
            return Optional.empty();
        }
        RenderedReply rendered = replies.render(reply, language, message.chat().channel());
        return Optional.of(new OutgoingMessage(
                message.chat(),
                language,
                rendered.text(),
                rendered.buttons(),
                rendered.verdict(),
                rendered.previewUrl(),
                message.messageId()));
    }

    static Turn saying(Reply reply, Language language) {
        return new Turn(reply, language, NOTHING);
    }

    static Turn silence(Language language) {
        return new Turn(null, language, NOTHING);
    }

    /** The same, with {@code more} written down too. */
    Turn alsoRecording(Runnable more) {
        return new Turn(reply, language, () -> {
            record.run();
            more.run();
        });
    }
}
