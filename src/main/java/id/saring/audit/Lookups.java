package id.saring.audit;

import id.saring.core.ClaimId;
import id.saring.core.Door;
import id.saring.core.Language;
import id.saring.core.Pseudonym;
import id.saring.core.QuestionKey;
import id.saring.core.TraceId;
import id.saring.db.Database;
import id.saring.db.KeyChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Append-only record of every lookup, and what people made of the answers. Writing joins the caller's transaction. */
public final class Lookups {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Stands where no asker is known. */
    private static final String NOBODY = "";

    private static final int PAGE = 500;

    private static final String UNSEARCHED = Arrays.stream(Lookup.Unsearched.values())
            .map(one -> "'" + one.code() + "'")
            .collect(Collectors.joining(", "));

    private final Database database;

    public Lookups(Database database) {
        this.database = database;
    }

    public void add(Lookup lookup) {
        add(lookup, TraceId.of(lookup.asked().messageKey()));
    }

    /** @param trace of the request that brought the message, if it came by none of the channels */
    public void add(Lookup lookup, TraceId trace) {
        Pseudonym asker = lookup.asked().asker();
        Lookup.Answer answer = lookup.answer();
        database.write()
                .sql("""
                        INSERT INTO lookup (at, channel, asker, language, outcome, claim_id, claim_version, confidence,
                            candidates, latency_micros, cache_hit, forwarding, message_key, trace_id)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(lookup.at().toEpochMilli())
                .param(lookup.asked().door().name())
                .param(asker == null ? NOBODY : asker.value())
                .param(lookup.language().name())
                .param(lookup.outcome())
                .param(answer == null ? null : answer.claim().value())
                .param(answer == null ? null : answer.version())
                .param(answer == null ? null : answer.confidence())
                .param(JSON.writeValueAsString(
                        lookup.candidates().stream().mapToLong(ClaimId::value).toArray()))
                .param(lookup.latency().toNanos() / 1000)
                .param(lookup.cacheHit() ? 1 : 0)
                .param(lookup.asked().forwarding())
                .param(lookup.asked().messageKey())
                .param(trace.value())
                .update();
    }

    /** The person's latest lookup, leaving out messages that nothing was looked up for. */
    public Optional<Lookup> lastOf(Pseudonym asker) {
        return database.read()
                .sql("SELECT * FROM lookup WHERE asker = ? AND outcome NOT IN (" + UNSEARCHED
                        + ") ORDER BY at DESC, id DESC LIMIT 1")
                .param(asker.value())
                .query((row, number) -> lookup(row))
                .optional();
    }

    public long countSince(Instant since) {
        return database.read()
                .sql("SELECT count(*) FROM lookup WHERE at >= ?")
                .param(since.toEpochMilli())
                .query(Long.class)
                .single();
    }

    /**
     * The claims that most people were answered with since a moment, the most asked for first. All who are not known
     * count as one, so that no program can bring a claim to the top.
     */
    public List<ClaimId> mostAsked(Instant since, int limit) {
        return database.read()
                .sql("""
                        SELECT claim_id FROM lookup WHERE at >= ? AND claim_id IS NOT NULL
                        GROUP BY claim_id ORDER BY count(DISTINCT asker) DESC, claim_id DESC LIMIT ?""")
                .params(since.toEpochMilli(), limit)
                .query((row, number) -> new ClaimId(row.getLong("claim_id")))
                .list();
    }

    public long countSince(Pseudonym asker, Instant since) {
        return database.read()
                .sql("SELECT count(*) FROM lookup WHERE asker = ? AND at >= ?")
                .params(asker.value(), since.toEpochMilli())
                .query(Long.class)
                .single();
    }

    /** Notes what a person thinks of an answer; said again about the same version, the last word counts. */
    public void note(Feedback feedback) {
        database.write()
                .sql("""
                        INSERT INTO feedback (claim_id, claim_version, asker, helpful, at, message_key, counted)
                        VALUES (?, ?, ?, ?, ?, ?, 0)
                        ON CONFLICT (claim_id, claim_version, asker) DO UPDATE SET
                            helpful = excluded.helpful, at = excluded.at, message_key = excluded.message_key, counted = 0""")
                .param(feedback.claim().value())
                .param(feedback.version())
                .param(feedback.asker().value())
                .param(feedback.helpful() ? 1 : 0)
                .param(feedback.at().toEpochMilli())
                .param(feedback.question() == null ? null : feedback.question().value())
                .update();
    }

    /** What the asker of a lookup said of the version of the claim it was answered with, if anything. */
    public Optional<Feedback> feedbackOn(Lookup lookup) {
        Lookup.Answer answer = lookup.answer();
        Pseudonym asker = lookup.asked().asker();
        if (answer == null || asker == null) {
            return Optional.empty();
        }
        return database.read()
                .sql("SELECT helpful, at FROM feedback WHERE claim_id = ? AND claim_version = ? AND asker = ?")
                .params(answer.claim().value(), answer.version(), asker.value())
                .query((row, number) -> new Feedback(
                        answer.claim(),
                        answer.version(),
                        asker,
                        row.getLong("helpful") == 1,
                        Instant.ofEpochMilli(row.getLong("at"))))
                .optional();
    }

    /** Visits all feedback by claim, version and asker, without the questions and without holding it all in memory. */
    public void forEachFeedback(Consumer<Feedback> visitor) {
        long claim = 0;
        long version = 0;
        String asker = NOBODY;
        List<Feedback> page;
        do {
            page = database.read()
                    .sql("""
                            SELECT claim_id, claim_version, asker, helpful, at FROM feedback
                            WHERE (claim_id, claim_version, asker) > (?, ?, ?)
                            ORDER BY claim_id, claim_version, asker LIMIT ?""")
                    .params(claim, version, asker, PAGE)
                    .query((row, number) -> new Feedback(
                            new ClaimId(row.getLong("claim_id")),
                            row.getLong("claim_version"),
                            new Pseudonym(row.getString("asker")),
                            row.getLong("helpful") == 1,
                            Instant.ofEpochMilli(row.getLong("at"))))
                    .list();
            page.forEach(visitor);
            if (!page.isEmpty()) {
                claim = page.getLast().claim().value();
                version = page.getLast().version();
                asker = page.getLast().asker().value();
            }
        } while (page.size() == PAGE);
    }

    /** Messages that were answered with the claim at once and with confidence, the latest first. */
    public List<QuestionKey> matched(ClaimId claim, int limit) {
        return database.read()
                .sql("""
                        SELECT message_key FROM lookup WHERE claim_id = ? AND outcome = 'match'
                        ORDER BY at DESC LIMIT ?""")
                .params(claim.value(), limit)
                .query(String.class)
                .list()
                .stream()
                .map(key -> key.substring(key.indexOf(':') + 1))
                .filter(QuestionKey::isOne)
                .map(QuestionKey::new)
                .toList();
    }

    /** The messages whose answer with the claim did not help, latest first, as far as they are known. */
    public List<QuestionKey> unhelped(ClaimId claim, int limit) {
        return database.read()
                .sql("""
                        SELECT message_key FROM feedback WHERE claim_id = ? AND helpful = 0 AND message_key IS NOT NULL
                        ORDER BY at DESC LIMIT ?""")
                .params(claim.value(), limit)
                .query((row, number) -> new QuestionKey(row.getString("message_key")))
                .list();
    }

    /** The person goes by another pseudonym. */
    public void move(Pseudonym from, Pseudonym to) {
        KeyChange change = new KeyChange(database, from.value(), to.value());
        database.write().sql("UPDATE lookup SET asker = ? WHERE asker = ?").params(to.value(), from.value()).update();
        change.in("feedback", "asker", "claim_id", "claim_version");
    }

    /** Erases what this person asked and thought of the answers. */
    public void forget(Pseudonym asker) {
        for (String table : List.of("lookup", "feedback")) {
            database.write().sql("DELETE FROM " + table + " WHERE asker = ?").param(asker.value()).update();
        }
    }

    /** Erases up to {@code limit} lookups, and feedback, from before {@code time}; says how many. */
    public int eraseBefore(Instant time, int limit) {
        int lookups = database.write()
                .sql("DELETE FROM lookup WHERE id IN (SELECT id FROM lookup WHERE at < ? ORDER BY at LIMIT ?)")
                .params(time.toEpochMilli(), limit)
                .update();
        int feedback = database.write()
                .sql("""
                        DELETE FROM feedback WHERE (claim_id, claim_version, asker) IN
                            (SELECT claim_id, claim_version, asker FROM feedback WHERE at < ? LIMIT ?)""")
                .params(time.toEpochMilli(), limit)
                .update();
        return Math.max(lookups, feedback);
    }

    public Feedback.Tally feedbackOn(ClaimId claim) {
        return database.read()
                .sql("SELECT coalesce(sum(helpful), 0) AS helpful, count(*) AS people FROM feedback WHERE claim_id = ?")
                .param(claim.value())
                .query((row, number) -> new Feedback.Tally(
                        row.getLong("helpful"), row.getLong("people") - row.getLong("helpful")))
                .single();
    }

    /**
     * The answers people said yes or no to, as the look-up the word was about knew them: the last one before it that
     * told them this version of the claim.
     *
     * @param since only look-ups from then on
     */
    public List<JudgedAnswer> judgedSince(Instant since) {
        return database.read()
                .sql("""
                        SELECT l.outcome, l.confidence, f.helpful FROM feedback f JOIN lookup l ON l.id = (
                            SELECT max(told.id) FROM lookup told WHERE told.asker = f.asker
                                AND told.claim_id = f.claim_id AND told.claim_version = f.claim_version AND told.at <= f.at)
                        WHERE l.at >= ? AND l.confidence IS NOT NULL ORDER BY l.id""")
                .param(since.toEpochMilli())
                .query((row, number) -> new JudgedAnswer(
                        row.getString("outcome"), row.getDouble("confidence"), row.getLong("helpful") == 1))
                .list();
    }

    static LookupEntry entry(ResultSet row) throws SQLException {
        String trace = row.getString("trace_id");
        return new LookupEntry(row.getLong("id"), trace == null ? null : new TraceId(trace), lookup(row));
    }

    private static Lookup lookup(ResultSet row) throws SQLException {
        long claim = row.getLong("claim_id");
        Lookup.Answer answer = row.wasNull()
                ? null
                : new Lookup.Answer(new ClaimId(claim), row.getLong("claim_version"), row.getDouble("confidence"));
        String asker = row.getString("asker");
        Lookup.Asked asked = new Lookup.Asked(
                Door.valueOf(row.getString("channel")),
                asker.equals(NOBODY) ? null : new Pseudonym(asker),
                row.getString("forwarding"),
                row.getString("message_key"));
        List<ClaimId> candidates = Arrays.stream(JSON.readValue(row.getString("candidates"), long[].class))
                .mapToObj(ClaimId::new)
                .toList();
        return new Lookup(
                Instant.ofEpochMilli(row.getLong("at")),
                asked,
                Language.valueOf(row.getString("language")),
                row.getString("outcome"),
                answer,
                candidates,
                Duration.ofNanos(row.getLong("latency_micros") * 1000),
                row.getLong("cache_hit") == 1);
    }
}
