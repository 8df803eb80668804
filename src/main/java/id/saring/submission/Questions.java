package id.saring.submission;

import id.saring.core.Channel;
import id.saring.core.Language;
import id.saring.core.OwnWords;
import id.saring.core.Pseudonym;
import id.saring.core.QuestionKey;
import id.saring.core.Sealer;
import id.saring.db.Database;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words of messages looked up, sealed, for as long as their retention lets them lie. Writing joins the caller's
 * transaction.
 */
public final class Questions {
    private static final int PAGE = 1_000;

    private final Database database;
    private final Sealer sealer;

    public Questions(Database database, Sealer sealer) {
        this.database = database;
        this.sealer = sealer;
    }

    public void add(Question question) {
        adding(question).run();
    }

    /** Does as {@link #add} once it is run; the words are sealed before, for others wait for whoever writes. */
    public Runnable adding(Question question) {
        byte[] text = sealer.seal(question.text().getBytes(StandardCharsets.UTF_8));
        return () -> database.write()
                .sql("""
                        INSERT INTO question (message_key, channel, chat, asker, language, forwarding, text, at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (message_key) DO NOTHING""")
                .param(question.key().value())
                .param(question.from().channel().name())
                .param(question.from().chat().value())
                .param(question.from().asker().value())
                .param(question.language().name())
                .param(question.forwarding())
                .param(text)
                .param(question.at().toEpochMilli())
                .update();
    }

    public Optional<Question> find(QuestionKey key) {
        return database.read()
                .sql("SELECT * FROM question WHERE message_key = ?")
                .param(key.value())
                .query(this::question)
                .optional();
    }

    /** Those of the questions whose words are still kept; at most some hundred at a time. */
    List<Question> findAll(Collection<QuestionKey> keys) {
        return keys.isEmpty()
                ? List.of()
                : database.read()
                        .sql("SELECT * FROM question WHERE message_key IN (:keys)")
                        .param("keys", keys.stream().map(QuestionKey::value).toList())
                        .query(this::question)
                        .list();
    }

    /** The words of those of the questions whose words are still kept; at most some hundred at a time. */
    public Map<QuestionKey, String> texts(Collection<QuestionKey> keys) {
        Map<QuestionKey, String> texts = new HashMap<>();
        if (!keys.isEmpty()) {
            database.read()
                    .sql("SELECT message_key, text FROM question WHERE message_key IN (:keys)")
                    .param("keys", keys.stream().map(QuestionKey::value).toList())
                    .query((ResultSet row) -> {
                        texts.put(new QuestionKey(row.getString("message_key")), opened(row));
                    });
        }
        return texts;
    }

    /** The person, and their own chat, go by another key. */
    public void move(Pseudonym from, Pseudonym to) {
        database.write()
                .sql("UPDATE question SET asker = ?, chat = CASE WHEN chat = ? THEN ? ELSE chat END WHERE asker = ?")
                .params(to.value(), from.value(), to.value(), from.value())
                .update();
    }

    /** What this person asked, as far as its words are still kept. */
    public List<Question> of(Pseudonym asker) {
        return database.current()
                .sql("SELECT * FROM question WHERE asker = ?")
                .param(asker.value())
                .query(this::question)
                .list();
    }

    /** Which of the texts stand in any question whose words are still kept; reads all of them. */
    public Set<String> kept(Collection<OwnWords> texts) {
        Set<String> sought = texts.stream().map(OwnWords::squeezed).collect(Collectors.toSet());
        Set<String> kept = new HashSet<>();
        String last = "";
        List<String> keys;
        do {
            keys = database.read()
                    .sql("SELECT message_key, text FROM question WHERE message_key > ? ORDER BY message_key LIMIT ?")
                    .params(last, PAGE)
                    .query((row, number) -> {
                        String text = OwnWords.squeeze(opened(row));
                        if (sought.contains(text)) {
                            kept.add(text);
                        }
                        return row.getString("message_key");
                    })
                    .list();
            last = keys.isEmpty() ? last : keys.getLast();
        } while (keys.size() == PAGE && kept.size() < sought.size());
        return kept;
    }

    /** Erases what this person asked. */
    public void forget(Pseudonym asker) {
        database.write().sql("DELETE FROM question WHERE asker = ?").param(asker.value()).update();
    }

    /** Erases up to {@code limit} questions asked before {@code time} and says how many. */
    public int eraseBefore(Instant time, int limit) {
        return database.write()
                .sql("""
                        DELETE FROM question WHERE message_key IN (
                            SELECT message_key FROM question WHERE at < ? ORDER BY at LIMIT ?)""")
                .params(time.toEpochMilli(), limit)
                .update();
    }

    private Question question(ResultSet row, int number) throws SQLException {
        Question.Asker from = new Question.Asker(
                Channel.valueOf(row.getString("channel")),
                new Pseudonym(row.getString("chat")),
                new Pseudonym(row.getString("asker")));
        return new Question(
                new QuestionKey(row.getString("message_key")),
                from,
                Language.valueOf(row.getString("language")),
                row.getString("forwarding"),
                opened(row),
                Instant.ofEpochMilli(row.getLong("at")));
    }

    private String opened(ResultSet row) throws SQLException {
        return new String(sealer.open(row.getBytes("text")), StandardCharsets.UTF_8);
    }
}
