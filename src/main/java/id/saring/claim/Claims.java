package id.saring.claim;

import id.saring.claim.ClaimTable.Changed;
import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.core.Page;
import id.saring.db.Database;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The store of claims. Every change raises the store's version by one in the same transaction, so that whoever derives
 * something from the claims (an index, a cache, another replica) can tell what it has not seen.
 */
public final class Claims {
    private static final int PAGE = 500;

    /** What saving a row did. */
    public enum Saved {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    /**
     * A claim to be saved under its key.
     *
     * @throws IllegalArgumentException if the key is blank, or it is published without a verdict
     */
    public record Row(String key, ClaimContent content, ClaimState state) {
        public Row {
            if (key.isBlank()) {
                throw new IllegalArgumentException("A claim needs a key");
            }
            if (state == ClaimState.PUBLISHED && content.verdict() == null) {
                throw new IllegalArgumentException("Claim " + key + " cannot be published without a verdict");
            }
        }
    }

    private final Database database;
    private final ClaimNews news;
    private final ClaimWriting writing;
    private final KnownClaims known = new KnownClaims();

    public Claims(Database database, Clock clock) {
        this.database = database;
        this.news = new ClaimNews(database);
        this.writing = new ClaimWriting(this, database, clock, news);
    }

    public Optional<Claim> find(ClaimId id) {
        return one("id", id.value());
    }

    public Optional<Claim> findByKey(String key) {
        return one("claim_key", key);
    }

    private Optional<Claim> one(String column, Object value) {
        return database.current()
                .sql("SELECT * FROM claim WHERE " + column + " = ?")
                .param(value)
                .query(ClaimTable::read)
                .optional();
    }

    /** The claims of these ids in the order given, as the store has them now; unknown ids are left out. */
    public List<Claim> findAll(Collection<ClaimId> ids) {
        // What a transaction has changed has no version yet.
        Map<ClaimId, Claim> found =
                database.inTransaction() ? read(ids) : known.at(storeVersion(), ids, this::read);
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    private Map<ClaimId, Claim> read(Collection<ClaimId> ids) {
        return select("id", ids.stream().map(ClaimId::value).distinct().toList()).stream()
                .collect(Collectors.toMap(Claim::id, Function.identity()));
    }

    /** The claims of these keys in no order; unknown keys are left out. */
    public List<Claim> findAllByKey(Collection<String> keys) {
        return select("claim_key", List.copyOf(keys));
    }

    private List<Claim> select(String column, List<?> values) {
        List<Claim> found = new ArrayList<>();
        for (int from = 0; from < values.size(); from += ClaimTable.CHUNK) {
            found.addAll(database.current().sql("SELECT * FROM claim WHERE " + column + " IN (:values)")
                    .param("values", values.subList(from, Math.min(from + ClaimTable.CHUNK, values.size())))
                    .query(ClaimTable::read)
                    .list());
        }
        return found;
    }

    /** As {@link #saveAll(List, Signature)} does, in the name of an import. */
    public List<Saved> saveAll(List<Row> rows) {
        return saveAll(rows, Signature.IMPORT);
    }

    /**
     * Creates or updates claims by key, all in one transaction and one step of the store's version. Of two rows with
     * one key the later one stands.
     *
     * @return what was done with each row, in their order
     * @throws RefusedMoveException if a claim may not go to its row's state; then nothing is saved
     */
    public List<Saved> saveAll(List<Row> rows, Signature by) {
        return writing.saveAll(rows, by);
    }

    /**
     * Saves a claim that is not there yet.
     *
     * @param key null to have one made
     * @throws TakenKeyException    if another claim has that key
     * @throws RefusedMoveException if it is to be published without a verdict
     */
    public Claim create(@Nullable String key, ClaimContent content, ClaimState state, Signature by) {
        return writing.create(key == null ? "saring-" + UUID.randomUUID() : key, content, state, by);
    }

    /** As {@link #edit(ClaimId, long, ClaimContent, Signature)} does, in the name of an import. */
    public Claim edit(ClaimId id, long expectedVersion, ClaimContent content) {
        return edit(id, expectedVersion, content, Signature.IMPORT);
    }

    /**
     * Changes the content of a claim; the same content again changes nothing.
     *
     * @throws StaleClaimException    if the claim is no longer at {@code expectedVersion}
     * @throws RefusedMoveException   if it is published and would lose its verdict
     * @throws NoSuchElementException if there is no such claim
     */
    public Claim edit(ClaimId id, long expectedVersion, ClaimContent content, Signature by) {
        return writing.change(id, expectedVersion, claim -> content, Claim::state, by);
    }

    /**
     * Changes content and state of a claim at once, by the rules of
     * {@link #edit(ClaimId, long, ClaimContent, Signature)} and
     * {@link #move(ClaimId, long, ClaimState, Signature)}.
     */
    public Claim revise(ClaimId id, long expectedVersion, ClaimContent content, ClaimState state, Signature by) {
        return writing.change(id, expectedVersion, claim -> content, claim -> state, by);
    }

    /** As {@link #move(ClaimId, long, ClaimState, Signature)} does, in the name of an import. */
    public Claim move(ClaimId id, long expectedVersion, ClaimState state) {
        return move(id, expectedVersion, state, Signature.IMPORT);
    }

    /**
     * Publishes or withdraws a claim, by {@link ClaimState#mayBecome}.
     *
     * @throws StaleClaimException    if the claim is no longer at {@code expectedVersion}
     * @throws RefusedMoveException   if it may not go to that state, or would be published without a verdict
     * @throws NoSuchElementException if there is no such claim
     */
    public Claim move(ClaimId id, long expectedVersion, ClaimState state, Signature by) {
        return writing.change(id, expectedVersion, Claim::content, claim -> state, by);
    }

    /**
     * Adds a wording people use, unless the claim has it already; whoever edits the claim meanwhile is told that it
     * changed.
     *
     * @throws NoSuchElementException if there is no such claim
     */
    public Claim learn(ClaimId id, String phrasing, Signature by) {
        return writing.change(id, ClaimWriting.ANY_VERSION, claim -> claim.content().with(phrasing), Claim::state, by);
    }

    /**
     * Takes people's words out of every claim and out of all that it was, as if they had never been there: wherever
     * they are the whole of a phrasing, or of a text, headline or summary that was never published. It reads all
     * claims, which takes a while; not within a transaction.
     */
    public void forget(Collection<ForgottenWording> wordings, Signature by) {
        new ForgottenWords(database, writing).forget(wordings, by);
    }

    /** Published claims, latest review first; of one language, or of all if null. */
    public Page<Claim> latest(@Nullable Language language, long offset, int limit) {
        String where = " FROM claim WHERE state = 'PUBLISHED'" + (language == null ? "" : " AND language = ?");
        List<Object> params = language == null ? List.of() : List.of(language.code());
        long total = database.current().sql("SELECT count(*)" + where).params(params).query(Long.class).single();
        List<Object> pageParams = new ArrayList<>(params);
        pageParams.add(limit);
        pageParams.add(offset);
        List<Claim> items = database.current().sql(
                        "SELECT *" + where + " ORDER BY reviewed_on DESC NULLS LAST, id DESC LIMIT ? OFFSET ?")
                .params(pageParams)
                .query(ClaimTable::read)
                .list();
        return new Page<>(items, offset, total);
    }

    public long count(ClaimState state) {
        return database.current().sql("SELECT count(*) FROM claim WHERE state = ?").param(state.name())
                .query(Long.class).single();
    }

    /** The version of the store: how many changes have been committed. */
    public long storeVersion() {
        return database.current().sql("SELECT value FROM store_version").query(Long.class).single();
    }

    /** Visits every claim of any state in the order of its id without holding them all in memory. */
    public void forEach(Consumer<Claim> visitor) {
        long last = 0;
        List<Claim> page;
        do {
            page = database.current().sql("SELECT * FROM claim WHERE id > ? ORDER BY id LIMIT ?")
                    .params(last, PAGE)
                    .query(ClaimTable::read)
                    .list();
            page.forEach(visitor);
            last = page.isEmpty() ? last : page.getLast().id().value();
        } while (page.size() == PAGE);
    }

    /** Claims of any state changed after {@code storeVersion}, oldest change first. */
    public void forEachChangedSince(long storeVersion, Consumer<Claim> visitor) {
        long changeSeq = storeVersion;
        long id = Long.MAX_VALUE;
        List<Changed> page;
        do {
            page = database.current().sql(ClaimTable.CHANGED_SINCE)
                    .params(changeSeq, id, PAGE)
                    .query(ClaimTable::readChanged)
                    .list();
            page.forEach(changed -> visitor.accept(changed.claim()));
            if (!page.isEmpty()) {
                changeSeq = page.getLast().changeSeq();
                id = page.getLast().claim().id().value();
            }
        } while (page.size() == PAGE);
    }

    /**
     * Has {@code listener} told of every committed change, on the thread that made it and before the change returns.
     * One that fails is logged and keeps neither the change nor the other listeners from going on.
     */
    public void onChange(Consumer<ClaimChanged> listener) {
        news.onChange(listener);
    }

    /**
     * Has {@code follower} told, soon after its commit, of every change that another process made: another replica, or
     * a command. It is told at least once a second, on a thread of its own, also when nothing has changed: what it does
     * must cost next to nothing then. Ends when what is returned is closed.
     */
    public AutoCloseable follow(Runnable follower) {
        return news.follow(follower);
    }

    /** Tells this store apart from every other: what was derived from one is of no use for another. */
    public String storeId() {
        return database.settle("store id", UUID.randomUUID().toString());
    }
}
