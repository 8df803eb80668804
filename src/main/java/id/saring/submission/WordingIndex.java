package id.saring.submission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.saring.db.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the wordings of open cases that are like a text, by the words they share. It lies in the store, so that all
 * replicas see the same; the work of one search is bounded however many cases there are.
 */
final class WordingIndex {
    private static final int MOST_WORDS = 16;
    private static final int MOST_POSTINGS = 4_000;
    private static final int MOST_COMPARED = 30;
    private static final int CHUNK = 500;

    /** As if so many wordings had been seen before the first: otherwise the first few decide what is rare. */
    private static final double WORDINGS_BEFORE = 100;

    private static final double COUNT_BEFORE = 1.5;

    /** A wording of a case that is like the text. */
    record Like(long variant, CaseId found, CaseState state, double likeness) {}

    private record Posting(long variant, long word) {}

    private record Compared(long variant, CaseId found, CaseState state, Wording wording) {}

    private final Database database;
    /** By text and not by id, which a failed transaction may leave to another text. */
    private final Cache<String, Wording> wordings =
            Caffeine.newBuilder().maximumSize(2_000).expireAfterWrite(Duration.ofMinutes(10)).build();

    WordingIndex(Database database) {
        this.database = database;
    }

    /** Keeps everybody else from gathering until the transaction ends, on any replica. */
    void lock() {
        lock(database);
    }

    static void lock(Database database) {
        database.write().sql("UPDATE gathering SET variants = variants RETURNING variants").query(Long.class).single();
    }

    void add(long variant, Wording wording) {
        for (long word : wording.stems()) {
            database.write()
                    .sql("INSERT INTO case_word (word, variant_id) VALUES (?, ?) ON CONFLICT (word, variant_id) DO NOTHING")
                    .params(word, variant)
                    .update();
            database.write()
                    .sql("""
                            INSERT INTO case_word_count (word, variants) VALUES (?, 1)
                            ON CONFLICT (word) DO UPDATE SET variants = case_word_count.variants + 1""")
                    .param(word)
                    .update();
        }
        database.write().sql("UPDATE gathering SET variants = variants + 1").update();
    }

    void remove(long variant) {
        database.write()
                .sql("""
                        UPDATE case_word_count SET variants = variants - 1
                        WHERE word IN (SELECT word FROM case_word WHERE variant_id = ?)""")
                .param(variant)
                .update();
        database.write()
                .sql("""
                        DELETE FROM case_word_count WHERE variants <= 0
                        AND word IN (SELECT word FROM case_word WHERE variant_id = ?)""")
                .param(variant)
                .update();
        database.write().sql("DELETE FROM case_word WHERE variant_id = ?").param(variant).update();
        database.write().sql("UPDATE gathering SET variants = variants - 1").update();
    }

    /** Wordings of cases that are open or were dismissed after {@code since} (milliseconds), the most like first. */
    List<Like> search(Wording wording, long since) {
        double all = database.current().sql("SELECT variants FROM gathering").query(Long.class).single();
        Map<Long, Long> counts = counts(wording.stems());
        List<Compared> near = load(nearest(wording, counts, all, since));
        Set<Long> stems = new HashSet<>(wording.stems());
        near.forEach(one -> stems.addAll(one.wording().stems()));
        Map<Long, Long> known = counts(stems);
        Likeness likeness = new Likeness(wording, stem -> rarity(known.getOrDefault(stem, 0L), all));
        return near.stream()
                .map(one -> new Like(one.variant(), one.found(), one.state(), likeness.to(one.wording())))
                .sorted(Comparator.comparingDouble(Like::likeness).reversed().thenComparing(Like::variant))
                .toList();
    }

    /**
     * The wordings of such cases that share the rarest words with the text; words too many wordings hold are passed
     * over.
     */
    private List<Long> nearest(Wording wording, Map<Long, Long> counts, double all, long since) {
        List<Long> words = new ArrayList<>();
        long postings = 0;
        for (long word : wording.stems().stream()
                .filter(counts::containsKey)
                .sorted(Comparator.comparing(counts::get))
                .toList()) {
            postings += counts.getOrDefault(word, 0L);
            if (words.size() == MOST_WORDS || postings > MOST_POSTINGS) {
                break;
            }
            words.add(word);
        }
        if (words.isEmpty()) {
            return List.of();
        }
        Map<Long, Double> shared = new HashMap<>();
        database.current().sql("""
                SELECT w.variant_id, w.word FROM case_word w
                JOIN case_variant v ON v.id = w.variant_id JOIN tip_case c ON c.id = v.case_id
                WHERE w.word IN (:words) AND (c.state = 'OPEN' OR (c.state = 'DISMISSED' AND c.closed_at >= :since))""")
                .param("words", words)
                .param("since", since)
                .query((row, number) -> new Posting(row.getLong("variant_id"), row.getLong("word")))
                .list()
                .forEach(posting -> shared.merge(
                        posting.variant(), rarity(counts.getOrDefault(posting.word(), 0L), all), Double::sum));
        return shared.entrySet().stream()
                .sorted(Map.Entry.<Long, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_COMPARED)
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<Compared> load(List<Long> variants) {
        if (variants.isEmpty()) {
            return List.of();
        }
        return database.current().sql("""
                SELECT v.id, v.case_id, v.text, c.state FROM case_variant v JOIN tip_case c ON c.id = v.case_id
                WHERE v.id IN (:ids)""")
                .param("ids", variants)
                .query((row, number) -> compared(row))
                .list();
    }

    private Compared compared(ResultSet row) throws SQLException {
        return new Compared(
                row.getLong("id"),
                new CaseId(row.getLong("case_id")),
                CaseState.valueOf(row.getString("state")),
                wordings.get(row.getString("text"), Wording::of));
    }

    private Map<Long, Long> counts(Collection<Long> words) {
        Map<Long, Long> counts = new HashMap<>();
        List<Long> all = List.copyOf(words);
        for (int from = 0; from < all.size(); from += CHUNK) {
            database.current().sql("SELECT word, variants FROM case_word_count WHERE word IN (:words)")
                    .param("words", all.subList(from, Math.min(from + CHUNK, all.size())))
                    .query(row -> {
                        counts.put(row.getLong("word"), row.getLong("variants"));
                    });
        }
        return counts;
    }

    private static double rarity(long wordings, double all) {
        return Math.log(1 + (all + WORDINGS_BEFORE) / (wordings + COUNT_BEFORE));
    }
}
