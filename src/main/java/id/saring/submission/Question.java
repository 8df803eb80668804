package id.saring.submission;

import id.saring.core.Channel;
import id.saring.core.Language;
import id.saring.core.Pseudonym;
import id.saring.core.QuestionKey;
import java.time.Instant;

/**
 * One message that somebody asked us to check.
 *
 * @param language   the language the person was answered in
 * @param forwarding how far it had come, by the chat's own word for it
 */
public record Question(QuestionKey key, Asker from, Language language, String forwarding, String text, Instant at) {
    /** Who asked, and where. */
    public record Asker(Channel channel, Pseudonym chat, Pseudonym asker) {}

    public Question {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A question has words");
        }
    }

    @Override
    public String toString() {
        return "Question[" + key + ", " + text.length() + " characters]";
    }
}
