package id.saring.queue;

import id.saring.db.Database;
import java.time.Instant;
import java.util.List;

/** The work of one queue that was given up. */
public final class DeadLetters {
    private final WorkQueue queue;
    private final Database database;

    DeadLetters(WorkQueue queue, Database database) {
        this.queue = queue;
        this.database = database;
    }

    /** At most {@code max} of them, latest first. */
    public List<DeadLetter> latest(int max) {
        return database.read()
                .sql("""
                        SELECT id, order_key, attempts, reason, added_at, done_at FROM work
                        WHERE queue = ? AND state = 'DEAD' ORDER BY id DESC LIMIT ?""")
                .params(queue.name(), max)
                .query((row, number) -> new DeadLetter(
                        row.getLong("id"),
                        row.getString("order_key"),
                        row.getInt("attempts"),
                        row.getString("reason"),
                        Instant.ofEpochMilli(row.getLong("added_at")),
                        Instant.ofEpochMilli(row.getLong("done_at"))))
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

    public long count() {
        return database.read()
                .sql("SELECT count(*) FROM work WHERE queue = ? AND state = 'DEAD'")
                .param(queue.name())
                .query(Long.class)
                .single();
    }
}
