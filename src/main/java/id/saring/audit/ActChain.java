package id.saring.audit;

import id.saring.core.Stamps;
import id.saring.db.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chains acts: the hash of each covers all of it and the hash before. Replicas take turns at the chain's end, which is
 * locked for the moment of chaining only, never for the transaction in which an act was recorded.
 */
final class ActChain {
    private static final String NAME = "act";
    private static final int BATCH = 500;

    private record End(long length, String hash) {}

    /**
     * An act of the store and what it bears.
     *
     * @param redaction the stamp that vouches for the hash since words were taken out of the act
     */
    private record Bearing(Act act, @Nullable String hash, @Nullable String redaction) {
        static Bearing read(ResultSet row) throws SQLException {
            return new Bearing(ActChain.act(row), row.getString("hash"), row.getString("redaction"));
        }
    }

    private final Database database;
    private final Stamps stamps;

    ActChain(Database database, Stamps stamps) {
        this.database = database;
        this.stamps = stamps;
    }

    /** Puts all recorded acts that are not in the chain yet at its end. */
    void extend() {
        while (database.transact(this::extendOnce) == BATCH) {
            // There is more.
        }
    }

    private int extendOnce() {
        End end = lockedEnd();
        List<Act> acts = database.write()
                .sql("SELECT * FROM act WHERE link IS NULL ORDER BY id LIMIT " + BATCH)
                .query((row, number) -> act(row))
                .list();
        for (Act act : acts) {
            end = new End(end.length() + 1, hash(act, end.length() + 1, end.hash()));
            database.write()
                    .sql("UPDATE act SET link = ?, hash = ? WHERE id = ?")
                    .params(end.length(), end.hash(), act.id())
                    .update();
        }
        if (!acts.isEmpty()) {
            database.write()
                    .sql("UPDATE act_chain SET length = ?, hash = ? WHERE name = ?")
                    .params(end.length(), end.hash(), NAME)
                    .update();
        }
        return acts.size();
    }

    /**
     * Locks nothing: what is in the chain stays as it is, and what comes meanwhile is checked against the end it moved.
     */
    ActCheck verify() {
        End end = end();
        End reached = new End(0, "");
        for (List<Bearing> some = after(0); !some.isEmpty(); some = after(reached.length())) {
            for (Bearing bearing : some) {
                long link = reached.length() + 1;
                String hash = sound(bearing, link, reached.hash());
                if (hash == null
                        || !Long.valueOf(link).equals(bearing.act().link())
                        || !hash.equals(bearing.hash())
                        || (link == end.length() && !hash.equals(end.hash()))) {
                    return new ActCheck.Broken(link);
                }
                reached = new End(link, hash);
            }
        }
        if (reached.length() < end.length() || reached.length() > end().length()) {
            return new ActCheck.Broken(Math.min(reached.length(), end.length()) + 1);
        }
        return new ActCheck.Sound(reached.length(), waiting(), reached.hash());
    }

    /** @param noted place and hash, parted by a colon */
    boolean holds(String noted) {
        String[] parts = noted.strip().split(":", 2);
        if (parts.length < 2 || !parts[0].matches("[0-9]{1,18}")) {
            return false;
        }
        long link = Long.parseLong(parts[0]);
        return link == 0
                || database.read()
                                .sql("SELECT count(*) FROM act WHERE link = ? AND hash = ?")
                                .params(link, parts[1])
                                .query(Long.class)
                                .single()
                        == 1;
    }

    private End end() {
        return database.read()
                .sql("SELECT length, hash FROM act_chain WHERE name = ?")
                .param(NAME)
                .query((row, number) -> new End(row.getLong("length"), row.getString("hash")))
                .optional()
                .orElse(new End(0, ""));
    }

    private End lockedEnd() {
        return database.write()
                .sql("""
                        INSERT INTO act_chain (name, length, hash) VALUES (?, 0, '')
                        ON CONFLICT (name) DO UPDATE SET length = act_chain.length RETURNING length, hash""")
                .param(NAME)
                .query((row, number) -> new End(row.getLong("length"), row.getString("hash")))
                .single();
    }

    private List<Bearing> after(long link) {
        return database.read()
                .sql("SELECT * FROM act WHERE link > ? ORDER BY link LIMIT " + BATCH)
                .param(link)
                .query((row, number) -> Bearing.read(row))
                .list();
    }

    /** How many acts have been recorded but not chained. */
    long waiting() {
        return database.read()
                .sql("SELECT count(*) FROM act WHERE link IS NULL")
                .query(Long.class)
                .single();
    }

    /**
     * Gives an act other details. Its hash stays, so that the chain does too; who holds the secret vouches by a stamp
     * that this was the act with this hash at this place.
     */
    void redact(long id, @Nullable String before, @Nullable String after) {
        database.transact(() -> {
            lockedEnd();
            Bearing bearing = database.write()
                    .sql("UPDATE act SET before_state = ?, after_state = ? WHERE id = ? RETURNING *")
                    .params(Arrays.asList(before, after, id))
                    .query((row, number) -> Bearing.read(row))
                    .single();
            Long link = bearing.act().link();
            if (link == null) {
                return;
            }
            String former = database.write()
                    .sql("SELECT hash FROM act WHERE link = ?")
                    .param(link - 1)
                    .query(String.class)
                    .optional()
                    .orElse("");
            database.write()
                    .sql("UPDATE act SET redaction = ? WHERE id = ?")
                    .params(redaction(bearing, link, former), id)
                    .update();
        });
    }

    /** The hash the act must bear at this place; none that it could bear if it is not the act that was redacted. */
    private @Nullable String sound(Bearing bearing, long link, String before) {
        if (bearing.redaction() == null) {
            return hash(bearing.act(), link, before);
        }
        return bearing.redaction().equals(redaction(bearing, link, before)) ? bearing.hash() : null;
    }

    private String redaction(Bearing bearing, long link, String before) {
        return stamps.of("redacted", bearing.hash(), hash(bearing.act(), link, before));
    }

    private String hash(Act act, long link, String before) {
        Actor actor = act.actor();
        return stamps.of(
                before,
                Long.toString(link),
                Long.toString(act.at().toEpochMilli()),
                Optional.ofNullable(actor.id()).map(String::valueOf).orElse(null),
                actor.name(),
                actor.origin(),
                act.what(),
                act.subject(),
                act.before(),
                act.after());
    }

    static Act act(ResultSet row) throws SQLException {
        long actor = row.getLong("actor_id");
        Long actorId = row.wasNull() ? null : actor;
        long link = row.getLong("link");
        Long linkOrNone = row.wasNull() ? null : link;
        return new Act(
                row.getLong("id"),
                Instant.ofEpochMilli(row.getLong("at")),
                new Actor(actorId, row.getString("actor"), row.getString("origin")),
                row.getString("what"),
                row.getString("subject"),
                row.getString("before_state"),
                row.getString("after_state"),
                linkOrNone);
    }
}
