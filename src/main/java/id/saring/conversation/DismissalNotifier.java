package id.saring.conversation;

import id.saring.chat.OutgoingMessage;
import id.saring.core.Language;
import id.saring.core.QuestionKey;
import id.saring.db.Database;
import id.saring.reply.RenderedReply;
import id.saring.reply.Replies;
import id.saring.reply.Reply;
import id.saring.submission.CaseId;
import id.saring.submission.Contact;
import id.saring.submission.Contacts;
import id.saring.submission.Dismissals;
import id.saring.submission.Dismissals.Letter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells those who sent a message for checking that it is not checked, once each, as {@link Notifier} tells answers:
 * whom it tells is noted in the transaction that puts the message into the outbox.
 */
final class DismissalNotifier {
    private static final int STEP = 50;

    /** The key of such news in the outbox, with what follows. By message: cases are merged and split. */
    private static final Pattern KEY = Pattern.compile("dismissal:([0-9a-f]{32}):(\\d{1,18})(?:#.*)?");

    /** What it reads and notes. */
    record Stores(Dismissals dismissals, Contacts contacts, People people) {}

    private final Database database;
    private final Stores stores;
    private final Replies replies;
    private final Notifier.Post post;
    private final ZoneId zone;

    /** @param zone whose days people are told */
    DismissalNotifier(Database database, Stores stores, Replies replies, Notifier.Post post, ZoneId zone) {
        this.database = database;
        this.stores = stores;
        this.replies = replies;
        this.post = post;
        this.zone = zone;
        post.reach().onUnreachable(this::undelivered);
    }

    /** Tells some of those who are to be told; false if nobody is, or nobody for now. */
    boolean step() {
        if (!post.outbox().hasRoom()) {
            return false;
        }
        Optional<CaseId> next = stores.dismissals().next();
        next.ifPresent(found ->
                database.transact(() -> stores.dismissals().take(found, STEP).forEach(this::tell)));
        return next.isPresent();
    }

    /** To be done once at a start. */
    void lookAgain() {
        new SecondLook(database, stores.contacts(), post.reach())
                .at(stores.dismissals()::held, stores.dismissals()::heard);
    }

    private void tell(Letter letter) {
        Optional<Contact> contact;
        try {
            contact = stores.contacts().find(letter.chat());
        } catch (IllegalArgumentException e) {
            Notifier.unreadable(e);
            stores.dismissals().hold(letter);
            return;
        }
        if (contact.isEmpty()) {
            stores.dismissals().drop(letter);
        } else if (!post.reach().canBeWrittenTo(contact.get().address())) {
            stores.dismissals().hold(letter);
        } else {
            send(letter, contact.get());
        }
    }

    private void send(Letter letter, Contact contact) {
        Language language = stores.people().languageOf(contact.chat()).orElse(contact.language());
        Reply reply = new Reply.Dismissed(LocalDate.ofInstant(letter.sentAt(), zone));
        RenderedReply words = replies.render(reply, language, contact.address().channel());
        String key = "dismissal:" + letter.messages().getFirst().value() + ":" + letter.tries();
        OutgoingMessage message = new OutgoingMessage(
                contact.address(), language, words.text(), words.buttons(), words.verdict(), words.previewUrl(), null,
                key);
        post.outbox().send(key, List.of(message));
    }

    /** Of what could not be brought to a chat, dismissals are to be told again. */
    private void undelivered(List<String> keys) {
        for (String key : keys) {
            Matcher dismissal = KEY.matcher(key);
            if (dismissal.matches()) {
                stores.dismissals()
                        .undelivered(new QuestionKey(dismissal.group(1)), Long.parseLong(dismissal.group(2)));
            }
        }
    }
}
