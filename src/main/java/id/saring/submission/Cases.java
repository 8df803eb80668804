package id.saring.submission;

import id.saring.claim.ClaimContent;
import id.saring.core.OwnWords;
import id.saring.core.Page;
import id.saring.core.Pseudonym;
import id.saring.core.QuestionKey;
import id.saring.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The queue: messages sent for checking, gathered into cases by what they say, and what moderators do with them. Every
 * act joins the caller's transaction, and refuses with {@link ClosedCaseException} if the case is not in the state it
 * needs.
 */
public final class Cases {
    /** So many open cases at most are looked at for one claim. */
    public static final int MOST_WAITING = 50;

    private static final Duration DAY = Duration.ofDays(1);
    private static final int PAGE = 500;

    private final Database database;
    private final CaseTable table;
    private final LikeCases likes;
    private final Gathering gathering;
    private final CaseAnswers answers;
    private final Dismissals dismissals;
    private final CaseMoves moves;
    private final SenderErasure erasure;
    private final Clock clock;

    public Cases(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.table = new CaseTable(database, clock);
        WordingIndex index = new WordingIndex(database);
        this.likes = new LikeCases(index, table);
        this.answers = new CaseAnswers(database, table);
        this.dismissals = new Dismissals(database, index);
        this.gathering = new Gathering(database, index, table, clock);
        this.moves = new CaseMoves(database, table, index);
        this.erasure = new SenderErasure(database, table, index);
    }

    /** Sends a message for checking; sent again, it stays where it is. Says which case it belongs to. */
    public CaseId submit(Question question) {
        return gathering.gather(question);
    }

    /** The case the message belongs to, if it was sent for checking. */
    public Optional<CaseId> caseOf(QuestionKey key) {
        return table.caseOf(key);
    }

    public Optional<Case> find(CaseId id) {
        return table.find(id);
    }

    /** The cases the filter lets through, in its order. */
    public Page<Case> list(CaseFilter filter, long offset, int limit) {
        CaseQuery query = CaseQuery.of(filter);
        long total = database.read()
                .sql("SELECT count(*) FROM tip_case c WHERE " + query.condition())
                .params(query.values())
                .query(Long.class)
                .single();
        List<Case> items = table.select("WHERE " + query.condition() + " ORDER BY " + query.order()
                        + " LIMIT :limit OFFSET :offset")
                .params(query.values())
                .param("limit", limit)
                .param("offset", offset)
                .query(CaseTable::read)
                .list();
        return new Page<>(items, offset, total);
    }

    /** Visits every case in the order of its id without holding them all in memory. */
    public void forEach(Consumer<Case> visitor) {
        long last = 0;
        List<Case> page;
        do {
            page = table.select("WHERE c.id > :last ORDER BY c.id LIMIT :page")
                    .param("last", last)
                    .param("page", PAGE)
                    .query(CaseTable::read)
                    .list();
            page.forEach(visitor);
            last = page.isEmpty() ? last : page.getLast().id().value();
        } while (page.size() == PAGE);
    }

    public long countOpen() {
        return database.read().sql("SELECT count(*) FROM tip_case WHERE state = 'OPEN'").query(Long.class).single();
    }

    /** The wordings of a case, the commonest first. */
    public List<Variant> variants(CaseId id) {
        return table.reader()
                .sql("SELECT * FROM case_variant WHERE case_id = ? ORDER BY messages DESC, id")
                .param(id.value())
                .query(CaseTable::readVariant)
                .list();
    }

    /** How many messages, of whatever case, came with the wording of this key. */
    long messagesSaying(String key) {
        return database.read()
                .sql("SELECT coalesce(sum(messages), 0) FROM case_variant WHERE text_key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    /** What moderators wrote about a case, oldest first. */
    public List<CaseNote> notes(CaseId id) {
        return table.reader()
                .sql("SELECT author, text, at FROM case_note WHERE case_id = ? ORDER BY id")
                .param(id.value())
                .query(CaseTable::readNote)
                .list();
    }

    /** How many messages came in each of the last {@code days} times 24 hours, the oldest first. */
    public List<Long> daily(CaseId id, int days) {
        long now = clock.millis();
        Map<Long, Long> counts = new HashMap<>();
        database.read()
                .sql("""
                        SELECT age, count(*) AS messages FROM
                            (SELECT (? - at) / ? AS age FROM submission WHERE case_id = ? AND at > ?) ages
                        GROUP BY age""")
                .params(now, DAY.toMillis(), id.value(), now - days * DAY.toMillis())
                .query(row -> {
                    counts.put(row.getLong("age"), row.getLong("messages"));
                });
        return Stream.iterate(days - 1L, age -> age - 1)
                .limit(days)
                .map(age -> counts.getOrDefault(age, 0L))
                .toList();
    }

    /** Who sent the messages of a case, latest first. */
    public List<Sending> sendings(CaseId id, int limit) {
        return database.read()
                .sql("""
                        SELECT s.*, c.state, EXISTS (SELECT 1 FROM notice n WHERE n.chat = s.chat AND n.held > 0
                            AND n.claim_id = c.claim_id) AS held
                        FROM submission s JOIN tip_case c ON c.id = s.case_id
                        WHERE s.case_id = ? ORDER BY s.at DESC LIMIT ?""")
                .params(id.value(), limit)
                .query(CaseTable::readSending)
                .list();
    }

    /** How many chats wait to hear of a case and can be told. */
    public long waiting(CaseId id) {
        return database.read()
                .sql("""
                        SELECT count(DISTINCT s.chat) FROM submission s JOIN contact k ON k.chat = s.chat
                        WHERE s.case_id = ? AND s.told_at IS NULL AND k.notices = 1 AND k.address IS NOT NULL""")
                .param(id.value())
                .query(Long.class)
                .single();
    }

    /** Open cases like {@code draft}, by how like their wordings are to any of its own, the likest first. */
    public List<Waiting> waitingFor(ClaimContent draft, int limit) {
        return likes.waitingFor(draft, limit);
    }

    /** Other open cases that say nearly the same, the likest first: perhaps to be merged. */
    public List<Waiting> alike(Case to, int limit) {
        return likes.alike(to, limit);
    }

    /** Which claims answer which cases. */
    public CaseAnswers answers() {
        return answers;
    }

    /** Who is told that a case was dismissed. */
    public Dismissals dismissals() {
        return dismissals;
    }

    /** Puts an open case into somebody's hands, or nobody's. */
    public void assign(CaseId id, @Nullable String assignee) {
        require(id, database.write()
                .sql("UPDATE tip_case SET assignee = ? WHERE id = ? AND state = 'OPEN'")
                .params(Arrays.asList(assignee, id.value()))
                .update());
    }

    public void note(CaseId id, String author, String text) {
        database.write()
                .sql("INSERT INTO case_note (case_id, author, text, at) VALUES (?, ?, ?, ?)")
                .params(id.value(), author, text, clock.millis())
                .update();
    }

    /**
     * Lays an open case aside.
     *
     * @param tell whether all who wait are told that it is not checked, and whoever sends the like of it later
     */
    public void dismiss(CaseId id, String reason, boolean tell) {
        database.transact(() -> {
            dismissals.lock();
            require(id, database.write()
                    .sql("""
                            UPDATE tip_case SET state = 'DISMISSED', reason = ?, closed_at = ?, tells = ?
                            WHERE id = ? AND state = 'OPEN'""")
                    .params(reason, clock.millis(), tell ? 1 : 0, id.value())
                    .update());
            if (tell) {
                dismissals.owe(id);
            }
        });
    }

    /**
     * Takes a dismissal back, or an answer: it is not given again without being asked for, and who has been told is
     * not told again.
     */
    public void reopen(CaseId id) {
        database.transact(() -> {
            dismissals.lock();
            find(id).filter(found -> found.state() == CaseState.ANSWERED)
                    .map(Case::claim)
                    .ifPresent(claim -> answers.refuse(id, claim));
            require(id, database.write()
                    .sql("""
                            UPDATE tip_case SET state = 'OPEN', reason = NULL, closed_at = NULL, claim_id = NULL, owes = 0,
                                tells = 0
                            WHERE id = ? AND state IN ('DISMISSED', 'ANSWERED')""")
                    .param(id.value())
                    .update());
            dismissals.takeBack(id);
        });
    }

    /** Puts all of one open case into another. */
    public void merge(CaseId from, CaseId into) {
        moves.merge(from, into, clock.instant());
    }

    /** Takes a merge back; what has been gathered since stays where it is. */
    public void unmerge(CaseId from) {
        moves.unmerge(from);
    }

    /** Makes a case of its own of some wordings of an open one, which must keep at least one. */
    public CaseId split(CaseId from, Collection<Long> variants) {
        return moves.split(from, variants);
    }

    /**
     * Erases what this person sent for checking, and the wordings that nobody else sent. What others sent in another
     * spelling stands in theirs from now on.
     *
     * @param asked what else they are known to have asked; of that, words too few to be anybody's own are left out
     * @return the words that nobody else sent, sent or asked
     */
    public List<ErasedWording> forget(Pseudonym asker, Collection<Question> asked) {
        return erasure.forget(asker, asked);
    }

    /** Takes somebody's words out of notes and reasons. It reads all of them; not within a transaction. */
    public void forgetQuoted(OwnWords words) {
        erasure.forgetQuoted(words);
    }

    /** The person, and their own chat, go by another key; whatever they wait for they still wait for. */
    public void move(Pseudonym from, Pseudonym to) {
        moves.move(from, to);
    }

    /** Erases up to {@code limit} cases closed, or if open heard of last, before {@code time}; says how many. */
    public int eraseBefore(Instant time, int limit) {
        return moves.eraseBefore(time, limit);
    }

    static void require(CaseId id, int changed) {
        if (changed == 0) {
            throw new ClosedCaseException(id);
        }
    }
}
