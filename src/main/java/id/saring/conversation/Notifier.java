package id.saring.conversation;

import id.saring.chat.Outbox;
import id.saring.chat.OutgoingMessage;
import id.saring.claim.Claim;
import id.saring.claim.Claims;
import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.core.Pseudonym;
import id.saring.core.Verdict;
import id.saring.db.Database;
import id.saring.reply.RenderedReply;
import id.saring.reply.Replies;
import id.saring.reply.Reply;
import id.saring.submission.Contact;
import id.saring.submission.Contacts;
import id.saring.submission.Owed;
import id.saring.submission.Telling;
import id.saring.submission.Tellings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells people what is owed to them: answers to what they sent for checking, and changes of verdicts they were shown.
 * Each step notes whom it tells in the transaction that puts the message into the outbox, so that a crash at any moment
 * leaves nobody out and tells nobody twice.
 */
final class Notifier {
    private static final int STEP = 50;

    /** An answer decided before a verdict changed may be recorded after it, but not as long after as this. */
    private static final Duration STRAGGLERS = Duration.ofMinutes(2);

    /** What it reads and notes. */
    record Stores(Owed owed, Contacts contacts, Tellings tellings, People people) {}

    private final Database database;
    private final Stores stores;
    private final Claims claims;
    private final Replies replies;
    private final Outbox outbox;
    private final Clock clock;

    Notifier(Database database, Stores stores, Claims claims, Replies replies, Outbox outbox, Clock clock) {
        this.database = database;
        this.stores = stores;
        this.claims = claims;
        this.replies = replies;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Does one step of what is owed; false if nothing is, or nothing for now: a correction to thousands must not stand
     * before the answers to those who ask meanwhile.
     */
    boolean step() {
        return outbox.hasRoom() && (answer() || fulfilOrder() || correct());
    }

    private boolean answer() {
        Optional<Owed.Answer> next = stores.owed().nextAnswer();
        next.ifPresent(answer -> database.transact(() -> {
            Optional<Claim> claim = claims.find(answer.claim()).filter(Claim::published);
            claim.ifPresent(c -> {
                List<Pseudonym> chats = stores.owed().take(answer.found(), STEP, clock.instant());
                for (Contact contact : stores.contacts().find(chats)) {
                    stores.tellings().add(
                            new Telling(c.id(), contact.chat(), c.version(), c.verdict(), contact.language()),
                            clock.instant());
                    send(contact, c.id(), c.version(), "ANSWER", new Reply.FollowUp(c));
                }
                stores.owed().answered(answer.found(), clock.instant());
            });
        }));
        return next.isPresent();
    }

    private boolean fulfilOrder() {
        for (Owed.Order order : stores.owed().orders()) {
            List<Telling> older = stores.tellings().older(order.claim(), order.version(), STEP);
            if (!older.isEmpty()) {
                tell(older);
                return true;
            }
            if (order.at().plus(STRAGGLERS).isBefore(clock.instant())) {
                stores.owed().fulfilled(order);
            }
        }
        return false;
    }

    private boolean correct() {
        long mark = stores.owed().mark();
        if (claims.storeVersion() == mark) {
            return false;
        }
        List<Telling> stale = stores.tellings().stale(mark, STEP);
        if (stale.isEmpty()) {
            stores.owed().markUpTo(clock.instant().minus(STRAGGLERS));
            return false;
        }
        tell(stale);
        return true;
    }

    private void tell(List<Telling> tellings) {
        database.transact(() -> tellings.forEach(this::tell));
    }

    private void tell(Telling before) {
        Optional<Claim> found = claims.find(before.claim());
        if (found.isEmpty()) {
            return;
        }
        Claim claim = found.get();
        Verdict now = claim.published() ? claim.verdict() : null;
        if (!stores.tellings().replace(before, claim.version(), now, clock.instant())) {
            return;
        }
        Reply reply = reply(claim, before.verdict());
        if (reply != null) {
            stores.contacts()
                    .find(before.chat())
                    .ifPresent(contact -> send(contact, claim.id(), claim.version(), kind(reply), reply));
        }
    }

    /** Null if there is nothing to say: withdrawn, which the chat knows already. */
    private static @Nullable Reply reply(Claim claim, @Nullable Verdict before) {
        if (!claim.published()) {
            return before == null ? null : new Reply.Retraction(claim.text(), before);
        }
        return before == claim.verdict() ? new Reply.Revision(claim) : new Reply.Correction(claim, before);
    }

    private static String kind(Reply reply) {
        return switch (reply) {
            case Reply.Correction c -> "VERDICT";
            case Reply.Retraction r -> "WITHDRAWAL";
            default -> "WORDING";
        };
    }

    private void send(Contact contact, ClaimId claim, long version, String kind, Reply reply) {
        if (!stores.owed().note(claim, version, contact.chat(), kind, clock.instant())) {
            return;
        }
        String name = claim + ":" + version;
        Language language = stores.people().languageOf(contact.chat()).orElse(contact.language());
        RenderedReply words = replies.render(reply, language, contact.address().channel());
        OutgoingMessage message = new OutgoingMessage(
                contact.address(),
                language,
                words.text(),
                words.buttons(),
                words.verdict(),
                words.previewUrl(),
                null,
                name);
        outbox.send("notice:" + name + ":" + contact.chat().value(), List.of(message));
    }
}
