package id.saring.conversation;

import id.saring.core.Language;
import id.saring.reply.Reply;
import org.jspecify.annotations.Nullable;

/**
 * What one turn of a conversation comes to.
 *
 * @param reply  what to say; null for silence
 * @param record writes down what must be remembered of it
 */
record Turn(@Nullable Reply reply, Language language, Runnable record) {
    private static final Runnable NOTHING = () -> {};

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
