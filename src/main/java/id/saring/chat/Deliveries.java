package id.saring.chat;

import id.saring.db.Database;
import id.saring.queue.Work;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of each message sent, by its key in the outbox; platform ids are kept hashed. */
final class Deliveries {
    enum Status {
        SENT,
        UNREACHABLE,
        REFUSED
    }

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
                            platform_message = excluded.platform_message, status = excluded.status, at = excluded.at""")
                .param(outgoing.key())
                .param(to.channel().name())
                .param(keys.chat(to).value())
                .param(platformMessageId == null ? null : keys.platformMessage(to.channel(), platformMessageId))
                .param(status.name())
                .param(clock.millis())
                .update();
    }

    int cleanUp(Duration keep) {
        return database.write()
                .sql("DELETE FROM delivery WHERE at < ?")
                .param(clock.millis() - keep.toMillis())
                .update();
    }
}
