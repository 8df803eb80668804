package id.saring.queue;

import id.saring.db.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The work of one queue that was given up. */
public final class DeadLetters {
    private static final String COLUMNS = "id, order_key, attempts, reason, added_at, done_at FROM work";
    private static final String OF_REASON = " AND (:reason = '' OR reason = :reason)";

    private final WorkQueue queue;
    private final Database database;

    DeadLetters(WorkQueue queue, Database database) {
        this.queue = queue;
        this.database = database;
    }

    /** Those that died of one reason. */
    public record Heap(String reason, long count, Instant latest) {}

    /** The queue's name. */
    public String queue() {
        return queue.name();
    }

    /** At most {@code max} of them, latest first. */
    public List<DeadLetter> latest(int max) {
        return list("", Long.MAX_VALUE, max);
    }

    /**
     * At most {@code max} of them, latest first.
     *
     * @param reason only those that died of it; empty for all
     * @param before only those with a smaller id
     */
    public List<DeadLetter> list(String reason, long before, int max) {
        return database.read()
                .sql("SELECT " + COLUMNS + " WHERE queue = :queue AND state = 'DEAD' AND id < :before"
                        + OF_REASON + " ORDER BY id DESC LIMIT :max")
                .param("queue", queue.name())
                .param("before", before)
                .param("reason", reason)
                .param("max", max)
                .query((row, number) -> letter(row))
                .list();
    }

    public Optional<DeadLetter> find(long id) {
        return database.read()
                .sql("SELECT " + COLUMNS + " WHERE queue = ? AND state = 'DEAD' AND id = ?")
                .params(queue.name(), id)
                .query((row, number) -> letter(row))
                .optional();
    }

    /** What was to be done, sealed as it was handed in; empty if there is none of that id. */
    public Optional<byte[]> payload(long id) {
        return database.read()
                .sql("SELECT payload FROM work WHERE queue = ? AND state = 'DEAD' AND payload IS NOT NULL AND id = ?")
                .params(queue.name(), id)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    /** By what they died of, the most frequent first. */
    public List<Heap> heaps(int max) {
        return database.read()
                .sql("""
                        SELECT reason, count(*) AS letters, max(done_at) AS latest FROM work
                        WHERE queue = ? AND state = 'DEAD' GROUP BY reason ORDER BY letters DESC, latest DESC LIMIT ?""")
                .params(queue.name(), max)
                .query((row, number) -> new Heap(
                        row.getString("reason"), row.getLong("letters"), Instant.ofEpochMilli(row.getLong("latest"))))
                .list();
    }

    /** Makes one due again with all its attempts. Returns false if there is none of that id. */
    public boolean revive(long id) {
        return queue.commits().write(() -> {
            int revived = queue.sql("""
                    UPDATE work SET state = 'READY', attempts = 0, due_at = ?, done_at = NULL
                    WHERE id = ? AND queue = ? AND state = 'DEAD'""")
                    .params(queue.clock().millis(), id, queue.name())
                    .update();
            queue.announce();
            return revived > 0;
        });
    }

    /** Makes all due again, or all that died of one reason; says how many. */
    public int reviveAll(String reason) {
        return queue.commits().write(() -> {
            int revived = queue.sql("""
                    UPDATE work SET state = 'READY', attempts = 0, due_at = :now, done_at = NULL
                    WHERE queue = :queue AND state = 'DEAD'""" + OF_REASON)
                    .param("now", queue.clock().millis())
                    .param("queue", queue.name())
                    .param("reason", reason)
                    .update();
            queue.announce();
            return revived;
        });
    }

    /** Gives one up for good and erases what was to be done. Returns false if there is none of that id. */
    public boolean drop(long id, String why) {
        return queue.commits().write(() -> queue.sql("""
                UPDATE work SET state = 'DONE', payload = NULL, reason = ? WHERE id = ? AND queue = ? AND state = 'DEAD'""")
                .params(Reason.cut(why), id, queue.name())
                .update()) > 0;
    }

    /** Gives up for good all, or all that died of one reason; says how many. */
    public int dropAll(String reason, String why) {
        return queue.commits().write(() -> queue.sql("""
                UPDATE work SET state = 'DONE', payload = NULL, reason = :why
                WHERE queue = :queue AND state = 'DEAD'""" + OF_REASON)
                .param("why", Reason.cut(why))
                .param("queue", queue.name())
                .param("reason", reason)
                .update());
    }

    public long count() {
        return database.read()
                .sql("SELECT count(*) FROM work WHERE queue = ? AND state = 'DEAD'")
                .param(queue.name())
                .query(Long.class)
                .single();
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getLong("id"),
                row.getString("order_key"),
                row.getInt("attempts"),
                row.getString("reason"),
                Instant.ofEpochMilli(row.getLong("added_at")),
                Instant.ofEpochMilli(row.getLong("done_at")));
    }
}
