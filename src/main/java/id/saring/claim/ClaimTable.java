package id.saring.claim;

import id.saring.claim.Claims.Row;
import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.core.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** The claim table's columns: how a claim becomes a row and a row a claim. */
final class ClaimTable {
    /** What a moderator or an import can change; a row is rewritten only when one of these differs. */
    static final List<String> CHANGEABLE = List.of(
            "language", "text", "headline", "verdict", "rating", "kind", "summary", "sources", "phrasings",
            "appearances", "first_seen_on", "reviewed_on", "reviewed_by", "state");

    static final String CHANGED_SINCE =
            "SELECT * FROM claim WHERE (change_seq, id) > (?, ?) ORDER BY change_seq, id LIMIT ?";

    /** Rows of one INSERT, values of one IN list: the parameters stay far below SQLite's and PostgreSQL's limits. */
    static final int CHUNK = 100;

    private static final int PARAMETERS = CHANGEABLE.size() + 5;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ObjectReader SOURCES = JSON.readerFor(new TypeReference<List<Source>>() {});
    private static final ObjectReader STRINGS = JSON.readerFor(new TypeReference<List<String>>() {});

    private ClaimTable() {}

    /** What an upsert did to one key; a row that was the same already gives none. */
    record Written(ClaimId id, String key, long version) {}

    /** A claim and the store's version that brought its latest change. */
    record Changed(Claim claim, long changeSeq) {}

    /** Inserts or updates {@code rows}, whose keys must differ from each other, in one statement. */
    static List<Written> upsert(JdbcClient write, List<Row> rows, long changeSeq, Instant now) {
        List<@Nullable Object> values = new ArrayList<>(rows.size() * PARAMETERS);
        rows.forEach(row -> addValues(values, row, changeSeq, now));
        return write.sql(upsertOf(rows.size()))
                .params(values)
                .query((row, n) ->
                        new Written(new ClaimId(row.getLong("id")), row.getString("claim_key"), row.getLong("version")))
                .list();
    }

    /** One statement cannot write a row twice, so a key that comes again starts a new chunk. */
    static List<List<Row>> chunksOfDistinctKeys(List<Row> rows) {
        List<List<Row>> chunks = new ArrayList<>();
        Map<String, Row> chunk = new LinkedHashMap<>();
        for (Row row : rows) {
            if (chunk.size() == CHUNK || chunk.containsKey(row.key())) {
                chunks.add(List.copyOf(chunk.values()));
                chunk.clear();
            }
            chunk.put(row.key(), row);
        }
        if (!chunk.isEmpty()) {
            chunks.add(List.copyOf(chunk.values()));
        }
        return chunks;
    }

    private static String upsertOf(int rows) {
        String one = '(' + String.join(", ", Collections.nCopies(PARAMETERS, "?")) + ')';
        String columns = String.join(", ", CHANGEABLE);
        List<String> excluded = CHANGEABLE.stream().map(name -> "excluded." + name).toList();
        List<String> current = CHANGEABLE.stream().map(name -> "claim." + name).toList();
        return """
                INSERT INTO claim (%s, claim_key, version, change_seq, created_at, updated_at)
                VALUES %s
                ON CONFLICT (claim_key) DO UPDATE SET
                    (%s) = (%s),
                    version = claim.version + 1,
                    change_seq = excluded.change_seq,
                    updated_at = excluded.updated_at
                WHERE (%s) IS DISTINCT FROM (%s)
                RETURNING id, claim_key, version"""
                .formatted(
                        columns,
                        String.join(", ", Collections.nCopies(rows, one)),
                        columns,
                        String.join(", ", excluded),
                        String.join(", ", current),
                        String.join(", ", excluded));
    }

    private static void addValues(List<@Nullable Object> values, Row row, long changeSeq, Instant now) {
        ClaimContent content = row.content();
        values.add(content.language().code());
        values.add(content.text());
        values.add(content.headline());
        values.add(nameOf(content.verdict()));
        values.add(content.rating());
        values.add(nameOf(content.kind()));
        values.add(content.summary());
        values.add(json(content.sources()));
        values.add(json(content.phrasings()));
        values.add(json(content.appearances()));
        values.add(textOf(content.firstSeenOn()));
        values.add(textOf(content.reviewedOn()));
        values.add(content.reviewedBy());
        values.add(row.state().name());
        values.add(row.key());
        values.add(1L);
        values.add(changeSeq);
        values.add(now.toEpochMilli());
        values.add(now.toEpochMilli());
        values.replaceAll(ClaimTable::storable);
    }

    /** PostgreSQL knows no NUL in texts. */
    private static @Nullable Object storable(@Nullable Object value) {
        return value instanceof String text ? text.replace("\0", "") : value;
    }

    static Claim read(ResultSet row, int rowNumber) throws SQLException {
        return new Claim(
                new ClaimId(row.getLong("id")),
                row.getString("claim_key"),
                content(row),
                ClaimState.valueOf(row.getString("state")),
                row.getLong("version"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("updated_at")));
    }

    /** The content in the columns that a claim and its revisions share. */
    static ClaimContent content(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        String kind = row.getString("kind");
        return new ClaimContent(
                Language.of(row.getString("language")).orElseThrow(),
                row.getString("text"),
                row.getString("headline"),
                verdict == null ? null : Verdict.valueOf(verdict),
                row.getString("rating"),
                kind == null ? null : ClaimKind.valueOf(kind),
                row.getString("summary"),
                list(row.getString("sources"), SOURCES),
                list(row.getString("phrasings"), STRINGS),
                list(row.getString("appearances"), STRINGS),
                dayOf(row.getString("first_seen_on")),
                dayOf(row.getString("reviewed_on")),
                row.getString("reviewed_by"));
    }

    static Changed readChanged(ResultSet row, int rowNumber) throws SQLException {
        return new Changed(read(row, rowNumber), row.getLong("change_seq"));
    }

    static String json(List<?> list) {
        return JSON.writeValueAsString(list);
    }

    private static <T> List<T> list(String json, ObjectReader reader) {
        return json.equals("[]") ? List.of() : reader.readValue(json);
    }

    private static @Nullable String nameOf(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static @Nullable String textOf(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable LocalDate dayOf(@Nullable String day) {
        return day == null ? null : LocalDate.parse(day);
    }
}
