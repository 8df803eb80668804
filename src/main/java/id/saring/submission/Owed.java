package id.saring.submission;

import id.saring.core.ClaimId;
import id.saring.core.Pseudonym;
import id.saring.db.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What has still to be told: answers to cases, versions ordered to be told, changes of verdicts. It is worked off in
 * steps, each a transaction of its own; a step done again finds nothing left to do.
 */
public final class Owed {
    /** A case whose claim is published and not yet told to all who wait. */
    public record Answer(CaseId found, ClaimId claim) {}

    /** A version of a claim ordered to be told to all who were shown an earlier one. */
    public record Order(ClaimId claim, long version, Instant at) {}

    private final Database database;

    public Owed(Database database) {
        this.database = database;
    }

    /** A case that owes its answer. */
    public Optional<Answer> nextAnswer() {
        return database.read()
                .sql("""
                        SELECT c.id, c.claim_id FROM tip_case c JOIN claim k ON k.id = c.claim_id
                        WHERE c.owes = 1 AND c.state IN ('OPEN', 'ANSWERED') AND k.state = 'PUBLISHED' ORDER BY c.id LIMIT 1""")
                .query((row, number) -> new Answer(new CaseId(row.getLong("id")), new ClaimId(row.getLong("claim_id"))))
                .optional();
    }

    /**
     * Takes up to {@code limit} chats that wait to hear of the case; they count as told when the transaction commits.
     */
    public List<Pseudonym> take(CaseId of, int limit, Instant at) {
        List<String> chats = database.write()
                .sql("SELECT DISTINCT chat FROM submission WHERE case_id = ? AND told_at IS NULL ORDER BY chat LIMIT ?")
                .params(of.value(), limit)
                .query(String.class)
                .list();
        if (chats.isEmpty()) {
            return List.of();
        }
        // Before the rows, in the order of whoever dismisses a case or merges it.
        WordingIndex.lock(database);
        return database.write()
                .sql("""
                        UPDATE submission SET told_at = :at WHERE case_id = :case AND told_at IS NULL AND chat IN (:chats)
                        RETURNING chat""")
                .param("at", at.toEpochMilli())
                .param("case", of.value())
                .param("chats", chats)
                .query(String.class)
                .list()
                .stream()
                .distinct()
                .map(Pseudonym::new)
                .toList();
    }

    /** The case is answered; nobody is left to be told. */
    public void answered(CaseId id, Instant at) {
        // Nobody gathers meanwhile, or a message just put into the case would never be answered.
        WordingIndex.lock(database);
        database.write()
                .sql("""
                        UPDATE tip_case SET state = 'ANSWERED', closed_at = coalesce(closed_at, ?), owes =
                            CASE WHEN EXISTS (SELECT 1 FROM submission s WHERE s.case_id = tip_case.id AND s.told_at IS NULL)
                                 THEN 1 ELSE 0 END
                        WHERE id = ? AND state IN ('OPEN', 'ANSWERED')""")
                .params(at.toEpochMilli(), id.value())
                .update();
    }

    /** Has everyone who was shown an earlier version told of this one; joins the caller's transaction. */
    public void order(ClaimId claim, long version, Instant at) {
        database.write()
                .sql("""
                        INSERT INTO notice_order (claim_id, version, at) VALUES (?, ?, ?)
                        ON CONFLICT (claim_id) DO UPDATE SET version = excluded.version, at = excluded.at
                        WHERE notice_order.version < excluded.version""")
                .params(claim.value(), version, at.toEpochMilli())
                .update();
    }

    /** How many reachable chats have not been told yet of the version ordered to be told. */
    public long ordered(ClaimId claim) {
        return database.read()
                .sql("""
                        SELECT count(*) FROM notice_order o JOIN telling t ON t.claim_id = o.claim_id AND t.version < o.version
                        JOIN contact k ON k.chat = t.chat AND k.notices = 1 AND k.address IS NOT NULL
                        WHERE o.claim_id = ?""")
                .param(claim.value())
                .query(Long.class)
                .single();
    }

    public List<Order> orders() {
        return database.read()
                .sql("SELECT claim_id, version, at FROM notice_order ORDER BY at, claim_id")
                .query((row, number) -> new Order(
                        new ClaimId(row.getLong("claim_id")), row.getLong("version"),
                        Instant.ofEpochMilli(row.getLong("at"))))
                .list();
    }

    public void fulfilled(Order order) {
        database.write()
                .sql("DELETE FROM notice_order WHERE claim_id = ? AND version = ?")
                .params(order.claim().value(), order.version())
                .update();
    }

    /** Up to which change of the claims everyone has been told. */
    public long mark() {
        return database.read().sql("SELECT change_seq FROM notice_mark").query(Long.class).single();
    }

    /** Everyone has been told of all changes that were saved before {@code time}. */
    public void markUpTo(Instant time) {
        database.write()
                .sql("""
                        UPDATE notice_mark SET change_seq = coalesce((
                            SELECT min(change_seq) - 1 FROM claim WHERE change_seq > notice_mark.change_seq AND updated_at >= ?),
                            (SELECT max(change_seq) FROM claim), change_seq)""")
                .param(time.toEpochMilli())
                .update();
    }
}
