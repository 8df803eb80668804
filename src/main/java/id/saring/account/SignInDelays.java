package id.saring.account;

import id.saring.core.Stamps;
import id.saring.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes guessing slow: after some failures under one name, or from one address, the next attempt has to wait, each time
 * twice as long up to a limit, and never for good. It is the same for names that nobody has.
 *
 * <p>An attempt is counted before the password is looked at and taken back when it was right, so that many at the same
 * time are no way around it.
 */
final class SignInDelays {
    /** What is counted, and how patiently: one person mistypes, but many people may share an address. */
    enum Kind {
        NAME(5, Duration.ofMinutes(5)),
        ADDRESS(20, Duration.ofMinutes(15));

        private final int free;
        private final Duration longest;

        Kind(int free, Duration longest) {
            this.free = free;
            this.longest = longest;
        }

        Duration delay(long failures) {
            if (failures < free) {
                return Duration.ZERO;
            }
            Duration delay = Duration.ofSeconds(1L << Math.min(failures - free + 1, 20));
            return delay.compareTo(longest) < 0 ? delay : longest;
        }
    }

    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

    private final Database database;
    private final Stamps stamps;
    private final Clock clock;

    SignInDelays(Database database, Stamps stamps, Clock clock) {
        this.database = database;
        this.stamps = stamps;
        this.clock = clock;
    }

    /** Counts an attempt; if it comes too early it is not counted and what is returned is how long to wait. */
    Optional<Duration> attempt(Kind kind, String of) {
        String origin = stamps.of(kind.name(), of);
        Instant now = clock.instant();
        return database.transact(() -> {
            Optional<Long> failures = database.write()
                    .sql("""
                            INSERT INTO sign_in_delay (origin, failures, free_at, last_at) VALUES (:origin, 1, :now, :now)
                            ON CONFLICT (origin) DO UPDATE SET last_at = excluded.last_at, failures =
                                CASE WHEN sign_in_delay.last_at < :old THEN 1 ELSE sign_in_delay.failures + 1 END
                            WHERE sign_in_delay.free_at <= :now
                            RETURNING failures""")
                    .param("origin", origin)
                    .param("now", now.toEpochMilli())
                    .param("old", now.minus(FORGOTTEN_AFTER).toEpochMilli())
                    .query(Long.class)
                    .optional();
            if (failures.isEmpty()) {
                return Optional.of(Duration.between(now, freeAt(origin)));
            }
            database.write()
                    .sql("UPDATE sign_in_delay SET free_at = ? WHERE origin = ?")
                    .params(now.plus(kind.delay(failures.get())).toEpochMilli(), origin)
                    .update();
            return Optional.empty();
        });
    }

    /** The attempts on this name came to a good end. */
    void forget(Kind kind, String of) {
        database.write()
                .sql("DELETE FROM sign_in_delay WHERE origin = ?")
                .param(stamps.of(kind.name(), of))
                .update();
    }

    /**
     * One attempt was right after all; the others from there stay counted, or one's own account would be a way to guess
     * at others.
     */
    void takeBack(Kind kind, String of) {
        database.write()
                .sql("UPDATE sign_in_delay SET failures = failures - 1, free_at = last_at WHERE origin = ? AND failures > 0")
                .param(stamps.of(kind.name(), of))
                .update();
    }

    void tidy() {
        database.write()
                .sql("DELETE FROM sign_in_delay WHERE last_at < ?")
                .param(clock.instant().minus(FORGOTTEN_AFTER).toEpochMilli())
                .update();
    }

    private Instant freeAt(String origin) {
        return Instant.ofEpochMilli(database.write()
                .sql("SELECT free_at FROM sign_in_delay WHERE origin = ?")
                .param(origin)
                .query(Long.class)
                .single());
    }
}
