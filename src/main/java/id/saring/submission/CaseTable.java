package id.saring.submission;

import id.saring.core.Channel;
import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.core.Pseudonym;
import id.saring.core.QuestionKey;
import id.saring.db.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of cases, their wordings and the messages in them; within the caller's transaction. */
final class CaseTable {
    /** Of a case {@code c}: its row, its commonest wording and its latest demand, for two times in milliseconds. */
    static final String COLUMNS =
            """
            c.*, (SELECT v.text FROM case_variant v WHERE v.case_id = c.id ORDER BY v.messages DESC, v.id LIMIT 1) AS text,
            (SELECT count(*) FROM submission s WHERE s.case_id = c.id AND s.at >= :day) AS last_day,
            (SELECT count(*) FROM submission s WHERE s.case_id = c.id AND s.at >= :before AND s.at < :day) AS day_before""";

    private static final Duration DAY = Duration.ofDays(1);

    /** A wording and the case it stands in. */
    record Place(CaseId found, long id) {}

    private final Database database;
    private final Clock clock;

    CaseTable(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    JdbcClient.StatementSpec select(String conditions) {
        long now = clock.millis();
        return reader().sql("SELECT " + COLUMNS + " FROM tip_case c " + conditions)
                .param("day", now - DAY.toMillis())
                .param("before", now - 2 * DAY.toMillis());
    }

    Optional<Case> find(CaseId id) {
        return select("WHERE c.id = :id").param("id", id.value()).query(CaseTable::read).optional();
    }

    CaseId open(Language language, Instant at) {
        return new CaseId(sql("""
                INSERT INTO tip_case (state, language, owes, askers, messages, forwarded, often, first_at, last_at)
                VALUES ('OPEN', ?, 0, 0, 0, 0, 0, ?, ?) RETURNING id""")
                .params(language.name(), at.toEpochMilli(), at.toEpochMilli())
                .query(Long.class)
                .single());
    }

    long addVariant(CaseId into, Question question, String key) {
        return sql("""
                INSERT INTO case_variant (case_id, text, text_key, language, messages, first_at, last_at)
                VALUES (?, ?, ?, ?, 0, ?, ?) RETURNING id""")
                .param(into.value())
                .param(storable(question.text()))
                .param(key)
                .param(question.language().name())
                .param(question.at().toEpochMilli())
                .param(question.at().toEpochMilli())
                .query(Long.class)
                .single();
    }

    /** The wording with this key in a case that is open, or was dismissed after {@code since}; an open one first. */
    Optional<Place> variantOf(String key, long since) {
        return sql("""
                SELECT v.case_id, v.id FROM case_variant v JOIN tip_case c ON c.id = v.case_id
                WHERE v.text_key = ? AND (c.state = 'OPEN' OR (c.state = 'DISMISSED' AND c.closed_at >= ?))
                ORDER BY CASE WHEN c.state = 'OPEN' THEN 0 ELSE 1 END, c.id LIMIT 1""")
                .params(key, since)
                .query((row, number) -> new Place(new CaseId(row.getLong("case_id")), row.getLong("id")))
                .optional();
    }

    Optional<CaseId> caseOf(QuestionKey key) {
        return reader().sql("SELECT case_id FROM submission WHERE message_key = ?")
                .param(key.value())
                .query((row, number) -> new CaseId(row.getLong("case_id")))
                .optional();
    }

    long countVariants(CaseId of) {
        return sql("SELECT count(*) FROM case_variant WHERE case_id = ?").param(of.value()).query(Long.class).single();
    }

    void addSubmission(Question question, CaseId into, long variant) {
        Pseudonym asker = question.from().asker();
        long first = sql("SELECT count(*) FROM submission WHERE case_id = ? AND asker = ?")
                        .params(into.value(), asker.value())
                        .query(Long.class)
                        .single()
                == 0
                ? 1
                : 0;
        long at = question.at().toEpochMilli();
        sql("""
                INSERT INTO submission (message_key, case_id, variant_id, channel, chat, asker, language, forwarding, at,
                    wording, dismissal)
                SELECT ?, c.id, v.id, ?, ?, ?, ?, ?, ?, nullif(CAST(? AS TEXT), v.text), c.tells
                FROM case_variant v JOIN tip_case c ON c.id = v.case_id WHERE v.id = ?""")
                .param(question.key().value())
                .param(question.from().channel().name())
                .param(question.from().chat().value())
                .param(asker.value())
                .param(question.language().name())
                .param(question.forwarding())
                .param(at)
                .param(storable(question.text()))
                .param(variant)
                .update();
        int forwarded = question.forwarding().equals("NONE") ? 0 : 1;
        int often = question.forwarding().equals("FREQUENTLY_FORWARDED") ? 1 : 0;
        sql("""
                UPDATE tip_case SET askers = askers + ?, messages = messages + 1, forwarded = forwarded + ?,
                    often = often + ?, first_at = CASE WHEN first_at < ? THEN first_at ELSE ? END,
                    last_at = CASE WHEN last_at > ? THEN last_at ELSE ? END
                WHERE id = ?""")
                .params(first, forwarded, often, at, at, at, at, into.value())
                .update();
        sql("""
                UPDATE case_variant SET messages = messages + 1, last_at = CASE WHEN last_at > ? THEN last_at ELSE ? END
                WHERE id = ?""")
                .params(at, at, variant)
                .update();
    }

    /** What somebody said that does not answer the one does not answer the other, whose messages are now in it. */
    void copyRefusals(CaseId from, CaseId to) {
        sql("""
                INSERT INTO case_refusal (case_id, claim_id) SELECT ?, claim_id FROM case_refusal WHERE case_id = ?
                ON CONFLICT (case_id, claim_id) DO NOTHING""")
                .params(to.value(), from.value())
                .update();
    }

    /**
     * Counts everything again, after messages have come or gone; a case without any is deleted. Says whether it is
     * left.
     */
    boolean recount(CaseId id) {
        sql("""
                UPDATE case_variant SET messages = (SELECT count(*) FROM submission s WHERE s.variant_id = case_variant.id)
                WHERE case_id = ?""")
                .param(id.value())
                .update();
        if (countVariants(id) == 0) {
            delete(id);
            return false;
        }
        sql("""
                UPDATE tip_case SET
                    askers = (SELECT count(DISTINCT asker) FROM submission s WHERE s.case_id = tip_case.id),
                    messages = (SELECT count(*) FROM submission s WHERE s.case_id = tip_case.id),
                    forwarded = (SELECT count(*) FROM submission s WHERE s.case_id = tip_case.id AND s.forwarding <> 'NONE'),
                    often = (SELECT count(*) FROM submission s
                             WHERE s.case_id = tip_case.id AND s.forwarding = 'FREQUENTLY_FORWARDED'),
                    first_at = coalesce((SELECT min(at) FROM submission s WHERE s.case_id = tip_case.id), first_at),
                    last_at = coalesce((SELECT max(at) FROM submission s WHERE s.case_id = tip_case.id), last_at)
                WHERE id = ?""")
                .param(id.value())
                .update();
        return true;
    }

    void delete(CaseId id) {
        for (String table : List.of("submission", "case_note", "case_variant", "case_refusal")) {
            sql("DELETE FROM " + table + " WHERE case_id = ?").param(id.value()).update();
        }
        sql("DELETE FROM tip_case WHERE id = ? OR merged_into = ?").params(id.value(), id.value()).update();
    }

    /** PostgreSQL knows no NUL in texts. */
    static String storable(String text) {
        return text.replace("\0", "");
    }

    static Case read(ResultSet row, int number) throws SQLException {
        Case.Demand demand = new Case.Demand(
                row.getLong("askers"),
                row.getLong("messages"),
                row.getLong("forwarded"),
                row.getLong("often"),
                Instant.ofEpochMilli(row.getLong("first_at")),
                Instant.ofEpochMilli(row.getLong("last_at")),
                row.getLong("last_day"),
                row.getLong("day_before"));
        String text = row.getString("text");
        return new Case(
                new CaseId(row.getLong("id")),
                CaseState.valueOf(row.getString("state")),
                Language.valueOf(row.getString("language")),
                text == null ? "" : text,
                claim(row, "claim_id"),
                caseId(row, "merged_into"),
                row.getString("reason"),
                row.getLong("tells") == 1,
                row.getString("assignee"),
                demand);
    }

    /** Of a message joined with the state of its case and whether news is held for its chat. */
    static Sending readSending(ResultSet row, int number) throws SQLException {
        // Who was told of a dismissal has yet to hear the answer once the case is open again.
        boolean dismissed = row.getString("state").equals(CaseState.DISMISSED.name());
        boolean held = row.getBoolean("held") || dismissed && row.getLong("dismissal") == Dismissals.HELD;
        boolean told = row.getLong("told_at") > 0 || dismissed && row.getLong("dismissal") == Dismissals.TOLD;
        return new Sending(
                new Pseudonym(row.getString("asker")),
                Channel.valueOf(row.getString("channel")),
                row.getString("forwarding"),
                Instant.ofEpochMilli(row.getLong("at")),
                told && !held,
                held);
    }

    static CaseNote readNote(ResultSet row, int number) throws SQLException {
        return new CaseNote(
                row.getString("author"), row.getString("text"), Instant.ofEpochMilli(row.getLong("at")));
    }

    static Variant readVariant(ResultSet row, int number) throws SQLException {
        return new Variant(
                row.getLong("id"),
                row.getString("text"),
                Language.valueOf(row.getString("language")),
                row.getLong("messages"),
                Instant.ofEpochMilli(row.getLong("first_at")),
                Instant.ofEpochMilli(row.getLong("last_at")),
                claim(row, "learned_by"),
                caseId(row, "came_from"));
    }

    private static @Nullable ClaimId claim(ResultSet row, String column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? null : new ClaimId(id);
    }

    private static @Nullable CaseId caseId(ResultSet row, String column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? null : new CaseId(id);
    }

    private JdbcClient.StatementSpec sql(String sql) {
        return database.write().sql(sql);
    }

    /** Inside a transaction its own writes must be seen. */
    JdbcClient reader() {
        return database.current();
    }
}
