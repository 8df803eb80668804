package id.saring.claim;

import id.saring.core.ClaimId;
import id.saring.db.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What claims were before: every save of every claim, kept for good. {@link Claims} writes them as it saves. */
public final class Revisions {
    private static final int PAGE = 500;
    private static final String COLUMNS = String.join(", ", ClaimTable.CHANGEABLE);

    private final Database database;

    public Revisions(Database database) {
        this.database = database;
    }

    /** The latest revisions of a claim, newest first, below version {@code before}. */
    public List<Revision> of(ClaimId claim, long before, int limit) {
        return database.current().sql("""
                        SELECT * FROM claim_revision WHERE claim_id = ? AND version < ?
                        ORDER BY version DESC LIMIT ?""")
                .params(claim.value(), before, limit)
                .query(Revisions::read)
                .list();
    }

    /** What a claim was at a version; empty also if that was before revisions were kept. */
    public Optional<Revision> find(ClaimId claim, long version) {
        return database.current().sql("SELECT * FROM claim_revision WHERE claim_id = ? AND version = ?")
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

    /** Visits everything every claim was, claim by claim, the oldest first, without holding all of it in memory. */
    public void forEach(Consumer<Revision> visitor) {
        long claim = 0;
        long version = 0;
        List<Revision> page;
        do {
            page = database.current().sql("""
                            SELECT * FROM claim_revision WHERE (claim_id, version) > (?, ?)
                            ORDER BY claim_id, version LIMIT ?""")
                    .params(claim, version, PAGE)
                    .query(Revisions::read)
                    .list();
            page.forEach(visitor);
            claim = page.isEmpty() ? claim : page.getLast().claim().value();
            version = page.isEmpty() ? version : page.getLast().version();
        } while (page.size() == PAGE);
    }

    /** Everything a claim was, oldest first, seen from within the transaction under way. */
    static List<Revision> all(JdbcClient write, ClaimId claim) {
        return write.sql("SELECT * FROM claim_revision WHERE claim_id = ? ORDER BY version")
                .param(claim.value())
                .query(Revisions::read)
                .list();
    }

    /** Has a revision say something else than it said, because somebody's words had to go. */
    static void replace(JdbcClient write, Revision revision, ClaimContent content, @Nullable String reason) {
        if (content.equals(revision.content()) && Objects.equals(reason, revision.reason())) {
            return;
        }
        write.sql("""
                        UPDATE claim_revision SET text = :text, headline = :headline, summary = :summary,
                            phrasings = :phrasings, reason = :reason
                        WHERE claim_id = :claim AND version = :version""")
                .param("text", content.text())
                .param("headline", content.headline())
                .param("summary", content.summary())
                .param("phrasings", ClaimTable.json(content.phrasings()))
                .param("reason", reason)
                .param("claim", revision.claim().value())
                .param("version", revision.version())
                .update();
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
}
