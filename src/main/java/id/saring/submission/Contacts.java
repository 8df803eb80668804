package id.saring.submission;

import id.saring.chat.Addresses;
import id.saring.chat.ChatAddress;
import id.saring.chat.IncomingMessage;
import id.saring.core.Language;
import id.saring.core.Pseudonym;
import id.saring.db.Database;
import id.saring.db.KeyChange;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where to write back to, sealed, for as long as something may have to be said; and who does not want to be told
 * anything. Writing joins the caller's transaction.
 */
public final class Contacts {
    /** Who is heard again so soon is not written down again: what is kept for months need not be kept to the second. */
    private static final Duration SAME_TALK = Duration.ofMinutes(10);

    private final Database database;
    private final Addresses addresses;

    public Contacts(Database database, Addresses addresses) {
        this.database = database;
        this.addresses = addresses;
    }

    /** The chat may have to be written to later. Of one that wants no notices only that is kept. */
    public void keep(IncomingMessage message, Language language, Instant now) {
        keeping(message, language, now).run();
    }

    /** Does as {@link #keep} once it is run; the address is sealed before, for others wait for whoever writes. */
    public Runnable keeping(IncomingMessage message, Language language, Instant now) {
        String chat = keyOf(message).value();
        byte[] address = addresses.seal(message.chat());
        return () -> database.write()
                .sql("""
                        INSERT INTO contact (chat, channel, asker, language, address, notices, heard_at)
                        VALUES (?, ?, ?, ?, ?, 1, ?)
                        ON CONFLICT (chat) DO UPDATE SET
                            language = excluded.language, heard_at = excluded.heard_at,
                            address = CASE WHEN contact.notices = 1 THEN excluded.address END
                        WHERE contact.heard_at < excluded.heard_at - ? OR contact.language <> excluded.language
                            OR (contact.notices = 1 AND contact.address IS NULL)""")
                .param(chat)
                .param(message.chat().channel().name())
                .param(message.group() ? null : message.asker().value())
                .param(language.name())
                .param(address)
                .param(now.toEpochMilli())
                .param(SAME_TALK.toMillis())
                .update();
    }

    /** Whether the chat may be told things of our own accord. */
    public boolean wantsNotices(IncomingMessage message) {
        return database.read()
                .sql("SELECT notices FROM contact WHERE chat = ?")
                .param(keyOf(message).value())
                .query(Long.class)
                .optional()
                .orElse(1L)
                == 1;
    }

    /** The chat wants nothing of our own accord any more; its address goes. */
    public void stopNotices(IncomingMessage message, Language language, Instant now) {
        settle(message, language, now, false);
    }

    /** The chat wants to be told again. */
    public void resumeNotices(IncomingMessage message, Language language, Instant now) {
        settle(message, language, now, true);
    }

    private void settle(IncomingMessage message, Language language, Instant now, boolean notices) {
        database.write()
                .sql("""
                        INSERT INTO contact (chat, channel, asker, language, address, notices, heard_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (chat) DO UPDATE SET
                            notices = excluded.notices, address = excluded.address, heard_at = excluded.heard_at""")
                .param(keyOf(message).value())
                .param(message.chat().channel().name())
                .param(message.group() ? null : message.asker().value())
                .param(language.name())
                .param(notices ? addresses.seal(message.chat()) : null)
                .param(notices ? 1 : 0)
                .param(now.toEpochMilli())
                .update();
    }

    /** Those of these chats that can and want to be told; within the caller's transaction. */
    public List<Contact> find(Collection<Pseudonym> chats) {
        if (chats.isEmpty()) {
            return List.of();
        }
        return database.write()
                .sql("SELECT chat, address, language FROM contact WHERE chat IN (:chats) AND notices = 1 AND address IS NOT NULL")
                .param("chats", chats.stream().map(Pseudonym::value).toList())
                .query((row, number) -> new Contact(
                        new Pseudonym(row.getString("chat")),
                        addresses.open(row.getBytes("address")),
                        Language.valueOf(row.getString("language"))))
                .list();
    }

    public Optional<Contact> find(Pseudonym chat) {
        return find(List.of(chat)).stream().findFirst();
    }

    /**
     * Erases the addresses of chats to which nothing is owed: no answer awaited, no verdict shown that might change.
     * Of a case dismissed before {@code dismissed} none is awaited, once they have been told so; until then somebody
     * may take that back.
     */
    public int eraseUnneededAddresses(Instant dismissed) {
        return database.write()
                .sql("""
                        UPDATE contact SET address = NULL WHERE address IS NOT NULL
                        AND NOT EXISTS (SELECT 1 FROM telling t WHERE t.chat = contact.chat)
                        AND NOT EXISTS (SELECT 1 FROM submission s JOIN tip_case c ON c.id = s.case_id
                            WHERE s.chat = contact.chat AND s.told_at IS NULL
                            AND (c.state <> 'DISMISSED' OR c.closed_at >= ? OR s.dismissal IN (1, 2)))""")
                .param(dismissed.toEpochMilli())
                .update();
    }

    /**
     * A chat with one person has another address and key. Who wanted to be told nothing under either is told nothing.
     */
    public void move(Pseudonym from, ChatAddress to) {
        Pseudonym now = addresses.keyOf(to);
        database.write()
                .sql("""
                        UPDATE contact SET notices = 0, address = NULL WHERE chat = ?
                        AND EXISTS (SELECT 1 FROM contact o WHERE o.chat = ? AND o.notices = 0)""")
                .params(now.value(), from.value())
                .update();
        database.write()
                .sql("UPDATE contact SET asker = ?, address = CASE WHEN address IS NOT NULL THEN ? END WHERE chat = ?")
                .params(now.value(), addresses.seal(to), from.value())
                .update();
        new KeyChange(database, from.value(), now.value()).in("contact", "chat");
    }

    public void forget(Pseudonym chat) {
        database.write().sql("DELETE FROM contact WHERE chat = ?").param(chat.value()).update();
    }

    /** Forgets up to {@code limit} chats last heard of before {@code time}; says how many. */
    public int eraseBefore(Instant time, int limit) {
        return database.write()
                .sql("DELETE FROM contact WHERE chat IN (SELECT chat FROM contact WHERE heard_at < ? ORDER BY heard_at LIMIT ?)")
                .params(time.toEpochMilli(), limit)
                .update();
    }

    /** What the chat is known by. */
    public Pseudonym keyOf(IncomingMessage message) {
        return addresses.keyOf(message.chat());
    }
}
