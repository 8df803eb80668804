package id.saring.conversation;

import id.saring.chat.Outbox;
import id.saring.chat.OutgoingMessage;
import id.saring.chat.Reach;
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
import id.saring.submission.Notice;
import id.saring.submission.Notices;
import id.saring.submission.Owed;
import id.saring.submission.Telling;
import id.saring.submission.Tellings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people what is owed to them: answers to what they sent for checking, and changes of verdicts they were shown.
 * Each step notes whom it tells in the transaction that puts the message into the outbox, so that a crash at any moment
 * leaves nobody out and tells nobody twice.
 */
final class Notifier {
    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
    private static final int STEP = 50;

    /** The key of a notice in the outbox, with what follows. */
    private static final Pattern KEY = Pattern.compile("notice:(\\d{1,18}):(\\d{1,18}):([0-9a-f]{32})(?:[:#].*)?");

    /** An answer decided before a verdict changed may be recorded after it, but not as long after as this. */
    private static final Duration STRAGGLERS = Duration.ofMinutes(2);

    /** What it reads and notes. */
    record Stores(Owed owed, Notices notices, Contacts contacts, Tellings tellings, People people) {}

    private final Database database;
    private final Stores stores;
    private final Claims claims;
    private final Replies replies;
    private final Post post;
    private final Clock clock;

    /** How it sends, and to whom it can. */
    record Post(Outbox outbox, Reach reach) {}

    Notifier(Database database, Stores stores, Claims claims, Replies replies, Post post, Clock clock) {
        this.database = database;
        this.stores = stores;
        this.claims = claims;
        this.replies = replies;
        this.post = post;
        this.clock = clock;
        post.reach().onUnreachable(this::undelivered);
    }

    /**
     * Does one step of what is owed; false if nothing is, or nothing for now: a correction to thousands must not stand
     * before the answers to those who ask meanwhile.
     */
    boolean step() {
        return post.outbox().hasRoom() && (answer() || fulfilOrder() || correct() || release());
    }

    private boolean answer() {
        Optional<Owed.Answer> next = stores.owed().nextAnswer();
        next.ifPresent(answer -> database.transact(() -> {
            Optional<Claim> claim = claims.find(answer.claim()).filter(Claim::published);
            claim.ifPresent(c -> {
                List<Pseudonym> chats = stores.owed().take(answer.found(), STEP, clock.instant());
                chats.forEach(chat -> answer(chat, c));
                stores.owed().answered(answer.found(), clock.instant());
            });
        }));
        return next.isPresent();
    }

    private void answer(Pseudonym chat, Claim claim) {
        Notice notice = new Notice(claim.id(), claim.version(), chat, Notice.Kind.ANSWER, null);
        Optional<Contact> contact;
        try {
            contact = stores.contacts().find(chat);
        } catch (IllegalArgumentException e) {
            unreadable(e);
            stores.notices().note(notice, false, clock.instant());
            return;
        }
        contact.ifPresent(found -> {
            stores.tellings().add(
                    new Telling(claim.id(), chat, claim.version(), claim.verdict(), found.language()),
                    clock.instant());
            send(found, notice, new Reply.FollowUp(claim));
        });
    }

    /** One chat must not stand before all others. It is told when it writes, and its address is stored anew. */
    static void unreadable(IllegalArgumentException e) {
        LOG.warn("The address of a chat cannot be read: {}", e.getClass().getSimpleName());
    }

    private boolean fulfilOrder() {
        for (Owed.Order order : stores.owed().orders()) {
            List<Telling> older = stores.tellings().older(order.claim(), order.version(), STEP);
            if (!older.isEmpty()) {
                if (tell(older)) {
                    return true;
                }
                continue;
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
        return tell(stale);
    }

    /** Passes over those it cannot be done for, until next time: one chat must not stand before all others. */
    private boolean tell(List<Telling> tellings) {
        try {
            database.transact(() -> tellings.forEach(this::tell));
            return true;
        } catch (RuntimeException all) {
            int told = 0;
            for (Telling one : tellings) {
                try {
                    database.transact(() -> tell(one));
                    told++;
                } catch (RuntimeException e) {
                    LOG.warn("A correction of claim {} could not be sent to a chat: {}",
                            one.claim(), e.getClass().getSimpleName());
                }
            }
            return told > 0;
        }
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
            Notice notice = new Notice(claim.id(), claim.version(), before.chat(), kind(reply), before.verdict());
            stores.contacts().find(before.chat()).ifPresent(contact -> send(contact, notice, reply));
        }
    }

    /** Tells whom it can by now of what is held for them. To be done once at a start. */
    void lookAgain() {
        new SecondLook(database, stores.contacts(), post.reach())
                .at(stores.notices()::held, stores.notices()::heard);
    }

    /** Tells those who could not be written to, and can be now. */
    private boolean release() {
        List<Notice> due = stores.notices().due(STEP);
        if (!due.isEmpty()) {
            database.transact(() -> due.forEach(this::release));
        }
        return !due.isEmpty();
    }

    private void release(Notice notice) {
        Optional<Long> times = stores.notices().release(notice, clock.instant());
        Optional<Claim> claim = claims.find(notice.claim());
        Optional<Contact> contact;
        try {
            contact = stores.contacts().find(notice.chat());
        } catch (IllegalArgumentException e) {
            unreadable(e);
            stores.notices().undelivered(notice.claim(), notice.version(), notice.chat());
            return;
        }
        if (times.isEmpty() || claim.isEmpty() || contact.isEmpty()) {
            return;
        }
        if (!post.reach().canBeWrittenTo(contact.get().address())) {
            stores.notices().undelivered(notice.claim(), notice.version(), notice.chat());
            return;
        }
        Reply reply = late(claim.get(), notice);
        if (reply != null) {
            Claim now = claim.get();
            stores.tellings().add(
                    new Telling(
                            now.id(), notice.chat(), now.version(), now.published() ? now.verdict() : null,
                            contact.get().language()),
                    clock.instant());
            post(contact.get(), notice, reply, ":" + times.get());
        }
    }

    /** What there is to say by now; null if nothing. */
    private static @Nullable Reply late(Claim claim, Notice notice) {
        if (notice.kind() == Notice.Kind.ANSWER) {
            return claim.published() ? new Reply.FollowUp(claim) : null;
        }
        boolean same = claim.published() && claim.verdict() == notice.before();
        return same && notice.kind() != Notice.Kind.WORDING ? null : reply(claim, notice.before());
    }

    /** Keys of what could not be brought to a chat: those of notices are owed again. */
    private void undelivered(List<String> keys) {
        for (String key : keys) {
            Matcher notice = KEY.matcher(key);
            if (notice.matches()) {
                stores.notices()
                        .undelivered(
                                new ClaimId(Long.parseLong(notice.group(1))),
                                Long.parseLong(notice.group(2)),
                                new Pseudonym(notice.group(3)));
            }
        }
    }

    /** Null if there is nothing to say: withdrawn, which the chat knows already. */
    private static @Nullable Reply reply(Claim claim, @Nullable Verdict before) {
        if (!claim.published()) {
            return before == null ? null : new Reply.Retraction(claim.text(), before);
        }
        return before == claim.verdict() ? new Reply.Revision(claim) : new Reply.Correction(claim, before);
    }

    private static Notice.Kind kind(Reply reply) {
        return switch (reply) {
            case Reply.Correction c -> Notice.Kind.VERDICT;
            case Reply.Retraction r -> Notice.Kind.WITHDRAWAL;
            default -> Notice.Kind.WORDING;
        };
    }

    private void send(Contact contact, Notice notice, Reply reply) {
        boolean reachable = post.reach().canBeWrittenTo(contact.address());
        if (stores.notices().note(notice, reachable, clock.instant()) && reachable) {
            post(contact, notice, reply, "");
        }
    }

    private void post(Contact contact, Notice notice, Reply reply, String again) {
        String name = notice.claim() + ":" + notice.version();
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
        post.outbox().send("notice:" + name + ":" + contact.chat().value() + again, List.of(message));
    }
}
