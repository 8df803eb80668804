package id.saring.submission;

import id.saring.core.ClaimId;
import id.saring.core.Pseudonym;
import id.saring.core.Verdict;
import id.saring.db.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which chat has been told of which version of a claim, and what is held for those who cannot be written to until they
 * write again.
 */
public final class Notices {
    private static final int SENT = 0;
    private static final int HELD = 1;
    private static final int TO_SEND = 2;

    private final Database database;

    public Notices(Database database) {
        this.database = database;
    }

    /**
     * Notes that the chat is told of a version of a claim; false if it has been already. A chat that cannot be written
     * to is to be told when it writes again, once, of what holds then, however much changes until then.
     */
    public boolean note(Notice notice, boolean reachable, Instant at) {
        keepOne(notice.claim(), notice.chat());
        int held = database.write()
                .sql("""
                        UPDATE notice SET version = ?, at = ?, held = ?
                        WHERE claim_id = ? AND chat = ? AND held > 0 AND version < ? AND NOT EXISTS
                            (SELECT 1 FROM notice n WHERE n.claim_id = ? AND n.chat = ? AND n.version = ?)""")
                .params(notice.version(), at.toEpochMilli(), reachable ? TO_SEND : HELD)
                .params(notice.claim().value(), notice.chat().value(), notice.version())
                .params(notice.claim().value(), notice.chat().value(), notice.version())
                .update();
        return held == 0
                && database.write()
                                .sql("""
                                        INSERT INTO notice (claim_id, version, chat, kind, at, held, before_verdict)
                                        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (claim_id, version, chat) DO NOTHING""")
                                .param(notice.claim().value())
                                .param(notice.version())
                                .param(notice.chat().value())
                                .param(notice.kind().name())
                                .param(at.toEpochMilli())
                                .param(reachable ? SENT : HELD)
                                .param(notice.before() == null ? null : notice.before().name())
                                .update()
                        == 1;
    }

    /** The chat cannot be written to after all: what it was to be told of this version of the claim is not told. */
    public void undelivered(ClaimId claim, long version, Pseudonym chat) {
        database.transact(() -> {
            database.write()
                    .sql("UPDATE notice SET held = ? WHERE claim_id = ? AND version = ? AND chat = ? AND held = ?")
                    .params(HELD, claim.value(), version, chat.value(), SENT)
                    .update();
            keepOne(claim, chat);
        });
    }

    /**
     * Several changes may have been sent before it turns out that none arrived. They are owed as one: of what holds by
     * the newest, compared to what the chat was shown before the oldest.
     */
    private void keepOne(ClaimId claim, Pseudonym chat) {
        record Held(long version, String kind, @Nullable String before, int held) {}
        List<Held> all = database.write()
                .sql("""
                        SELECT version, kind, before_verdict, held FROM notice
                        WHERE claim_id = ? AND chat = ? AND held > 0 ORDER BY version""")
                .params(claim.value(), chat.value())
                .query((row, number) -> new Held(
                        row.getLong("version"), row.getString("kind"), row.getString("before_verdict"),
                        row.getInt("held")))
                .list();
        if (all.size() < 2) {
            return;
        }
        long newest = all.getLast().version();
        database.write()
                .sql("DELETE FROM notice WHERE claim_id = ? AND chat = ? AND held > 0 AND version < ?")
                .params(claim.value(), chat.value(), newest)
                .update();
        database.write()
                .sql("UPDATE notice SET kind = ?, before_verdict = ?, held = ? WHERE claim_id = ? AND chat = ? AND version = ?")
                .param(all.getFirst().kind())
                .param(all.getFirst().before())
                .param(all.stream().mapToInt(Held::held).max().orElse(HELD))
                .param(claim.value())
                .param(chat.value())
                .param(newest)
                .update();
    }

    /** The chat can be written to again, so it can be told what it is still owed. Joins the caller's transaction. */
    public void heard(Pseudonym chat) {
        // Asked first: hardly anybody is owed anything, and SQLite makes a table of its own for each such update.
        boolean owed = database.write()
                        .sql("SELECT count(*) FROM notice WHERE chat = ? AND held = ?")
                        .params(chat.value(), HELD)
                        .query(Long.class)
                        .single()
                > 0;
        if (owed) {
            database.write()
                    .sql("UPDATE notice SET held = ? WHERE chat = ? AND held = ?")
                    .params(TO_SEND, chat.value(), HELD)
                    .update();
            database.write()
                    .sql("SELECT claim_id FROM notice WHERE chat = ? AND held = ? GROUP BY claim_id HAVING count(*) > 1")
                    .params(chat.value(), TO_SEND)
                    .query(Long.class)
                    .list()
                    .forEach(claim -> keepOne(new ClaimId(claim), chat));
        }
    }

    /** Chats with keys above {@code after} that are to be told something when they write again, by their keys. */
    public List<Pseudonym> held(String after, int limit) {
        return database.read()
                .sql("SELECT DISTINCT chat FROM notice WHERE held > 0 AND held < ? AND chat > ? ORDER BY chat LIMIT ?")
                .params(TO_SEND, after, limit)
                .query(String.class)
                .list()
                .stream()
                .map(Pseudonym::new)
                .toList();
    }

    /** What is owed to chats that can be written to again. */
    public List<Notice> due(int limit) {
        return database.read()
                .sql("SELECT * FROM notice WHERE held = 2 ORDER BY at LIMIT ?")
                .param(limit)
                .query(Notices::notice)
                .list();
    }

    /**
     * Takes a notice that is due; it counts as told when the transaction commits.
     *
     * @return how often it has been taken, this time included; empty if somebody else has it, or the chat was shown the
     *         claim since, so that there is nothing to tell
     */
    public Optional<Long> release(Notice notice, Instant at) {
        boolean shown = database.write()
                .sql("""
                        SELECT count(*) FROM telling t JOIN notice n ON n.claim_id = t.claim_id AND n.chat = t.chat
                        WHERE n.claim_id = ? AND n.version = ? AND n.chat = ? AND t.at > n.at""")
                .params(notice.claim().value(), notice.version(), notice.chat().value())
                .query(Long.class)
                .single() > 0;
        return database.write()
                .sql("""
                        UPDATE notice SET held = 0, at = ?, releases = releases + 1
                        WHERE claim_id = ? AND version = ? AND chat = ? AND held = 2 RETURNING releases""")
                .params(at.toEpochMilli(), notice.claim().value(), notice.version(), notice.chat().value())
                .query(Long.class)
                .optional()
                .filter(times -> !shown);
    }

    /**
     * How far the telling of a claim has come: of the latest version anybody was told of.
     *
     * @param version 0 if nobody was told of any
     * @param told    chats told of that version
     * @param held    chats that cannot be written to until they write again, and are told then
     */
    public record Come(long version, long told, long held) {}

    public Come come(ClaimId claim) {
        long version = database.read()
                .sql("SELECT coalesce(max(version), 0) FROM notice WHERE claim_id = ?")
                .param(claim.value())
                .query(Long.class)
                .single();
        return database.read()
                .sql("""
                        SELECT coalesce(sum(CASE WHEN held = 0 AND version = ? THEN 1 ELSE 0 END), 0) AS told,
                            coalesce(sum(CASE WHEN held > 0 THEN 1 ELSE 0 END), 0) AS held
                        FROM notice WHERE claim_id = ?""")
                .params(version, claim.value())
                .query((row, number) -> new Come(version, row.getLong("told"), row.getLong("held")))
                .single();
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        String before = row.getString("before_verdict");
        return new Notice(
                new ClaimId(row.getLong("claim_id")),
                row.getLong("version"),
                new Pseudonym(row.getString("chat")),
                Notice.Kind.valueOf(row.getString("kind")),
                before == null ? null : Verdict.valueOf(before));
    }
}
