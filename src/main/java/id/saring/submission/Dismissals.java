package id.saring.submission;

import id.saring.core.Pseudonym;
import id.saring.core.QuestionKey;
import id.saring.db.Database;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who is to be told, and has been, that the case of their message was dismissed. It goes by message: cases are opened
 * again, merged and split, and what somebody was told stays told. Writing joins the caller's transaction.
 */
public final class Dismissals {
    static final int HELD = 2;
    static final int TOLD = 3;

    private static final int NO = 0;
    private static final int DUE = 1;

    private final Database database;
    private final WordingIndex index;

    Dismissals(Database database, WordingIndex index) {
        this.database = database;
        this.index = index;
    }

    /**
     * What one chat is told of one case.
     *
     * @param messages theirs that it is about, the earliest first
     * @param tries    how often the telling of the earliest has failed before
     * @param sentAt   when they sent the earliest
     */
    public record Letter(Pseudonym chat, List<QuestionKey> messages, long tries, Instant sentAt) {
        public Letter {
            messages = List.copyOf(messages);
        }
    }

    /** Nobody gathers meanwhile, so that a message just being put into the case is told as well. */
    void lock() {
        index.lock();
    }

    /** All who wait to hear of the case are to be told, unless they have been. */
    void owe(CaseId of) {
        database.write()
                .sql("UPDATE submission SET dismissal = ? WHERE case_id = ? AND told_at IS NULL AND dismissal = ?")
                .params(DUE, of.value(), NO)
                .update();
    }

    /** Who has not been told yet is not told. */
    void takeBack(CaseId of) {
        database.write()
                .sql("UPDATE submission SET dismissal = ? WHERE case_id = ? AND dismissal IN (1, 2)")
                .params(NO, of.value())
                .update();
    }

    /** A case of which somebody is to be told. */
    public Optional<CaseId> next() {
        return database.read()
                .sql("SELECT case_id FROM submission WHERE dismissal = 1 ORDER BY case_id LIMIT 1")
                .query((row, number) -> new CaseId(row.getLong("case_id")))
                .optional();
    }

    /**
     * Takes what up to {@code limit} chats are to be told of the case; it counts as told when the transaction commits.
     * Empty if they are not to be told any more.
     */
    public List<Letter> take(CaseId of, int limit) {
        lock();
        if (!tells(of)) {
            takeBack(of);
            return List.of();
        }
        List<String> chats = database.write()
                .sql("SELECT DISTINCT chat FROM submission WHERE case_id = ? AND dismissal = 1 ORDER BY chat LIMIT ?")
                .params(of.value(), limit)
                .query(String.class)
                .list();
        return chats.isEmpty() ? List.of() : take(of, chats);
    }

    private record Taken(String chat, QuestionKey message, Instant at, long tries, boolean answered) {}

    private List<Letter> take(CaseId of, List<String> chats) {
        return database.write()
                .sql("""
                        UPDATE submission SET dismissal = 3 WHERE case_id = :case AND dismissal = 1 AND chat IN (:chats)
                        RETURNING chat, message_key, at, dismissal_tries, told_at""")
                .param("case", of.value())
                .param("chats", chats)
                .query((row, number) -> new Taken(
                        row.getString("chat"),
                        new QuestionKey(row.getString("message_key")),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getLong("dismissal_tries"),
                        row.getLong("told_at") > 0))
                .list()
                .stream()
                // An answer that was on its way when the case was dismissed says more.
                .filter(taken -> !taken.answered())
                .sorted(Comparator.comparing(Taken::at).thenComparing(taken -> taken.message().value()))
                .collect(Collectors.groupingBy(Taken::chat))
                .values()
                .stream()
                .map(Dismissals::letter)
                .toList();
    }

    private static Letter letter(List<Taken> taken) {
        Taken first = taken.getFirst();
        return new Letter(
                new Pseudonym(first.chat()),
                taken.stream().map(Taken::message).toList(),
                first.tries(),
                first.at());
    }

    private boolean tells(CaseId id) {
        return database.write()
                        .sql("SELECT count(*) FROM tip_case WHERE id = ? AND state = 'DISMISSED' AND tells = 1")
                        .param(id.value())
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** A letter just taken cannot be sent until its chat writes again. */
    public void hold(Letter letter) {
        set(HELD, letter);
    }

    /** A letter just taken goes to nobody: there is no such chat any more, or it wants no news. */
    public void drop(Letter letter) {
        set(NO, letter);
    }

    private void set(int to, Letter letter) {
        database.write()
                .sql("UPDATE submission SET dismissal = :to WHERE message_key IN (:keys) AND dismissal = 3")
                .param("to", to)
                .param("keys", letter.messages().stream().map(QuestionKey::value).toList())
                .update();
    }

    /**
     * What was sent for the message did not reach its chat: it is told when it writes again, if there is still
     * something to tell.
     *
     * @param tries how often it had failed before
     */
    public void undelivered(QuestionKey message, long tries) {
        database.write()
                .sql("""
                        UPDATE submission SET dismissal_tries = dismissal_tries + 1, dismissal = CASE WHEN EXISTS (
                            SELECT 1 FROM tip_case c
                            WHERE c.id = submission.case_id AND c.state = 'DISMISSED' AND c.tells = 1) THEN 2 ELSE 0 END
                        WHERE message_key = ? AND dismissal = ? AND dismissal_tries = ?""")
                .params(message.value(), TOLD, tries)
                .update();
    }

    /** The chat can be written to again, so it can be told what it is still to be told. */
    public void heard(Pseudonym chat) {
        boolean held = database.write()
                        .sql("SELECT count(*) FROM submission WHERE chat = ? AND dismissal = 2")
                        .param(chat.value())
                        .query(Long.class)
                        .single()
                > 0;
        if (held) {
            // Before the rows, in the order of whoever dismisses a case or opens it again.
            lock();
            database.write()
                    .sql("UPDATE submission SET dismissal = ? WHERE chat = ? AND dismissal = 2")
                    .params(DUE, chat.value())
                    .update();
        }
    }

    /** Chats with keys above {@code after} that are told of a dismissal when they write again, by their keys. */
    public List<Pseudonym> held(String after, int limit) {
        return database.read()
                .sql("SELECT DISTINCT chat FROM submission WHERE dismissal = 2 AND chat > ? ORDER BY chat LIMIT ?")
                .params(after, limit)
                .query(String.class)
                .list()
                .stream()
                .map(Pseudonym::new)
                .toList();
    }

    /** How many chats would be told if the case was dismissed now. */
    public long audience(CaseId of) {
        return database.read()
                .sql("""
                        SELECT count(DISTINCT s.chat) FROM submission s JOIN contact k ON k.chat = s.chat
                        WHERE s.case_id = ? AND s.told_at IS NULL AND s.dismissal = 0
                        AND k.notices = 1 AND k.address IS NOT NULL""")
                .param(of.value())
                .query(Long.class)
                .single();
    }

    /**
     * How far the telling of a dismissal has come, in chats.
     *
     * @param held those that cannot be written to until they write again, and are told then
     */
    public record Come(long told, long waiting, long held) {}

    public Come come(CaseId of) {
        return database.read()
                .sql("""
                        SELECT count(DISTINCT CASE WHEN dismissal = 3 THEN chat END) AS told,
                            count(DISTINCT CASE WHEN dismissal = 1 THEN chat END) AS waiting,
                            count(DISTINCT CASE WHEN dismissal = 2 THEN chat END) AS held
                        FROM submission WHERE case_id = ?""")
                .param(of.value())
                .query((row, number) -> new Come(row.getLong("told"), row.getLong("waiting"), row.getLong("held")))
                .single();
    }
}
