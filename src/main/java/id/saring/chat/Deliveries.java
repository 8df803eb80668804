package id.saring.chat;

import id.saring.db.Database;
import id.saring.queue.Work;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of each message sent, by its key in the outbox; platform ids are kept hashed. */
final class Deliveries {
    enum Status {
        SENT,
        UNREACHABLE,
        REFUSED
    }

    /** A message that was sent: its key in the outbox and its chat's. */
    record Sending(String key, String chat) {}

    private final Database database;
    private final ChatKeys keys;
    private final Clock clock;

    Deliveries(Database database, ChatKeys keys, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    void add(Work outgoing, ChatAddress to, Status status, @Nullable String platformMessageId) {
        database.write()
                .sql("""
                        INSERT INTO delivery (message_key, channel, chat, platform_message, status, at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (message_key) DO UPDATE SET
                            platform_message = excluded.platform_message, status = excluded.status, at = excluded.at,
                            report = NULL, reported_at = NULL""")
                .param(outgoing.key())
                .param(to.channel().name())
                .param(keys.chat(to).value())
                .param(platformMessageId == null ? null : keys.platformMessage(to.channel(), platformMessageId))
                .param(status.name())
                .param(clock.millis())
                .update();
    }

    /** Records what the platform says of a message; empty if that is no news, or the message not one of ours. */
    Optional<Sending> report(String platformMessage, Receipt.News news) {
        // Receipts come in any order, and a message that one device could not show may have reached another.
        String before = switch (news) {
            case Receipt.Failed failed -> "report IS NULL";
            case Receipt.Delivered delivered -> "(report IS NULL OR report = 'FAILED')";
            case Receipt.Read read -> "(report IS NULL OR report <> 'READ')";
        };
        int changed = database.write()
                .sql("UPDATE delivery SET report = ?, reported_at = ? WHERE platform_message = ? AND " + before)
                .params(news.getClass().getSimpleName().toUpperCase(Locale.ROOT), clock.millis(), platformMessage)
                .update();
        // Not by RETURNING, for which SQLite makes a table of its own each time.
        return changed == 0
                ? Optional.empty()
                : database.write()
                        .sql("SELECT message_key, chat FROM delivery WHERE platform_message = ?")
                        .param(platformMessage)
                        .query((row, number) -> new Sending(row.getString("message_key"), row.getString("chat")))
                        .optional();
    }

    boolean isKnown(String platformMessage) {
        return database.write()
                .sql("SELECT count(*) FROM delivery WHERE platform_message = ?")
                .param(platformMessage)
                .query(Long.class)
                .single() > 0;
    }

    void forget(String chat) {
        database.write().sql("DELETE FROM delivery WHERE chat = ?").param(chat).update();
    }

    int cleanUp(Duration keep) {
        return database.write()
                .sql("DELETE FROM delivery WHERE at < ?")
                .param(clock.millis() - keep.toMillis())
                .update();
    }
}
