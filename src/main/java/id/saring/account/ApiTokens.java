package id.saring.account;

import id.saring.audit.Actor;
import id.saring.audit.Acts;
import id.saring.db.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Personal tokens for programs: shown once, stored hashed, good until they run out or are revoked. */
public final class ApiTokens {
    /** Lets tools that look for leaked secrets recognise one. */
    static final String PREFIX = "saring_";

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    /** Whose token it is and what it may do. */
    public record Bearer(Account account, Scope scope) {}

    private record Found(Bearer bearer, long token, @Nullable Instant usedAt) {}

    private final Database database;
    private final Acts acts;
    private final Clock clock;
    private final Duration longest;

    ApiTokens(Database database, Acts acts, Clock clock, Duration longest) {
        this.database = database;
        this.acts = acts;
        this.clock = clock;
        this.longest = longest;
    }

    /**
     * Makes a token and tells it, this once.
     *
     * @param name  what it is for, 1 to {@value ApiToken#MAX_NAME} characters
     * @param valid how long, at most the longest that is set
     * @throws RefusedChangeException if the name is none
     */
    public String make(Actor by, Account account, String name, Scope scope, Duration valid) {
        String shown = Key.name(name, ApiToken.MAX_NAME, "token_name");
        Duration life = valid.isPositive() && valid.compareTo(longest) < 0 ? valid : longest;
        Key key = Key.random();
        return database.transact(() -> {
            long id = database.write()
                    .sql("""
                            INSERT INTO account_token (hash, account_id, name, scope, created_at, expires_at)
                            VALUES (?, ?, ?, ?, ?, ?) RETURNING id""")
                    .params(key.hash(), account.id(), shown, scope.name(), clock.millis())
                    .param(clock.instant().plus(life).toEpochMilli())
                    .query(Long.class)
                    .single();
            acts.record(by, "token.make", "token:" + id, Map.of(), Map.of("name", shown, "scope", scope));
            return PREFIX + key.value();
        });
    }

    /**
     * Whose token this is; empty if it is none, has run out or was revoked, or its account is shut. Notes that it was
     * used.
     */
    public Optional<Bearer> find(String token) {
        Optional<Key> key = token.startsWith(PREFIX) ? Key.of(token.substring(PREFIX.length())) : Optional.empty();
        Instant now = clock.instant();
        Optional<Found> found = key.flatMap(known -> database.read()
                .sql("""
                        SELECT a.*, t.id AS token_id, t.scope, t.used_at FROM account_token t
                        JOIN account a ON a.id = t.account_id
                        WHERE t.hash = ? AND t.expires_at > ? AND a.state = 'ACTIVE'""")
                .params(known.hash(), now.toEpochMilli())
                .query((row, number) -> new Found(
                        new Bearer(Accounts.account(row), Scope.valueOf(row.getString("scope"))),
                        row.getLong("token_id"),
                        time(row, "used_at")))
                .optional());
        found.filter(some -> some.usedAt() == null || some.usedAt().plus(NOTED_EVERY).isBefore(now))
                .ifPresent(some -> database.write()
                        .sql("UPDATE account_token SET used_at = ? WHERE id = ?")
                        .params(now.toEpochMilli(), some.token())
                        .update());
        return found.map(Found::bearer);
    }

    /** This account's tokens, the newest first; those that ran out are shown until they are revoked. */
    public List<ApiToken> of(Account account) {
        return database.read()
                .sql("SELECT * FROM account_token WHERE account_id = ? ORDER BY id DESC")
                .param(account.id())
                .query((row, number) -> token(row))
                .list();
    }

    /** Ends a token of this account; nothing happens if it is another's. */
    public void revoke(Actor by, Account account, long token) {
        database.transact(() -> {
            Optional<Map<String, String>> was = database.write()
                    .sql("DELETE FROM account_token WHERE id = ? AND account_id = ? RETURNING name, scope")
                    .params(token, account.id())
                    .query((row, number) -> Map.of("name", row.getString("name"), "scope", row.getString("scope")))
                    .optional();
            was.ifPresent(before -> acts.record(by, "token.revoke", "token:" + token, before, Map.of()));
        });
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        return new ApiToken(
                row.getLong("id"),
                row.getString("name"),
                Scope.valueOf(row.getString("scope")),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("expires_at")),
                time(row, "used_at"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
