package id.saring.chat;

import id.saring.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chats that cannot be written to, or not freely, or have moved: where their messages go, or why nowhere. */
final class Routes {
    /** Groups move once in their life; more moves than this are a circle. */
    private static final int MAX_MOVES = 4;

    /** Where to send, and why nothing may be sent there; null if it may. */
    record Route(ChatAddress to, @Nullable String unreachable) {}

    private record Row(@Nullable String unreachable, byte @Nullable [] movedTo) {}

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
        ChatAddress to = address;
        for (int moves = 0; moves < MAX_MOVES; moves++) {
            Optional<Row> row = row(to);
            if (row.isEmpty() || row.get().movedTo() == null) {
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

    /** Whoever writes to us can be written to. */
    void heard(IncomingMessage message) {
        unblock(message.chat());
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

    int cleanUp(Duration keep) {
        return windows.cleanUp(keep);
    }

    void unblock(ChatAddress chat) {
        database.write()
                .sql("DELETE FROM chat_route WHERE chat = ?")
                .param(keys.chat(chat).value())
                .update();
    }

    void move(ChatAddress chat, ChatAddress to) {
        database.write()
                .sql("""
                        INSERT INTO chat_route (chat, moved_to) VALUES (?, ?)
                        ON CONFLICT (chat) DO UPDATE SET moved_to = excluded.moved_to""")
                .params(keys.chat(chat).value(), codec.seal(to))
                .update();
    }

    private Optional<Row> row(ChatAddress chat) {
        return database.read()
                .sql("SELECT unreachable_reason, moved_to FROM chat_route WHERE chat = ?")
                .param(keys.chat(chat).value())
                .query((row, number) -> new Row(row.getString("unreachable_reason"), row.getBytes("moved_to")))
                .optional();
    }
}
