package id.saring.claim;

import id.saring.claim.Claims.Row;
import id.saring.core.ClaimId;
import id.saring.db.Database;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a list of claims is searched, filtered and sorted by, in a table of its own: its rows are so narrow that reading all
 * of 100,000 takes some tens of milliseconds on either database, whatever is asked.
 */
final class Listing {
    private static final List<String> COLUMNS = List.of(
            "claim_id", "words", "state", "language", "verdict", "kind", "reviewed_on", "updated_at");

    private static final int MOST_WORDS = 10;

    private final Database database;

    Listing(Database database) {
        this.database = database;
    }

    /** Ids of one page, and how many there are in all. */
    record Found(List<ClaimId> ids, long total) {}

    Found find(ClaimQuery query, long offset, int limit) {
        List<String> conditions = new ArrayList<>();
        List<Object> params = new ArrayList<>();
        Stream.of(fold(query.text()).split(" ")).filter(word -> !word.isEmpty()).distinct().limit(MOST_WORDS).forEach(word -> {
            conditions.add(database.dialect().contains("words", "?"));
            params.add(word);
        });
        add(conditions, params, "state = ?", query.state());
        add(conditions, params, "verdict = ?", query.verdict());
        add(conditions, params, "language = ?", query.language() == null ? null : query.language().code());
        add(conditions, params, "kind = ?", query.kind());
        add(conditions, params, "reviewed_on >= ?", query.reviewedFrom());
        add(conditions, params, "reviewed_on <> '' AND reviewed_on <= ?", query.reviewedTo());
        String from = " FROM claim_listing" + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions));
        long total = reader().sql("SELECT count(*)" + from).params(params).query(Long.class).single();
        List<Object> pageParams = new ArrayList<>(params);
        pageParams.add(limit);
        pageParams.add(offset);
        List<ClaimId> ids = reader().sql("SELECT claim_id" + from + orderBy(query.order()) + " LIMIT ? OFFSET ?")
                .params(pageParams)
                .query((row, n) -> new ClaimId(row.getLong(1)))
                .list();
        return new Found(ids, total);
    }

    private static String orderBy(ClaimQuery.Order order) {
        return " ORDER BY " + switch (order) {
            case CHANGED -> "updated_at DESC, claim_id DESC";
            case FORGOTTEN -> "updated_at, claim_id";
            case REVIEWED -> "reviewed_on DESC, claim_id DESC";
            case CREATED -> "claim_id DESC";
        };
    }

    private static void add(List<String> conditions, List<Object> params, String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            params.add(value.toString());
        }
    }

    /** Lists these claims as they have just become. */
    static void put(JdbcClient write, Map<ClaimId, Row> rows, long updatedAt) {
        if (rows.isEmpty()) {
            return;
        }
        List<@Nullable Object> values = new ArrayList<>(rows.size() * COLUMNS.size());
        rows.forEach((id, row) -> {
            ClaimContent content = row.content();
            values.addAll(Arrays.asList(
                    id.value(),
                    words(id, row),
                    row.state().name(),
                    content.language().code(),
                    content.verdict() == null ? null : content.verdict().name(),
                    content.kind() == null ? null : content.kind().name(),
                    content.reviewedOn() == null ? "" : content.reviewedOn().toString(),
                    updatedAt));
        });
        String one = '(' + String.join(", ", Collections.nCopies(COLUMNS.size(), "?")) + ')';
        List<String> changed = COLUMNS.subList(1, COLUMNS.size());
        write.sql("INSERT INTO claim_listing (%s) VALUES %s ON CONFLICT (claim_id) DO UPDATE SET (%s) = (%s)".formatted(
                        String.join(", ", COLUMNS),
                        String.join(", ", Collections.nCopies(rows.size(), one)),
                        String.join(", ", changed),
                        String.join(", ", changed.stream().map(name -> "excluded." + name).toList())))
                .params(values)
                .update();
    }

    private static String words(ClaimId id, Row row) {
        ClaimContent content = row.content();
        StringBuilder words = new StringBuilder("#" + id + " " + row.key() + " " + content.text());
        if (content.headline() != null) {
            words.append(' ').append(content.headline());
        }
        content.phrasings().forEach(phrasing -> words.append(' ').append(phrasing));
        return fold(words.toString());
    }

    /** Lower case without accents, one space between words. */
    static String fold(String text) {
        String plain = text.chars().allMatch(c -> c < 128)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        return plain.toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    private JdbcClient reader() {
        return database.inTransaction() ? database.write() : database.read();
    }
}
