package id.saring.match;

import id.saring.text.TextLanguage;
import java.util.Locale;

/** What kind of message is asked about: each kind has an order of its own, because different things tell its claim. */
public enum MessageKind {
    /** A few words that name a subject. */
    KEYWORD,
    INDONESIAN,
    ENGLISH;

    /** Content words of what the keyword order was fitted on; how many are answered with a list is a setting. */
    static final int KEYWORD_WORDS = 3;

    static MessageKind of(MessageWords message) {
        if (message.terms.length <= KEYWORD_WORDS) {
            return KEYWORD;
        }
        return message.language().filter(TextLanguage.ENGLISH::equals).isPresent() ? ENGLISH : INDONESIAN;
    }

    /** Whether what candidates lend each other helps to order them, see {@link Fellows}; tried for each kind. */
    public boolean borrows() {
        return this != ENGLISH;
    }

    /** Whether words that are only written alike help, see {@link Alignment}; tried for each kind. */
    public boolean aligns() {
        return this != ENGLISH;
    }

    /** The name in a model file. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
