package id.saring.conversation;

import id.saring.chat.IncomingMessage;
import id.saring.core.Language;
import id.saring.reply.LanguageChoice;
import org.jspecify.annotations.Nullable;

/** In which language to answer whom. */
final class SpokenLanguages {
    private final People people;
    private final LanguageChoice choice;

    SpokenLanguages(People people, LanguageChoice choice) {
        this.people = people;
        this.choice = choice;
    }

    /** For a message that has no words of its own. */
    Language of(IncomingMessage message) {
        return choose(message, "", message.clientLanguage());
    }

    /** For a message that says {@code text}. */
    Language of(IncomingMessage message, String text) {
        return choose(message, text, message.clientLanguage());
    }

    /** For a press or number that goes on with what was said in {@code before}. */
    Language continuing(IncomingMessage message, Language before) {
        return choose(message, "", before);
    }

    /** Has the person answered in {@code language} from now on. */
    Runnable settling(IncomingMessage message, Language language) {
        return () -> people.settleLanguage(message.asker(), language);
    }

    private Language choose(IncomingMessage message, String text, @Nullable Language client) {
        return choice.choose(people.languageOf(message.asker()), text, client);
    }
}
