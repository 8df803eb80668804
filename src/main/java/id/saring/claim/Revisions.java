package id.saring.claim;

import id.saring.core.ClaimId;
import id.saring.db.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What claims were before: every save of every claim, kept for good. {@link Claims} writes them as it saves. */
public final class Revisions {
    private static final String COLUMNS = String.join(", ", ClaimTable.CHANGEABLE);

    private final Database database;

    public Revisions(Database database) {
        this.database = database;
    }

    /** The latest revisions of a claim, newest first, below version {@code before}. */
    public List<Revision> of(ClaimId claim, long before, int limit) {
        return reader().sql("""
                        SELECT * FROM claim_revision WHERE claim_id = ? AND version < ?
                        ORDER BY version DESC LIMIT ?""")
                .params(claim.value(), before, limit)
                .query(Revisions::read)
                .list();
    }

    /** What a claim was at a version; empty also if that was before revisions were kept. */
    public Optional<Revision> find(ClaimId claim, long version) {
        return reader().sql("SELECT * FROM claim_revision WHERE claim_id = ? AND version = ?")
                .params(claim.value(), version)
                .query(Revisions::read)
                .optional();
    }

    /** Keeps what these claims have just become. */
    static void keep(JdbcClient write, List<ClaimId> claims, Signature by) {
        if (claims.isEmpty()) {
            return;
        }
        write.sql("""
                        INSERT INTO claim_revision (claim_id, version, at, author, reason, %s)
                        SELECT id, version, updated_at, :author, :reason, %s FROM claim WHERE id IN (:ids)"""
                        .formatted(COLUMNS, COLUMNS))
                .param("author", by.author().name())
                .param("reason", by.reason())
                .param("ids", claims.stream().map(ClaimId::value).toList())
                .update();
    }

    /** Takes a wording out of all that a claim was. */
    static void forget(JdbcClient write, ClaimId claim, String phrasing) {
        write.sql("SELECT * FROM claim_revision WHERE claim_id = ?")
                .param(claim.value())
                .query(Revisions::read)
                .list()
                .stream()
                .filter(revision -> revision.content().phrasings().contains(phrasing))
                .forEach(revision ->
                write.sql("UPDATE claim_revision SET phrasings = ? WHERE claim_id = ? AND version = ?")
                        .params(
                                ClaimTable.json(revision.content().without(phrasing).phrasings()),
                                claim.value(),
                                revision.version())
                        .update());
    }

    private static Revision read(ResultSet row, int rowNumber) throws SQLException {
        return new Revision(
                new ClaimId(row.getLong("claim_id")),
                row.getLong("version"),
                Instant.ofEpochMilli(row.getLong("at")),
                new Author(row.getString("author")),
                row.getString("reason"),
                ClaimState.valueOf(row.getString("state")),
                ClaimTable.content(row));
    }

    private JdbcClient reader() {
        return database.inTransaction() ? database.write() : database.read();
    }
}
