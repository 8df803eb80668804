package id.saring.claim;

import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.core.Like;
import id.saring.core.Page;
import id.saring.core.Verdict;
import id.saring.db.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the public may see of the claims: lists, stamps that tell whether a claim has changed, and translations. */
public final class PublishedClaims {
    private final Database database;

    public PublishedClaims(Database database) {
        this.database = database;
    }

    /**
     * Which claims a list shows; null does not restrict it.
     *
     * @param from  the first day of review
     * @param to    the last day of review
     * @param since the day from which on the claim was first seen or reviewed
     * @param site  part of the address of a source, such as its host
     */
    public record Filter(
            @Nullable Language language,
            @Nullable Verdict verdict,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate since,
            @Nullable String site) {
        public static final Filter ALL = new Filter(null, null, null, null, null, null);

        public static Filter of(@Nullable Language language) {
            return new Filter(language, null, null, null, null, null);
        }

        /** Whether the claim passes, apart from {@code site}. */
        public boolean admits(Claim claim) {
            LocalDate reviewed = claim.content().reviewedOn();
            LocalDate seen = claim.content().firstSeenOn();
            return (language == null || claim.language() == language)
                    && (verdict == null || claim.verdict() == verdict)
                    && (from == null || reviewed != null && !reviewed.isBefore(from))
                    && (to == null || reviewed != null && !reviewed.isAfter(to))
                    && (since == null
                            || reviewed != null && !reviewed.isBefore(since)
                            || seen != null && !seen.isBefore(since));
        }
    }

    /** A claim without its words: enough to tell whether what was made of it is still right. */
    public record Stamp(ClaimId id, Language language, ClaimState state, long version, Instant updatedAt) {}

    /** Where a reader of the latest changes stands: after the change of this number to the claim of this id. */
    public record Mark(long change, long id) {
        /** After the newest change. */
        public static final Mark NEWEST = new Mark(Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /** @param mark where to go on after this claim */
    public record Marked(Claim claim, Mark mark) {}

    /** All claims as a whole. */
    public record Summary(long count, Instant changedAt) {}

    /** The stamp of a claim in any state. */
    public Optional<Stamp> stamp(ClaimId id) {
        return database.read()
                .sql("SELECT id, language, state, version, updated_at FROM claim WHERE id = ?")
                .param(id.value())
                .query(PublishedClaims::stamp)
                .optional();
    }

    /** Published claims in the order of their ids, beginning after {@code afterId}. */
    public List<Stamp> stamps(long afterId, int limit) {
        return database.read()
                .sql("""
                        SELECT id, language, state, version, updated_at FROM claim
                        WHERE id > ? AND state = 'PUBLISHED' ORDER BY id LIMIT ?""")
                .params(afterId, limit)
                .query(PublishedClaims::stamp)
                .list();
    }

    /** Ids that cut the published claims into runs of {@code size}: each run begins after one of them. */
    public List<Long> runs(int size) {
        return database.read()
                .sql("""
                        SELECT id FROM (
                            SELECT id, row_number() OVER (ORDER BY id) AS place FROM claim WHERE state = 'PUBLISHED') AS placed
                        WHERE place % ? = 0 ORDER BY id""")
                .param(size)
                .query(Long.class)
                .list();
    }

    /** Published claims that the filter admits, latest review first. */
    public Page<Claim> list(Filter filter, long offset, int limit) {
        List<Object> params = new ArrayList<>();
        String where = where(filter, params);
        long total = database.read().sql("SELECT count(*)" + where).params(params).query(Long.class).single();
        params.add(limit);
        params.add(offset);
        return new Page<>(listed(where, " LIMIT ? OFFSET ?", params), offset, total);
    }

    /**
     * The same list from the claim on that follows the one with this day of review and this id, whether that one is
     * still there or not.
     */
    public List<Claim> listAfter(Filter filter, @Nullable LocalDate reviewedOn, long id, int limit) {
        List<Object> params = new ArrayList<>();
        String where = where(filter, params);
        if (reviewedOn == null) {
            where += " AND reviewed_on IS NULL AND id < ?";
        } else {
            where += " AND (reviewed_on < ? OR reviewed_on = ? AND id < ? OR reviewed_on IS NULL)";
            params.add(reviewedOn.toString());
            params.add(reviewedOn.toString());
        }
        params.add(id);
        params.add(limit);
        return listed(where, " LIMIT ?", params);
    }

    private List<Claim> listed(String where, String limit, List<Object> params) {
        return database.read()
                .sql("SELECT *" + where + " ORDER BY reviewed_on DESC NULLS LAST, id DESC" + limit)
                .params(params)
                .query(ClaimTable::read)
                .list();
    }

    private static String where(Filter filter, List<Object> params) {
        StringBuilder where = new StringBuilder(" FROM claim WHERE state = 'PUBLISHED'");
        add(where, params, " AND language = ?", filter.language == null ? null : filter.language.code());
        add(where, params, " AND verdict = ?", filter.verdict == null ? null : filter.verdict.name());
        add(where, params, " AND reviewed_on >= ?", filter.from);
        add(where, params, " AND reviewed_on <= ?", filter.to);
        if (filter.since != null) {
            add(where, params, " AND (reviewed_on >= ?", filter.since);
            add(where, params, " OR first_seen_on >= ?)", filter.since);
        }
        add(where, params, " AND sources LIKE ? ESCAPE '!'", filter.site == null ? null : Like.part(filter.site));
        return where.toString();
    }

    /** Published claims, with their words, in the order of their ids, beginning after {@code afterId}. */
    public List<Claim> after(long afterId, int limit) {
        return database.read()
                .sql("SELECT * FROM claim WHERE id > ? AND state = 'PUBLISHED' ORDER BY id LIMIT ?")
                .params(afterId, limit)
                .query(ClaimTable::read)
                .list();
    }

    /**
     * Published claims by their latest change, the newest first, beginning after {@code mark}; of one language, or of
     * all if null.
     */
    public List<Marked> latest(@Nullable Language language, Mark mark, int limit) {
        String where = language == null ? "" : " AND language = '" + language.code() + "'";
        return database.read()
                .sql("""
                        SELECT * FROM claim WHERE (change_seq, id) < (?, ?) AND state = 'PUBLISHED'%s
                        ORDER BY change_seq DESC, id DESC LIMIT ?""".formatted(where))
                .params(mark.change, mark.id, limit)
                .query(PublishedClaims::marked)
                .list();
    }

    /** Claims of any state by their latest change, the oldest first, beginning after {@code mark}. */
    public List<Marked> changed(Mark mark, int limit) {
        return database.current()
                .sql(ClaimTable.CHANGED_SINCE)
                .params(mark.change, mark.id, limit)
                .query(PublishedClaims::marked)
                .list();
    }

    public Summary summary() {
        return database.read()
                .sql("""
                        SELECT (SELECT count(*) FROM claim WHERE state = 'PUBLISHED') AS published,
                            (SELECT updated_at FROM claim ORDER BY change_seq DESC, id DESC LIMIT 1) AS changed""")
                .query((row, number) ->
                        new Summary(row.getLong("published"), Instant.ofEpochMilli(row.getLong("changed"))))
                .single();
    }

    /**
     * The published claims that say the same as this one, itself among them: all whose keys are the same up to an
     * ending of a dot and a language's code ({@code telur-palsu}, {@code telur-palsu.en}).
     */
    public List<Stamp> translations(ClaimId id) {
        String key = database.read()
                .sql("SELECT claim_key FROM claim WHERE id = ?")
                .param(id.value())
                .query(String.class)
                .optional()
                .orElse("");
        String stem = stem(key);
        List<String> keys = new ArrayList<>(List.of(stem));
        Arrays.stream(Language.values()).forEach(language -> keys.add(stem + "." + language.code()));
        return database.read()
                .sql("""
                        SELECT id, language, state, version, updated_at FROM claim
                        WHERE claim_key IN (:keys) AND state = 'PUBLISHED' ORDER BY id""")
                .param("keys", keys)
                .query(PublishedClaims::stamp)
                .list();
    }

    private static String stem(String key) {
        for (Language language : Language.values()) {
            String ending = "." + language.code();
            if (key.endsWith(ending) && key.length() > ending.length()) {
                return key.substring(0, key.length() - ending.length());
            }
        }
        return key;
    }

    private static void add(StringBuilder where, List<Object> params, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(condition);
            params.add(value.toString());
        }
    }

    private static Marked marked(ResultSet row, int number) throws SQLException {
        Claim claim = ClaimTable.read(row, number);
        return new Marked(claim, new Mark(row.getLong("change_seq"), claim.id().value()));
    }

    private static Stamp stamp(ResultSet row, int number) throws SQLException {
        return new Stamp(
                new ClaimId(row.getLong("id")),
                Language.of(row.getString("language")).orElseThrow(),
                ClaimState.valueOf(row.getString("state")),
                row.getLong("version"),
                Instant.ofEpochMilli(row.getLong("updated_at")));
    }
}
