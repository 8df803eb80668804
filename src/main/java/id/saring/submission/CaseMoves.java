package id.saring.submission;

import id.saring.core.Pseudonym;
import id.saring.db.Database;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Moves wordings between cases and erases them; nobody gathers meanwhile. */
final class CaseMoves {
    private final Database database;
    private final CaseTable table;
    private final WordingIndex index;

    CaseMoves(Database database, CaseTable table, WordingIndex index) {
        this.database = database;
        this.table = table;
        this.index = index;
    }

    void merge(CaseId from, CaseId into, Instant at) {
        database.transact(() -> {
            index.lock();
            requireOpen(into);
            if (from.equals(into)
                    || sql("""
                            UPDATE tip_case SET state = 'MERGED', merged_into = ?, closed_at = ?, owes = 0
                            WHERE id = ? AND state = 'OPEN'""")
                                    .params(into.value(), at.toEpochMilli(), from.value())
                                    .update()
                            == 0) {
                throw new ClosedCaseException(from);
            }
            for (long variant : variants(from)) {
                move(variant, into);
                sql("UPDATE case_variant SET came_from = ? WHERE id = ? AND came_from IS NULL")
                        .params(from.value(), variant)
                        .update();
            }
            handOver(from, into);
            table.copyRefusals(from, into);
            table.recount(into);
        });
    }

    /**
     * The claim the one case waits for is from now on waited for by the other, unless that has its own. That it was
     * handed over stands in {@code owes}, which means nothing else of a merged case.
     */
    private void handOver(CaseId from, CaseId into) {
        int given = sql("""
                UPDATE tip_case SET claim_id = (SELECT f.claim_id FROM tip_case f WHERE f.id = :from), owes = 1
                WHERE id = :into AND claim_id IS NULL AND EXISTS (
                    SELECT 1 FROM tip_case f WHERE f.id = :from AND f.claim_id IS NOT NULL AND NOT EXISTS (
                        SELECT 1 FROM case_refusal r WHERE r.case_id = :into AND r.claim_id = f.claim_id))""")
                .param("from", from.value())
                .param("into", into.value())
                .update();
        sql("UPDATE tip_case SET owes = ? WHERE id = ?").params(given, from.value()).update();
    }

    private void takeBack(CaseId from, CaseId into) {
        sql("""
                UPDATE tip_case SET claim_id = NULL, owes = 0 WHERE id = :into AND state = 'OPEN'
                AND claim_id = (SELECT f.claim_id FROM tip_case f WHERE f.id = :from AND f.owes = 1)""")
                .param("from", from.value())
                .param("into", into.value())
                .update();
    }

    void unmerge(CaseId from) {
        database.transact(() -> {
            index.lock();
            Optional<Long> into = sql("SELECT merged_into FROM tip_case WHERE id = ? AND state = 'MERGED'")
                    .param(from.value())
                    .query(Long.class)
                    .optional();
            List<Long> variants = sql("SELECT id FROM case_variant WHERE came_from = ?")
                    .param(from.value())
                    .query(Long.class)
                    .list();
            if (into.isEmpty() || variants.isEmpty()) {
                throw new ClosedCaseException(from);
            }
            takeBack(from, new CaseId(into.get()));
            // A case it was merged into may have been merged itself since.
            List<Long> left = sql("SELECT DISTINCT case_id FROM case_variant WHERE came_from = ?")
                    .param(from.value())
                    .query(Long.class)
                    .list();
            sql("""
                    UPDATE tip_case SET state = 'OPEN', merged_into = NULL, closed_at = NULL,
                        owes = CASE WHEN claim_id IS NULL THEN 0 ELSE 1 END
                    WHERE id = ?""")
                    .param(from.value())
                    .update();
            for (long variant : variants) {
                move(variant, from);
                sql("UPDATE case_variant SET came_from = NULL WHERE id = ?").param(variant).update();
            }
            table.recount(from);
            left.forEach(id -> table.recount(new CaseId(id)));
        });
    }

    CaseId split(CaseId from, Collection<Long> chosen) {
        return database.transact(() -> {
            index.lock();
            requireOpen(from);
            List<Long> variants = variants(from);
            Set<Long> moved = new LinkedHashSet<>(chosen);
            if (moved.isEmpty() || !variants.containsAll(moved) || moved.size() == variants.size()) {
                throw new IllegalArgumentException("Some but not all wordings of the case must be chosen");
            }
            Case old = table.select("WHERE c.id = :id").param("id", from.value()).query(CaseTable::read).single();
            CaseId made = table.open(old.language(), old.demand().firstAt());
            for (long variant : moved) {
                move(variant, made);
                sql("UPDATE case_variant SET came_from = NULL WHERE id = ?").param(variant).update();
            }
            table.copyRefusals(from, made);
            table.recount(made);
            table.recount(from);
            return made;
        });
    }

    void move(Pseudonym from, Pseudonym to) {
        database.transact(() -> {
            index.lock();
            List<Long> cases = sql("SELECT DISTINCT case_id FROM submission WHERE asker = ?")
                    .param(from.value())
                    .query(Long.class)
                    .list();
            sql("UPDATE submission SET asker = ?, chat = CASE WHEN chat = ? THEN ? ELSE chat END WHERE asker = ?")
                    .params(to.value(), from.value(), to.value(), from.value())
                    .update();
            // They may have sent the same under both.
            cases.forEach(id -> table.recount(new CaseId(id)));
        });
    }

    int eraseBefore(Instant time, int limit) {
        return database.transact(() -> {
            index.lock();
            List<Long> old = sql("""
                    SELECT id FROM tip_case WHERE (closed_at IS NOT NULL AND closed_at < ?)
                    OR (state = 'OPEN' AND last_at < ?) ORDER BY id LIMIT ?""")
                    .params(time.toEpochMilli(), time.toEpochMilli(), limit)
                    .query(Long.class)
                    .list();
            for (long id : old) {
                variants(new CaseId(id)).forEach(this::erase);
                table.delete(new CaseId(id));
            }
            return old.size();
        });
    }

    private void erase(long variant) {
        index.remove(variant);
        sql("DELETE FROM case_variant WHERE id = ?").param(variant).update();
    }

    /** Moves a wording; where the other case has it already, only its messages. */
    private void move(long variant, CaseId into) {
        Optional<Long> same = sql("""
                SELECT o.id FROM case_variant o JOIN case_variant v ON v.text_key = o.text_key
                WHERE v.id = ? AND o.case_id = ? AND o.id <> v.id""")
                .params(variant, into.value())
                .query(Long.class)
                .optional();
        if (same.isPresent()) {
            keepSpelling(variant, same.get());
        }
        sql("UPDATE submission SET case_id = ?, variant_id = ? WHERE variant_id = ?")
                .params(into.value(), same.orElse(variant), variant)
                .update();
        if (same.isPresent()) {
            erase(variant);
        } else {
            sql("UPDATE case_variant SET case_id = ? WHERE id = ?").params(into.value(), variant).update();
        }
    }

    /** Messages that are to be counted with another spelling keep their own beside it. */
    private void keepSpelling(long variant, long other) {
        sql("""
                UPDATE submission SET wording = nullif(
                    coalesce(wording, (SELECT text FROM case_variant v WHERE v.id = variant_id)),
                    (SELECT text FROM case_variant o WHERE o.id = ?)) WHERE variant_id = ?""")
                .params(other, variant)
                .update();
    }

    private void requireOpen(CaseId id) {
        if (count("SELECT count(*) FROM tip_case WHERE id = ? AND state = 'OPEN'", id.value()) == 0) {
            throw new ClosedCaseException(id);
        }
    }

    private List<Long> variants(CaseId of) {
        return sql("SELECT id FROM case_variant WHERE case_id = ? ORDER BY id").param(of.value())
                .query(Long.class).list();
    }

    private long count(String query, long value) {
        return sql(query).param(value).query(Long.class).single();
    }

    private JdbcClient.StatementSpec sql(String sql) {
        return database.write().sql(sql);
    }
}
