package id.saring.account;

import id.saring.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How often keys were used today: counted in memory, and added to what all replicas counted every few seconds. */
final class ApiKeyUse {
    private static final long DAY = Duration.ofDays(1).toMillis();

    /** Of one key: what the store says, as far as is known, and what it has not been told yet. */
    private record Count(long day, long stored, long unsettled) {
        long all() {
            return stored + unsettled;
        }
    }

    private final Database database;
    private final Clock clock;
    private final Map<Long, Count> counts = new ConcurrentHashMap<>();

    ApiKeyUse(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Days of UTC since 1970. */
    long today() {
        return Math.floorDiv(clock.millis(), DAY);
    }

    /** How long until the key may be used again if it may be so often a day; zero for now. */
    Duration wait(long key, long perDay) {
        long day = today();
        Count count = counts.compute(key, (id, known) -> known == null || known.day() != day
                ? read(id, day, known) : known);
        return count.all() < perDay
                ? Duration.ZERO
                : Duration.between(clock.instant(), Instant.ofEpochMilli((day + 1) * DAY));
    }

    void count(long key) {
        long day = today();
        counts.compute(key, (id, known) -> {
            Count count = known == null || known.day() != day ? read(id, day, known) : known;
            return new Count(day, count.stored(), count.unsettled() + 1);
        });
    }

    void settle() {
        counts.keySet().forEach(key -> counts.computeIfPresent(key, this::settled));
    }

    /** Null, so that it is forgotten, for a day that is over. */
    private @Nullable Count settled(long key, Count count) {
        long all = count.unsettled() > 0 ? add(key, count) : stored(key, count.day());
        return count.day() == today() ? new Count(count.day(), all, 0) : null;
    }

    private Count read(long key, long day, @Nullable Count before) {
        if (before != null && before.unsettled() > 0) {
            add(key, before);
        }
        return new Count(day, stored(key, day), 0);
    }

    private long stored(long key, long day) {
        return database.read()
                .sql("SELECT requests FROM api_key_use WHERE key_id = ? AND day = ?")
                .params(key, day)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Adds what is not settled to what the store has, and says what it has then. */
    private long add(long key, Count count) {
        return database.write()
                .sql("""
                        INSERT INTO api_key_use (key_id, day, requests) VALUES (?, ?, ?)
                        ON CONFLICT (key_id, day) DO UPDATE SET requests = api_key_use.requests + excluded.requests
                        RETURNING requests""")
                .params(key, count.day(), count.unsettled())
                .query(Long.class)
                .single();
    }
}
