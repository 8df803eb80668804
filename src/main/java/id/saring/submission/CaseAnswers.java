package id.saring.submission;

import id.saring.core.ClaimId;
import id.saring.db.Database;
import java.util.Collection;
import java.util.List;

/**
 * Which claim answers a case, will as soon as it is published, or does not by somebody's word. Every act joins the
 * caller's transaction, and refuses with {@link ClosedCaseException} if the case is not open.
 */
public final class CaseAnswers {
    private final Database database;
    private final CaseTable table;

    CaseAnswers(Database database, CaseTable table) {
        this.database = database;
        this.table = table;
    }

    /**
     * Has open cases answered by a claim as soon as it is published, which it may be already; all who wait are told
     * then.
     */
    public void link(Collection<CaseId> cases, ClaimId claim) {
        for (CaseId id : cases) {
            Cases.require(id, database.write()
                    .sql("UPDATE tip_case SET claim_id = ?, owes = 1 WHERE id = ? AND state = 'OPEN'")
                    .params(claim.value(), id.value())
                    .update());
            database.write()
                    .sql("DELETE FROM case_refusal WHERE case_id = ? AND claim_id = ?")
                    .params(id.value(), claim.value())
                    .update();
        }
    }

    /** As {@link #link}, unless the case has come into other hands, or somebody said that it is not answered by it. */
    boolean linkIfFree(CaseId id, ClaimId claim) {
        return database.write()
                        .sql("""
                                UPDATE tip_case SET claim_id = ?, owes = 1
                                WHERE id = ? AND state = 'OPEN' AND claim_id IS NULL AND NOT EXISTS
                                    (SELECT 1 FROM case_refusal r WHERE r.case_id = tip_case.id AND r.claim_id = ?)""")
                        .params(claim.value(), id.value(), claim.value())
                        .update()
                == 1;
    }

    /** Whether any open case is not to be answered by any claim yet. */
    public boolean anyUnanswered() {
        return database.read()
                .sql("SELECT EXISTS (SELECT 1 FROM tip_case WHERE state = 'OPEN' AND claim_id IS NULL) AS any_open")
                .query((row, number) -> row.getBoolean("any_open"))
                .single();
    }

    /** The claim does not answer the case, whatever the matcher says; to be heeded until somebody links the two. */
    public void refuse(CaseId id, ClaimId claim) {
        database.write()
                .sql("INSERT INTO case_refusal (case_id, claim_id) VALUES (?, ?) ON CONFLICT (case_id, claim_id) DO NOTHING")
                .params(id.value(), claim.value())
                .update();
    }

    /** Whether somebody said that the claim does not answer the case. */
    public boolean refused(CaseId id, ClaimId claim) {
        return table.reader()
                .sql("SELECT count(*) FROM case_refusal WHERE case_id = ? AND claim_id = ?")
                .params(id.value(), claim.value())
                .query(Long.class)
                .single() > 0;
    }

    /** Takes back that an open case is to be answered by a claim that is not published yet. */
    public void unlink(CaseId id) {
        table.find(id).map(Case::claim).ifPresent(claim -> refuse(id, claim));
        Cases.require(id, database.write()
                .sql("UPDATE tip_case SET claim_id = NULL, owes = 0 WHERE id = ? AND state = 'OPEN'")
                .param(id.value())
                .update());
    }

    /** The cases that a claim answers, or will. */
    public List<Case> of(ClaimId claim) {
        return table.select("WHERE c.claim_id = :claim AND c.state <> 'MERGED' ORDER BY c.id")
                .param("claim", claim.value())
                .query(CaseTable::read)
                .list();
    }

    /** Notes that the claim took these wordings in. */
    public void learned(Collection<Variant> variants, ClaimId claim) {
        for (Variant variant : variants) {
            database.write()
                    .sql("UPDATE case_variant SET learned_by = ? WHERE id = ?")
                    .params(claim.value(), variant.id())
                    .update();
        }
    }
}
