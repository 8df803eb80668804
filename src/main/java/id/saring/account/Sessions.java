package id.saring.account;

import id.saring.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where people are signed in: in the store, so that a session outlives a restart and ends everywhere when it is ended.
 */
public final class Sessions {
    /** Not every request is worth a write. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    /** The time to find one's phone and type a code. */
    private static final Duration SECOND_FACTOR_WITHIN = Duration.ofMinutes(10);

    private record Found(SignedIn signedIn, Instant seenAt) {}

    private final Database database;
    private final Clock clock;
    private final Duration idle;
    private final Duration longest;

    Sessions(Database database, Clock clock, Duration idle, Duration longest) {
        this.database = database;
        this.clock = clock;
        this.idle = idle;
        this.longest = longest;
    }

    Key start(long account, SignedIn.Stage stage, String device) {
        Key key = Key.random();
        database.write()
                .sql("""
                        INSERT INTO account_session (hash, account_id, stage, device, created_at, seen_at)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .params(key.hash(), account, stage.name(), device, clock.millis(), clock.millis())
                .update();
        return key;
    }

    /**
     * Who is signed in with {@code key}; empty if the session has ended or its account is shut. Notes that it was used.
     */
    public Optional<SignedIn> find(Key key) {
        Instant now = clock.instant();
        Optional<Found> found = database.read()
                .sql("""
                        SELECT a.*, s.id AS session_id, s.stage, s.seen_at FROM account_session s
                        JOIN account a ON a.id = s.account_id
                        WHERE s.hash = ? AND a.state = 'ACTIVE' AND s.seen_at > ? AND s.created_at > ?
                            AND (s.stage = 'COMPLETE' OR s.created_at > ?)""")
                .params(key.hash(), before(idle), before(longest), before(SECOND_FACTOR_WITHIN))
                .query((row, number) -> new Found(
                        new SignedIn(
                                Accounts.account(row),
                                row.getLong("session_id"),
                                SignedIn.Stage.valueOf(row.getString("stage"))),
                        Instant.ofEpochMilli(row.getLong("seen_at"))))
                .optional();
        found.filter(session -> session.seenAt().plus(NOTED_EVERY).isBefore(now))
                .ifPresent(session -> database.write()
                        .sql("UPDATE account_session SET seen_at = ? WHERE id = ?")
                        .params(now.toEpochMilli(), session.signedIn().session())
                        .update());
        return found.map(Found::signedIn);
    }

    /** Where this account is signed in, latest use first. */
    public List<Session> of(Account account) {
        return database.read()
                .sql("""
                        SELECT * FROM account_session
                        WHERE account_id = ? AND stage = 'COMPLETE' AND seen_at > ? AND created_at > ?
                        ORDER BY seen_at DESC, id DESC""")
                .params(account.id(), before(idle), before(longest))
                .query((row, number) -> new Session(
                        row.getLong("id"),
                        row.getString("device"),
                        Instant.ofEpochMilli(row.getLong("created_at")),
                        Instant.ofEpochMilli(row.getLong("seen_at"))))
                .list();
    }

    /** Ends a session of this account; nothing happens if it is another's. */
    void end(Account account, long session) {
        database.write()
                .sql("DELETE FROM account_session WHERE id = ? AND account_id = ?")
                .params(session, account.id())
                .update();
    }

    /** Ends all sessions of an account but {@code session}. */
    void endOthers(long account, long session) {
        database.write()
                .sql("DELETE FROM account_session WHERE account_id = ? AND id <> ?")
                .params(account, session)
                .update();
    }

    void endAll(long account) {
        endOthers(account, 0);
    }

    /** Deletes what has ended by itself. */
    void tidy() {
        database.write()
                .sql("DELETE FROM account_session WHERE seen_at <= ? OR created_at <= ?")
                .params(before(idle), before(longest))
                .update();
    }

    /** How long a browser may keep its key. */
    public Duration longest() {
        return longest;
    }

    private long before(Duration ago) {
        return clock.instant().minus(ago).toEpochMilli();
    }
}
