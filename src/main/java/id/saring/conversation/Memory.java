package id.saring.conversation;

import id.saring.chat.Addresses;
import id.saring.chat.Content;
import id.saring.chat.IncomingMessage;
import id.saring.claim.Claim;
import id.saring.core.Language;
import id.saring.core.Pseudonym;
import id.saring.core.QuestionKey;
import id.saring.reply.Reply;
import id.saring.submission.Contacts;
import id.saring.submission.Question;
import id.saring.submission.Questions;
import id.saring.submission.Telling;
import id.saring.submission.Tellings;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prepares the records of what a later word to a person needs: their message, the verdicts they saw, where to write.
 */
final class Memory {
    /** The stores it writes to. */
    record Stores(Questions questions, Tellings tellings, Contacts contacts) {}

    private final Stores stores;
    private final Addresses addresses;
    private final boolean keepsTexts;
    private final Clock clock;

    /** @param keepsTexts whether the words of messages are kept at all */
    Memory(Stores stores, Addresses addresses, boolean keepsTexts, Clock clock) {
        this.stores = stores;
        this.addresses = addresses;
        this.keepsTexts = keepsTexts;
        this.clock = clock;
    }

    /** What the message's words are kept under; null if they are not. */
    @Nullable QuestionKey question(IncomingMessage message) {
        return keepsTexts && message.content() instanceof Content.Text ? keyOf(message) : null;
    }

    QuestionKey keyOf(IncomingMessage message) {
        return addresses.keyOf(message);
    }

    /** The words that were looked up. */
    Runnable asked(IncomingMessage message, String text, Language language) {
        QuestionKey key = question(message);
        if (key == null || text.isBlank()) {
            return () -> {};
        }
        Content.Forwarding forwarding =
                message.content() instanceof Content.Text sent ? sent.forwarding() : Content.Forwarding.NONE;
        Question.Asker from =
                new Question.Asker(message.chat().channel(), addresses.keyOf(message.chat()), message.asker());
        Question question = new Question(key, from, language, forwarding.name(), text, clock.instant());
        return stores.questions().adding(question);
    }

    /** The verdicts the reply shows, so that the chat can be told when they change. */
    Runnable shown(IncomingMessage message, Reply reply, Language language) {
        List<Claim> shown = switch (reply) {
            case Reply.Answer a -> List.of(a.claim());
            case Reply.Denial d -> List.of(d.claim());
            case Reply.Subject s -> s.claims();
            case Reply.Latest l -> l.claims();
            default -> List.of();
        };
        if (shown.isEmpty()) {
            return () -> {};
        }
        Runnable contact = stores.contacts().keeping(message, language, clock.instant());
        Pseudonym chat = addresses.keyOf(message.chat());
        return () -> {
            contact.run();
            for (Claim claim : shown) {
                Telling telling = new Telling(claim.id(), chat, claim.version(), claim.verdict(), language);
                stores.tellings().add(telling, clock.instant());
            }
        };
    }
}
