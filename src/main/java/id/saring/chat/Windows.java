package id.saring.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.saring.core.Channel;
import id.saring.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * For how long after a person's last message a platform lets us write to them as we like. Chats are known by their
 * keys; only where a platform limits that is anything kept.
 */
final class Windows {
    private static final int REMEMBERED = 20_000;

    private final Database database;
    private final Clock clock;

    /** When chats heard of here wrote last: whoever has just written is answered, and need not be looked up. */
    private final Cache<String, Long> heard = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Windows(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private static Optional<Duration> length(Channel channel) {
        return switch (channel) {
            case WHATSAPP -> Optional.of(Duration.ofHours(24));
            case TELEGRAM, WEB -> Optional.empty();
        };
    }

    /** The person wrote, which opens the window; within the caller's transaction. */
    void open(Channel channel, String chat, Instant at) {
        if (length(channel).isEmpty()) {
            return;
        }
        database.write()
                .sql("""
                        INSERT INTO chat_window (chat, last_heard) VALUES (?, ?)
                        ON CONFLICT (chat) DO UPDATE SET last_heard = excluded.last_heard
                        WHERE chat_window.last_heard < excluded.last_heard""")
                .params(chat, at.toEpochMilli())
                .update();
        database.afterCommit(() -> heard.asMap().merge(chat, at.toEpochMilli(), Math::max));
    }

    boolean isOpen(Channel channel, String chat) {
        Optional<Duration> length = length(channel);
        if (length.isEmpty()) {
            return true;
        }
        Instant since = clock.instant().minus(length.get());
        Long last = heard.getIfPresent(chat);
        return (last != null && last > since.toEpochMilli()) || heardSince(chat, since);
    }

    boolean heardSince(String chat, Instant time) {
        JdbcClient client = database.current();
        return client.sql("SELECT count(*) FROM chat_window WHERE chat = ? AND last_heard > ?")
                .params(chat, time.toEpochMilli())
                .query(Long.class)
                .single() > 0;
    }

    /** The later of the two is that of the new key. */
    void move(String from, String to) {
        database.write()
                .sql("""
                        INSERT INTO chat_window (chat, last_heard) SELECT ?, last_heard FROM chat_window WHERE chat = ?
                        ON CONFLICT (chat) DO UPDATE SET last_heard = excluded.last_heard
                        WHERE chat_window.last_heard < excluded.last_heard""")
                .params(to, from)
                .update();
        forget(from);
    }

    void forget(String chat) {
        heard.invalidate(chat);
        database.write().sql("DELETE FROM chat_window WHERE chat = ?").param(chat).update();
    }

    /** Forgets people who have not written for {@code age}, which is longer than any window. */
    int cleanUp(Duration age) {
        return database.write()
                .sql("DELETE FROM chat_window WHERE last_heard < ?")
                .param(clock.millis() - age.toMillis())
                .update();
    }
}
