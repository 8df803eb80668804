package id.saring.queue;

import id.saring.db.Database;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a queue still knows of pieces of work, by their keys: waiting, done or given up. */
public final class PastWork {
    public enum State {
        WAITING,
        DONE,
        DEAD
    }

    /**
     * One piece.
     *
     * @param attempts how often it was tried
     * @param ended    when it was done or given up; null if it is neither
     */
    public record Piece(State state, String orderKey, long attempts, Instant added, @Nullable Instant ended) {}

    private final Database database;
    private final String queue;

    public PastWork(Database database, String queue) {
        this.database = database;
        this.queue = queue;
    }

    /** Those of these keys that there is work of; at most some hundred at a time. */
    public Map<String, Piece> of(Collection<String> keys) {
        Map<String, Piece> pieces = new HashMap<>();
        if (!keys.isEmpty()) {
            database.read()
                    .sql("""
                            SELECT dedup_key, order_key, state, attempts, added_at, done_at FROM work
                            WHERE queue = :queue AND dedup_key IN (:keys)""")
                    .param("queue", queue)
                    .param("keys", keys)
                    .query((ResultSet row) -> {
                        long done = row.getLong("done_at");
                        Instant ended = row.wasNull() ? null : Instant.ofEpochMilli(done);
                        State state = switch (row.getString("state")) {
                            case "DONE" -> State.DONE;
                            case "DEAD" -> State.DEAD;
                            default -> State.WAITING;
                        };
                        Instant added = Instant.ofEpochMilli(row.getLong("added_at"));
                        Piece piece = new Piece(
                                state, row.getString("order_key"), row.getLong("attempts"), added, ended);
                        pieces.put(row.getString("dedup_key"), piece);
                    });
        }
        return pieces;
    }
}
