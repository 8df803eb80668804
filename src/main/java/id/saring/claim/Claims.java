package id.saring.claim;

import id.saring.claim.ClaimTable.Changed;
import id.saring.claim.ClaimTable.Written;
import id.saring.claim.RefusedMoveException.Refusal;
import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.core.Page;
import id.saring.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The store of claims. Every change raises the store's version by one in the same transaction, so that whoever derives
 * something from the claims (an index, a cache, another replica) can tell what it has not seen.
 */
public final class Claims {
    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);

    private static final int PAGE = 500;
    private static final String NEWS = "saring_claims";

    /** How long a change made elsewhere can go unheard. */
    private static final Duration POLL = Duration.ofSeconds(1);

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
    private final Clock clock;
    private final List<Consumer<ClaimChanged>> listeners = new CopyOnWriteArrayList<>();

    public Claims(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public Optional<Claim> find(ClaimId id) {
        return reader().sql("SELECT * FROM claim WHERE id = ?").param(id.value()).query(ClaimTable::read).optional();
    }

    public Optional<Claim> findByKey(String key) {
        return reader().sql("SELECT * FROM claim WHERE claim_key = ?").param(key).query(ClaimTable::read).optional();
    }

    /** The claims of these ids in the order given; unknown ids are left out. */
    public List<Claim> findAll(Collection<ClaimId> ids) {
        Map<ClaimId, Claim> found = new HashMap<>();
        select("id", ids.stream().map(ClaimId::value).toList()).forEach(claim -> found.put(claim.id(), claim));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    /** The claims of these keys in no order; unknown keys are left out. */
    public List<Claim> findAllByKey(Collection<String> keys) {
        return select("claim_key", List.copyOf(keys));
    }

    private List<Claim> select(String column, List<?> values) {
        List<Claim> found = new ArrayList<>();
        for (int from = 0; from < values.size(); from += ClaimTable.CHUNK) {
            found.addAll(reader().sql("SELECT * FROM claim WHERE " + column + " IN (:values)")
                    .param("values", values.subList(from, Math.min(from + ClaimTable.CHUNK, values.size())))
                    .query(ClaimTable::read)
                    .list());
        }
        return found;
    }

    /**
     * Creates or updates claims by key, all in one transaction and one step of the store's version. Of two rows with
     * one key the later one stands.
     *
     * @return what was done with each row, in their order
     * @throws RefusedMoveException if a claim may not go to its row's state; then nothing is saved
     */
    public List<Saved> saveAll(List<Row> rows) {
        return database.transact(() -> {
            long version = lockVersion() + 1;
            List<ClaimId> changed = new ArrayList<>();
            List<Saved> saved = new ArrayList<>(rows.size());
            for (List<Row> chunk : ClaimTable.chunksOfDistinctKeys(rows)) {
                refuseForbiddenMoves(chunk, saved.size());
                Map<String, Written> written = new HashMap<>();
                ClaimTable.upsert(database.write(), chunk, version, clock.instant()).forEach(w -> written.put(w.key(), w));
                for (Row row : chunk) {
                    Written w = written.get(row.key());
                    saved.add(w == null ? Saved.UNCHANGED : w.version() == 1 ? Saved.CREATED : Saved.UPDATED);
                    if (w != null) {
                        changed.add(w.id());
                    }
                }
            }
            raiseVersion(changed);
            return saved;
        });
    }

    /**
     * Changes the content of a claim; the same content again changes nothing.
     *
     * @throws StaleClaimException    if the claim is no longer at {@code expectedVersion}
     * @throws RefusedMoveException   if it is published and would lose its verdict
     * @throws NoSuchElementException if there is no such claim
     */
    public Claim edit(ClaimId id, long expectedVersion, ClaimContent content) {
        return change(id, expectedVersion, claim -> content, Claim::state);
    }

    /**
     * Publishes or withdraws a claim, by {@link ClaimState#mayBecome}.
     *
     * @throws StaleClaimException    if the claim is no longer at {@code expectedVersion}
     * @throws RefusedMoveException   if it may not go to that state, or would be published without a verdict
     * @throws NoSuchElementException if there is no such claim
     */
    public Claim move(ClaimId id, long expectedVersion, ClaimState state) {
        return change(id, expectedVersion, Claim::content, claim -> state);
    }

    /** Published claims, latest review first; of one language, or of all if null. */
    public Page<Claim> latest(@Nullable Language language, long offset, int limit) {
        String where = " FROM claim WHERE state = 'PUBLISHED'" + (language == null ? "" : " AND language = ?");
        List<Object> params = language == null ? List.of() : List.of(language.code());
        long total = reader().sql("SELECT count(*)" + where).params(params).query(Long.class).single();
        List<Object> pageParams = new ArrayList<>(params);
        pageParams.add(limit);
        pageParams.add(offset);
        List<Claim> items = reader().sql(
                        "SELECT *" + where + " ORDER BY reviewed_on DESC NULLS LAST, id DESC LIMIT ? OFFSET ?")
                .params(pageParams)
                .query(ClaimTable::read)
                .list();
        return new Page<>(items, offset, total);
    }

    public long count(ClaimState state) {
        return reader().sql("SELECT count(*) FROM claim WHERE state = ?").param(state.name()).query(Long.class).single();
    }

    /** The version of the store: how many changes have been committed. */
    public long storeVersion() {
        return reader().sql("SELECT value FROM store_version").query(Long.class).single();
    }

    /** Visits every claim of any state in the order of its id without holding them all in memory. */
    public void forEach(Consumer<Claim> visitor) {
        long last = 0;
        List<Claim> page;
        do {
            page = reader().sql("SELECT * FROM claim WHERE id > ? ORDER BY id LIMIT ?")
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
            page = reader().sql(ClaimTable.CHANGED_SINCE)
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
     * Has {@code listener} told of every committed change, on the thread that made it and before the change returns. One
     * that fails is logged and keeps neither the change nor the other listeners from going on.
     */
    public void onChange(Consumer<ClaimChanged> listener) {
        listeners.add(listener);
    }

    /**
     * Has {@code follower} told, soon after its commit, of every change that another process made: another replica, or a
     * command. It is told at least once a second, on a thread of its own, also when nothing has changed: what it does must
     * cost next to nothing then. Ends when what is returned is closed.
     */
    public AutoCloseable follow(Runnable follower) {
        return database.listen(NEWS, POLL, news -> follower.run());
    }

    /** Tells this store apart from every other: what was derived from one is of no use for another. */
    public String storeId() {
        return database.settle("store id", UUID.randomUUID().toString());
    }

    private Claim change(
            ClaimId id, long expectedVersion, Function<Claim, ClaimContent> content, Function<Claim, ClaimState> state) {
        return database.transact(() -> {
            long version = lockVersion() + 1;
            Claim before = find(id).orElseThrow(() -> new NoSuchElementException("There is no claim " + id));
            if (before.version() != expectedVersion) {
                throw new StaleClaimException(id, expectedVersion);
            }
            if (state.apply(before) == ClaimState.PUBLISHED && content.apply(before).verdict() == null) {
                throw new RefusedMoveException(List.of(Refusal.ofMissingVerdict(before.key())));
            }
            List<Row> after = List.of(new Row(before.key(), content.apply(before), state.apply(before)));
            refuseForbiddenMoves(after, 0);
            List<Written> written = ClaimTable.upsert(database.write(), after, version, clock.instant());
            raiseVersion(written.stream().map(Written::id).toList());
            return find(id).orElseThrow();
        });
    }

    /**
     * Keeps every other writer out until the transaction ends, on any replica: change numbers are then committed in
     * their order, and what is read before writing cannot change in between.
     */
    private long lockVersion() {
        return database.write().sql("UPDATE store_version SET value = value RETURNING value").query(Long.class).single();
    }

    private void raiseVersion(List<ClaimId> changed) {
        if (changed.isEmpty()) {
            return;
        }
        long version = database.write()
                .sql("UPDATE store_version SET value = value + 1 RETURNING value")
                .query(Long.class)
                .single();
        database.announce(NEWS, Long.toString(version));
        ClaimChanged news = new ClaimChanged(changed, version);
        database.afterCommit(() -> listeners.forEach(listener -> tell(listener, news)));
    }

    private static void tell(Consumer<ClaimChanged> listener, ClaimChanged news) {
        try {
            listener.accept(news);
        } catch (RuntimeException e) {
            LOG.error("A listener failed on store version {}", news.storeVersion(), e);
        }
    }

    private void refuseForbiddenMoves(List<Row> rows, int firstRow) {
        Map<String, ClaimState> states = new HashMap<>();
        database.write()
                .sql("SELECT claim_key, state FROM claim WHERE claim_key IN (:keys)")
                .param("keys", rows.stream().map(Row::key).toList())
                .query(row -> {
                    states.put(row.getString("claim_key"), ClaimState.valueOf(row.getString("state")));
                });
        List<Refusal> refusals = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            ClaimState state = states.getOrDefault(row.key(), row.state());
            if (!state.mayBecome(row.state())) {
                refusals.add(Refusal.ofStep(firstRow + i, row.key(), state, row.state()));
            }
        }
        if (!refusals.isEmpty()) {
            throw new RefusedMoveException(refusals);
        }
    }

    /** Inside a transaction its own writes must be seen, and only the writer sees them. */
    private JdbcClient reader() {
        return database.inTransaction() ? database.write() : database.read();
    }
}
