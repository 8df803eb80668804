package id.saring.chat;

import id.saring.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chats that cannot be written to, or not freely, or have moved: where their messages go, or why nowhere. */
final class Routes {
    /** Groups move once in their life; more moves than this are a circle. */
    private static final int MAX_MOVES = 4;

    /** Where to send, and why nothing may be sent there; null if it may. */
    record Route(ChatAddress to, @Nullable String unreachable) {}

    private record Row(@Nullable String unreachable, byte @Nullable [] movedTo, long movedAt) {}

    private final Database database;
    private final MessageCodec codec;
    private final ChatKeys keys;
    private final Clock clock;
    private final Windows windows;

    Routes(Database database, MessageCodec codec, ChatKeys keys, Clock clock) {
        this.database = database;
        this.codec = codec;
        this.keys = keys;
        this.clock = clock;
        this.windows = new Windows(database, clock);
    }

    Route find(ChatAddress address) {
        return find(address, Long.MIN_VALUE);
    }

    /** Where who was at the address at that time is now. */
    ChatAddress since(ChatAddress address, Instant time) {
        return find(address, time.toEpochMilli()).to();
    }

    private Route find(ChatAddress address, long since) {
        ChatAddress to = address;
        for (int moves = 0; moves < MAX_MOVES; moves++) {
            Optional<Row> row = row(to);
            if (row.isEmpty() || row.get().movedTo() == null || row.get().movedAt() < since) {
                return new Route(to, row.map(Row::unreachable).orElse(null));
            }
            to = codec.openAddress(row.get().movedTo());
        }
        return new Route(to, "moved in a circle");
    }

    void block(ChatAddress chat, String reason) {
        block(keys.chat(chat).value(), reason);
    }

    void block(String chat, String reason) {
        database.write()
                .sql("""
                        INSERT INTO chat_route (chat, unreachable_since, unreachable_reason) VALUES (?, ?, ?)
                        ON CONFLICT (chat) DO UPDATE SET
                            unreachable_since = excluded.unreachable_since, unreachable_reason = excluded.unreachable_reason""")
                .params(chat, clock.millis(), reason)
                .update();
    }

    /** Whoever writes to us can be written to, and there, unless they wrote before they moved. */
    void heard(IncomingMessage message) {
        database.write()
                .sql("DELETE FROM chat_route WHERE chat = ? AND (moved_at IS NULL OR moved_at < ?)")
                .params(keys.chat(message.chat()).value(), message.sentAt().toEpochMilli())
                .update();
        windows.open(message.chat().channel(), keys.chat(message.chat()).value(), message.sentAt());
    }

    /** Whether the platform lets us write to the chat as we like. */
    boolean isWithinWindow(ChatAddress chat) {
        return windows.isOpen(chat.channel(), keys.chat(chat).value());
    }

    /** Whether the person wrote after that time; false where a platform does not limit what may be written. */
    boolean heardSince(String chat, Instant time) {
        return windows.heardSince(chat, time);
    }

    void forget(String chat) {
        database.write().sql("DELETE FROM chat_route WHERE chat = ?").param(chat).update();
        windows.forget(chat);
    }

    /** Forgets whoever has not written for {@code keep}, and former addresses for which nothing waits any more. */
    int cleanUp(Duration keep) {
        return windows.cleanUp(keep) + forgetFormer(clock.millis() - keep.toMillis());
    }

    /** Of an address that led to another in several moves the first goes first, so that none leads half the way. */
    private int forgetFormer(long movedBefore) {
        return database.write()
                .sql("""
                        WITH RECURSIVE way (origin, chat) AS (
                            SELECT chat, chat FROM chat_route WHERE moved_at < ?
                            UNION
                            SELECT way.origin, step.moved_chat FROM way JOIN chat_route step ON step.chat = way.chat
                            WHERE step.moved_chat IS NOT NULL)
                        DELETE FROM chat_route WHERE moved_at < ?
                        AND NOT EXISTS (SELECT 1 FROM chat_route former WHERE former.moved_chat = chat_route.chat)
                        AND chat NOT IN (
                            SELECT way.origin FROM way JOIN work ON work.order_key = way.chat AND work.done_at IS NULL)""")
                .params(movedBefore, movedBefore)
                .update();
    }

    void unblock(ChatAddress chat) {
        database.write()
                .sql("DELETE FROM chat_route WHERE chat = ? AND moved_to IS NULL")
                .param(keys.chat(chat).value())
                .update();
    }

    /** The message as from where its person is now, if it was put behind that chat's as it waited. */
    IncomingMessage followed(IncomingMessage message, String orderKey) {
        if (keys.chat(message.chat()).value().equals(orderKey)) {
            return message;
        }
        ChatAddress now = find(message.chat()).to();
        return message.from(now, keys.chat(now));
    }

    /** What is for {@code chat} goes to {@code to} since that time. */
    void move(ChatAddress chat, ChatAddress to, Instant at) {
        String key = keys.chat(chat).value();
        String newKey = keys.chat(to).value();
        database.write()
                .sql("""
                        INSERT INTO chat_route (chat, moved_to, moved_at, moved_chat) VALUES (?, ?, ?, ?)
                        ON CONFLICT (chat) DO UPDATE SET moved_to = excluded.moved_to,
                            moved_at = excluded.moved_at, moved_chat = excluded.moved_chat""")
                .params(key, codec.seal(to), at.toEpochMilli(), newKey)
                .update();
        // Who comes back to where they once were is there.
        database.write()
                .sql("DELETE FROM chat_route WHERE chat = ? AND moved_at < ?")
                .params(newKey, at.toEpochMilli())
                .update();
        windows.move(key, newKey);
    }

    /** All the keys the chat had before it moved, however often. */
    List<String> before(String chat) {
        return database.write()
                .sql("""
                        WITH RECURSIVE earlier (chat) AS (
                            SELECT chat FROM chat_route WHERE moved_chat = ?
                            UNION
                            SELECT chat_route.chat FROM chat_route JOIN earlier ON chat_route.moved_chat = earlier.chat)
                        SELECT chat FROM earlier WHERE chat <> ?""")
                .params(chat, chat)
                .query(String.class)
                .list();
    }

    private Optional<Row> row(ChatAddress chat) {
        return database.read()
                .sql("SELECT unreachable_reason, moved_to, moved_at FROM chat_route WHERE chat = ?")
                .param(keys.chat(chat).value())
                .query((row, number) -> new Row(row.getString("unreachable_reason"), row.getBytes("moved_to"), row.getLong("moved_at")))
                .optional();
    }
}
