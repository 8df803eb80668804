package id.saring.queue;

import id.saring.db.Database;
import java.time.Clock;
import java.time.Duration;

/** How much of a queue is not done, and how long it has waited otherwise than planned. */
public final class Backlog {
    /** The reason of work that is postponed because somebody wants it so: it does not count as late. */
    public static final String PLANNED = "Paused for maintenance";

    /** Postponed work that is not looked at again for so long after it is due counts as late again. */
    static final Duration LOOKED_AT = Duration.ofMinutes(1);

    /** Whether work {@code w} waits for what was planned or behind such work; of the reason and the least due time. */
    static final String WAITS_AS_PLANNED = """
            (w.queue, w.order_key) IN (SELECT p.queue, p.order_key FROM work p
                WHERE p.done_at IS NULL AND p.reason = ? AND p.due_at > ?)""";

    private final Database database;
    private final Clock clock;
    private final String name;

    Backlog(Database database, Clock clock, String name) {
        this.database = database;
        this.clock = clock;
        this.name = name;
    }

    /** How many pieces are not finished: waiting, blocked or being done. */
    public long depth() {
        return database.read()
                .sql("SELECT count(*) FROM work WHERE queue = ? AND done_at IS NULL")
                .param(name)
                .query(Long.class)
                .single();
    }

    /** Whether at least {@code many} pieces wait though they could be done now; it reads no more than those. */
    public boolean isCrowded(int many) {
        return database.read()
                .sql("""
                        SELECT count(*) FROM (
                            SELECT 1 FROM work WHERE queue = ? AND done_at IS NULL AND due_at <= ? AND state = 'READY'
                            LIMIT ?) waiting""")
                .params(name, clock.millis(), many)
                .query(Integer.class)
                .single()
                >= many;
    }

    /** How long ago the oldest unfinished piece was added that does not wait as planned; zero if there is none. */
    public Duration oldestAge() {
        long now = clock.millis();
        long oldest = database.read()
                .sql("SELECT coalesce(min(w.added_at), ?) FROM work w WHERE w.queue = ? AND w.done_at IS NULL AND NOT "
                        + WAITS_AS_PLANNED)
                .params(now, name, PLANNED, now - LOOKED_AT.toMillis())
                .query(Long.class)
                .single();
        return Duration.ofMillis(Math.max(0, now - oldest));
    }
}
