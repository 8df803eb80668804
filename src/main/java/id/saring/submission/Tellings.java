package id.saring.submission;

import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.core.Pseudonym;
import id.saring.core.Verdict;
import id.saring.db.Database;
import id.saring.db.KeyChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who was shown which verdict, to be told when it changes. Writing joins the caller's transaction. */
public final class Tellings {
    /** Of a claim {@code c} and a telling {@code t}: whether what was shown no longer stands. */
    private static final String STALE = "c.state = 'PUBLISHED' AND (t.verdict IS NULL OR t.verdict <> c.verdict)";

    private static final String REACHABLE = "k.notices = 1 AND k.address IS NOT NULL";

    private final Database database;

    public Tellings(Database database) {
        this.database = database;
    }

    /** The chat was shown this; what it was shown before counts no more. */
    public void add(Telling telling, Instant at) {
        Verdict verdict = telling.verdict();
        database.write()
                .sql("""
                        INSERT INTO telling (claim_id, chat, version, verdict, language, at) VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (claim_id, chat) DO UPDATE SET version = excluded.version,
                            verdict = excluded.verdict, language = excluded.language, at = excluded.at""")
                .param(telling.claim().value())
                .param(telling.chat().value())
                .param(telling.version())
                .param(verdict == null ? null : verdict.name())
                .param(telling.language().name())
                .param(at.toEpochMilli())
                .update();
    }

    /**
     * Puts what is told now in the place of what was shown before.
     *
     * @return false if that is not what the chat was shown last, so that there is nothing to tell
     */
    public boolean replace(Telling before, long version, @Nullable Verdict verdict, Instant at) {
        return database.write()
                        .sql("""
                                UPDATE telling SET version = ?, verdict = ?, at = ?
                                WHERE claim_id = ? AND chat = ? AND version = ?""")
                        .param(version)
                        .param(verdict == null ? null : verdict.name())
                        .param(at.toEpochMilli())
                        .param(before.claim().value())
                        .param(before.chat().value())
                        .param(before.version())
                        .update()
                == 1;
    }

    /** How many reachable chats were shown another verdict on the claim than this. */
    public long countOtherThan(ClaimId claim, Verdict verdict) {
        return database.read()
                .sql("SELECT count(*) FROM telling t JOIN contact k ON k.chat = t.chat WHERE t.claim_id = ? AND "
                        + REACHABLE
                        + " AND (t.verdict IS NULL OR t.verdict <> ?)")
                .params(claim.value(), verdict.name())
                .query(Long.class)
                .single();
    }

    /** How many reachable chats were shown the claim. */
    public long count(ClaimId claim) {
        return database.read()
                .sql("SELECT count(*) FROM telling t JOIN contact k ON k.chat = t.chat WHERE t.claim_id = ? AND t.verdict IS NOT NULL AND "
                        + REACHABLE)
                .param(claim.value())
                .query(Long.class)
                .single();
    }

    /** Tellings of one of the claims changed after {@code changeSeq} whose verdict has changed. */
    public List<Telling> stale(long changeSeq, int limit) {
        return database.read()
                .sql("SELECT t.* FROM claim c JOIN telling t ON t.claim_id = c.id WHERE c.change_seq > ? AND " + STALE
                        + " LIMIT ?")
                .params(changeSeq, limit)
                .query(Tellings::read)
                .list();
    }

    /** Tellings of versions of the claim before {@code version}. */
    public List<Telling> older(ClaimId claim, long version, int limit) {
        return database.read()
                .sql("SELECT t.* FROM telling t WHERE t.claim_id = ? AND t.version < ? LIMIT ?")
                .params(claim.value(), version, limit)
                .query(Tellings::read)
                .list();
    }

    public Optional<Telling> find(ClaimId claim, Pseudonym chat) {
        return database.read()
                .sql("SELECT * FROM telling WHERE claim_id = ? AND chat = ?")
                .params(claim.value(), chat.value())
                .query(Tellings::read)
                .optional();
    }

    /** The chat goes by another key; what it was shown under that is newer. */
    public void move(Pseudonym from, Pseudonym to) {
        KeyChange change = new KeyChange(database, from.value(), to.value());
        change.in("telling", "chat", "claim_id");
        change.in("notice", "chat", "claim_id", "version");
    }

    /** Erases which verdicts the chat was shown. */
    public void forget(Pseudonym chat) {
        for (String table : List.of("telling", "notice")) {
            database.write().sql("DELETE FROM " + table + " WHERE chat = ?").param(chat.value()).update();
        }
    }

    /** Forgets up to {@code limit} tellings and notices from before {@code time}; says how many. */
    public int eraseBefore(Instant time, int limit) {
        int tellings = database.write()
                .sql("""
                        DELETE FROM telling WHERE (claim_id, chat) IN
                            (SELECT claim_id, chat FROM telling WHERE at < ? ORDER BY at LIMIT ?)""")
                .params(time.toEpochMilli(), limit)
                .update();
        int notices = database.write()
                .sql("""
                        DELETE FROM notice WHERE (claim_id, version, chat) IN
                            (SELECT claim_id, version, chat FROM notice WHERE at < ? ORDER BY at LIMIT ?)""")
                .params(time.toEpochMilli(), limit)
                .update();
        return Math.max(tellings, notices);
    }

    private static Telling read(ResultSet row, int number) throws SQLException {
        String verdict = row.getString("verdict");
        return new Telling(
                new ClaimId(row.getLong("claim_id")),
                new Pseudonym(row.getString("chat")),
                row.getLong("version"),
                verdict == null ? null : Verdict.valueOf(verdict),
                Language.valueOf(row.getString("language")));
    }
}
