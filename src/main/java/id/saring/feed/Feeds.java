package id.saring.feed;

import id.saring.db.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The addresses claims are fetched from. Writing joins the caller's transaction. */
public final class Feeds {
    /** Shortest and longest time between two fetches. */
    public static final Duration SHORTEST = Duration.ofMinutes(5);

    public static final Duration LONGEST = Duration.ofDays(7);

    private final Database database;

    public Feeds(Database database) {
        this.database = database;
    }

    /** Whether {@code address} has the form of one that can be fetched: http(s), complete, without a password. */
    public static boolean isAddress(String address) {
        return address.length() <= 2000 && FeedFetch.isWellFormed(address);
    }

    /**
     * Adds an address, to be fetched at once.
     *
     * @return empty if it is there already
     * @throws IllegalArgumentException if it is no address, or the time between fetches is out of bounds
     */
    public Optional<Feed> add(String url, boolean trusted, Duration every, Instant now) {
        if (!isAddress(url)) {
            throw new IllegalArgumentException("Not an address to fetch: " + url);
        }
        return database.write()
                .sql("""
                        INSERT INTO feed (url, trusted, every_minutes, next_at, created, updated, failed)
                        VALUES (?, ?, ?, ?, 0, 0, 0) ON CONFLICT (url) DO NOTHING RETURNING *""")
                .params(url, trusted ? 1 : 0, checked(every).toMinutes(), now.toEpochMilli())
                .query(Feeds::read)
                .optional();
    }

    public void change(long id, boolean trusted, Duration every, Instant now) {
        database.write()
                .sql("UPDATE feed SET trusted = ?, every_minutes = ?, next_at = ?, etag = NULL, last_modified = NULL WHERE id = ?")
                .params(trusted ? 1 : 0, checked(every).toMinutes(), now.toEpochMilli(), id)
                .update();
    }

    /** Makes the feed due now. */
    public void hurry(long id, Instant now) {
        database.write().sql("UPDATE feed SET next_at = ? WHERE id = ?").params(now.toEpochMilli(), id).update();
    }

    public boolean remove(long id) {
        return database.write().sql("DELETE FROM feed WHERE id = ?").param(id).update() == 1;
    }

    public Optional<Feed> find(long id) {
        return database.read().sql("SELECT * FROM feed WHERE id = ?").param(id).query(Feeds::read).optional();
    }

    public List<Feed> all() {
        return database.read().sql("SELECT * FROM feed ORDER BY url").query(Feeds::read).list();
    }

    /** Feeds that are due. */
    List<Feed> due(Instant now) {
        return database.read()
                .sql("SELECT * FROM feed WHERE next_at <= ? ORDER BY next_at LIMIT 50")
                .param(now.toEpochMilli())
                .query(Feeds::read)
                .list();
    }

    /** Takes a feed that is due, so that no other replica fetches it as well; false if one has. */
    boolean take(Feed feed, Instant now) {
        return database.write()
                        .sql("UPDATE feed SET next_at = ? WHERE id = ? AND next_at = ?")
                        .params(now.plus(feed.every()).toEpochMilli(), feed.id(), feed.nextAt().toEpochMilli())
                        .update()
                == 1;
    }

    void done(Feed feed, Feed.Validators validators, FeedResult result, Instant now) {
        database.write()
                .sql("""
                        UPDATE feed SET etag = ?, last_modified = ?, fetched_at = ?, result = ?, detail = ?, created = ?,
                            updated = ?, failed = ? WHERE id = ?""")
                .param(validators.etag())
                .param(validators.lastModified())
                .param(now.toEpochMilli())
                .param(result.code().name())
                .param(result.detail())
                .param(result.created())
                .param(result.updated())
                .param(result.failed())
                .param(feed.id())
                .update();
    }

    private static Duration checked(Duration every) {
        if (every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A feed is fetched every 5 minutes to every 7 days");
        }
        return every;
    }

    private static Feed read(ResultSet row, int number) throws SQLException {
        long fetchedAt = row.getLong("fetched_at");
        boolean fetched = !row.wasNull();
        String result = row.getString("result");
        return new Feed(
                row.getLong("id"),
                row.getString("url"),
                row.getLong("trusted") == 1,
                Duration.ofMinutes(row.getLong("every_minutes")),
                new Feed.Validators(row.getString("etag"), row.getString("last_modified")),
                fetched ? Instant.ofEpochMilli(fetchedAt) : null,
                Instant.ofEpochMilli(row.getLong("next_at")),
                result == null
                        ? null
                        : new FeedResult(
                                FeedResult.Code.valueOf(result),
                                row.getString("detail"),
                                row.getLong("created"),
                                row.getLong("updated"),
                                row.getLong("failed")));
    }
}
