package id.saring.submission;

import id.saring.core.OwnWords;
import id.saring.core.Pseudonym;
import id.saring.db.Database;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Erases what somebody sent for checking and every spelling that nobody else used; nobody gathers meanwhile. */
final class SenderErasure {
    private final Database database;
    private final CaseTable table;
    private final WordingIndex index;

    SenderErasure(Database database, CaseTable table, WordingIndex index) {
        this.database = database;
        this.table = table;
        this.index = index;
    }

    /** A message of theirs and where it is counted. */
    private record Sent(CaseId found, long variant, String text, Instant at) {}

    List<ErasedWording> forget(Pseudonym asker, Collection<Question> asked) {
        return database.transact(() -> {
            index.lock();
            List<Sent> sent = sent(asker);
            Map<String, Instant> own = new LinkedHashMap<>();
            asked.stream()
                    .filter(one -> !one.text().isBlank() && new OwnWords(one.text()).telling())
                    .forEach(one -> own.merge(CaseTable.storable(one.text()), one.at(), SenderErasure::earlier));
            sent.forEach(one -> own.merge(one.text(), one.at(), SenderErasure::earlier));
            sql("DELETE FROM submission WHERE asker = ?").param(asker.value()).update();
            Map<String, String> instead = new HashMap<>();
            sent.stream().map(Sent::variant).distinct().forEach(variant -> settle(variant, instead));
            Set<CaseId> cases = new LinkedHashSet<>(sent.stream().map(Sent::found).toList());
            cases.forEach(table::recount);
            own.keySet().removeIf(text -> text.isBlank() || sentByOthers(text));
            return own.entrySet().stream()
                    .map(one -> new ErasedWording(one.getKey(), instead.get(one.getKey()), one.getValue()))
                    .toList();
        });
    }

    private List<Sent> sent(Pseudonym asker) {
        return sql("""
                SELECT s.case_id, s.variant_id, s.at, coalesce(s.wording, v.text) AS text
                FROM submission s JOIN case_variant v ON v.id = s.variant_id WHERE s.asker = ? ORDER BY s.at""")
                .param(asker.value())
                .query((row, number) -> new Sent(
                        new CaseId(row.getLong("case_id")),
                        row.getLong("variant_id"),
                        row.getString("text"),
                        Instant.ofEpochMilli(row.getLong("at"))))
                .list();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Leaves the wording as those who are left put it, or not at all. */
    private void settle(long variant, Map<String, String> instead) {
        Optional<Optional<String>> left = sql("""
                SELECT wording FROM submission WHERE variant_id = ? GROUP BY wording
                ORDER BY CASE WHEN wording IS NULL THEN 0 ELSE 1 END, count(*) DESC, min(at) LIMIT 1""")
                .param(variant)
                .query((row, number) -> Optional.<@Nullable String>ofNullable(row.getString("wording")))
                .optional();
        if (left.isEmpty()) {
            erase(variant);
        } else if (left.get().isPresent()) {
            String text = left.get().get();
            instead.put(
                    sql("SELECT text FROM case_variant WHERE id = ?").param(variant).query(String.class).single(),
                    text);
            reword(variant, text);
        }
    }

    private void reword(long variant, String text) {
        Wording wording = Wording.of(text);
        Optional<Long> same = sql("""
                SELECT o.id FROM case_variant o JOIN case_variant v ON v.case_id = o.case_id
                WHERE v.id = ? AND o.id <> v.id AND o.text_key = ?""")
                .params(variant, wording.key())
                .query(Long.class)
                .optional();
        long into = same.orElse(variant);
        if (same.isPresent()) {
            sql("UPDATE submission SET variant_id = ? WHERE variant_id = ?").params(into, variant).update();
            erase(variant);
        } else {
            sql("UPDATE case_variant SET text = ?, text_key = ? WHERE id = ?")
                    .params(text, wording.key(), variant)
                    .update();
            index.remove(variant);
            index.add(variant, wording);
        }
        sql("""
                UPDATE submission SET wording = NULL
                WHERE variant_id = ? AND wording = (SELECT text FROM case_variant v WHERE v.id = variant_id)""")
                .param(into)
                .update();
    }

    private void erase(long variant) {
        index.remove(variant);
        sql("DELETE FROM case_variant WHERE id = ?").param(variant).update();
    }

    private boolean sentByOthers(String text) {
        return sql("""
                SELECT count(*) FROM case_variant v JOIN submission s ON s.variant_id = v.id
                WHERE v.text_key = ? AND coalesce(s.wording, v.text) = ?""")
                .params(Wording.of(text).key(), text)
                .query(Long.class)
                .single()
                > 0;
    }

    /** Takes the words out of what staff wrote about cases. */
    void forgetQuoted(OwnWords words) {
        if (words.telling()) {
            forgetQuoted(words, "case_note", "text");
            forgetQuoted(words, "tip_case", "reason");
        }
    }

    private void forgetQuoted(OwnWords words, String of, String column) {
        record Written(long id, String text) {}
        database.read()
                .sql("SELECT id, %s AS text FROM %s WHERE %s LIKE ? ESCAPE '!'".formatted(column, of, column))
                .param(words.like())
                .query((row, number) -> new Written(row.getLong("id"), row.getString("text")))
                .list()
                .forEach(written -> {
                    String left = words.takenOutOf(written.text());
                    if (!left.equals(written.text())) {
                        sql("UPDATE %s SET %s = ? WHERE id = ? AND %s = ?".formatted(of, column, column))
                                .params(left, written.id(), written.text())
                                .update();
                    }
                });
    }

    private JdbcClient.StatementSpec sql(String sql) {
        return database.write().sql(sql);
    }
}
