package id.saring.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import id.saring.account.ApiKey.Quota;
import id.saring.audit.Actor;
import id.saring.audit.Acts;
import id.saring.db.Database;
import id.saring.rate.Allowances;
import id.saring.rate.Rate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keys of programs that ask a lot, and what they have used of their quotas. A key that is revoked is refused within
 * {@link #BELIEVED}; the quota of a minute is each replica's own, that of a day is counted for all together.
 */
public final class ApiKeys {
    /** Sets a key apart from a token of staff, and from keys of other services. */
    static final String PREFIX = "saringkey_";

    static final Duration BELIEVED = Duration.ofSeconds(10);

    private static final int MOST = 10_000;

    private record Known(long id, Quota quota) {}

    private final Database database;
    private final Acts acts;
    private final Clock clock;
    private final Cache<String, Optional<Known>> known;
    private final Allowances<Long> minutes;
    private final ApiKeyUse days;

    ApiKeys(Database database, Acts acts, Clock clock, Ticker ticker) {
        this.database = database;
        this.acts = acts;
        this.clock = clock;
        this.known = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(BELIEVED).ticker(ticker).build();
        this.minutes = new Allowances<>(MOST, ticker);
        this.days = new ApiKeyUse(database, clock);
    }

    /**
     * Makes a key and tells it, this once.
     *
     * @throws RefusedChangeException if the name is none
     */
    public String make(Actor by, String name, Quota quota) {
        String shown = Key.name(name, ApiKey.MAX_NAME, "key_name");
        Key key = Key.random();
        return database.transact(() -> {
            long id = database.write()
                    .sql("""
                            INSERT INTO api_key (hash, name, per_minute, per_day, created_at) VALUES (?, ?, ?, ?, ?)
                            RETURNING id""")
                    .params(key.hash(), shown, quota.perMinute(), quota.perDay(), clock.millis())
                    .query(Long.class)
                    .single();
            acts.record(
                    by,
                    "api_key.make",
                    "api_key:" + id,
                    Map.of(),
                    Map.of("name", shown, "per_minute", quota.perMinute(), "per_day", quota.perDay()));
            return PREFIX + key.value();
        });
    }

    /** Ends a key for good. */
    public void revoke(Actor by, long id) {
        database.transact(() -> {
            int revoked = database.write()
                    .sql("UPDATE api_key SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL")
                    .params(clock.millis(), id)
                    .update();
            if (revoked == 1) {
                acts.record(by, "api_key.revoke", "api_key:" + id);
                database.afterCommit(known::invalidateAll);
            }
        });
    }

    /** All keys, the good ones first, then the newest. */
    public List<ApiKey> list() {
        return database.read()
                .sql("""
                        SELECT k.*, coalesce(u.requests, 0) AS today FROM api_key k
                        LEFT JOIN api_key_use u ON u.key_id = k.id AND u.day = ?
                        ORDER BY CASE WHEN k.revoked_at IS NULL THEN 0 ELSE 1 END, k.id DESC""")
                .param(days.today())
                .query((row, number) -> key(row))
                .list();
    }

    /** Whether this looks like one of our keys at all. */
    public static boolean isOurs(String key) {
        return key.startsWith(PREFIX);
    }

    /** Uses the key once. Says how long to wait first, zero for not at all; empty if there is no such key. */
    public Optional<Duration> use(String key) {
        return Key.of(isOurs(key) ? key.substring(PREFIX.length()) : null)
                .flatMap(one -> known.get(one.hash(), this::find))
                .map(this::use);
    }

    /** Writes down what was counted since the last time, and learns what other replicas counted. */
    void settle() {
        days.settle();
    }

    private Duration use(Known key) {
        Duration day = days.wait(key.id(), key.quota().perDay());
        if (!day.isZero()) {
            return day;
        }
        int perMinute = key.quota().perMinute();
        Duration minute = minutes.use(key.id(), new Rate(perMinute, Duration.ofMinutes(1), perMinute));
        if (minute.isZero()) {
            days.count(key.id());
        }
        return minute;
    }

    private Optional<Known> find(String hash) {
        return database.read()
                .sql("SELECT * FROM api_key WHERE hash = ? AND revoked_at IS NULL")
                .param(hash)
                .query((row, number) -> new Known(row.getLong("id"), quota(row)))
                .optional();
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        long revoked = row.getLong("revoked_at");
        return new ApiKey(
                row.getLong("id"),
                row.getString("name"),
                quota(row),
                Instant.ofEpochMilli(row.getLong("created_at")),
                revoked == 0 ? null : Instant.ofEpochMilli(revoked),
                row.getLong("today"));
    }

    private static Quota quota(ResultSet row) throws SQLException {
        return new Quota(row.getInt("per_minute"), row.getLong("per_day"));
    }
}
