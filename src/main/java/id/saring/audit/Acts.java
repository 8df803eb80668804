package id.saring.audit;

import id.saring.core.Page;
import id.saring.core.OwnWords;
import id.saring.core.Secret;
import id.saring.core.Stamps;
import id.saring.db.Database;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Append-only record of what staff do. Recording joins the caller's transaction, so that an act and its record are
 * stored together or not at all; chaining comes right after, so that nobody waits for anybody else's transaction.
 */
public final class Acts {
    private static final Logger LOG = LoggerFactory.getLogger(Acts.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    private final Database database;
    private final ActChain chain;
    private final Clock clock;

    public Acts(Database database, Secret secret, Clock clock) {
        this.database = database;
        this.chain = new ActChain(database, new Stamps(secret, "act"));
        this.clock = clock;
    }

    /** Records an act that changes nothing that could be told before and after, such as a sign-in. */
    public void record(Actor actor, String what, String subject) {
        record(actor, what, subject, Map.of(), Map.of());
    }

    /**
     * Records an act.
     *
     * @param what    {@code subject.verb}, such as {@code claim.publish}
     * @param subject such as {@code claim:12}
     * @param before what was changed, as it was: only what differs, short, no text of people; empty if nothing was
     * there
     * @param after   the same as it is now
     */
    public void record(Actor actor, String what, String subject, Map<String, ?> before, Map<String, ?> after) {
        database.write()
                .sql("""
                        INSERT INTO act (at, actor_id, actor, origin, what, subject, before_state, after_state)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(clock.millis())
                .param(actor.id())
                .param(actor.name())
                .param(actor.origin())
                .param(what)
                .param(subject)
                .param(json(before))
                .param(json(after))
                .update();
        database.afterCommit(this::chainWaiting);
    }

    /** The acts that {@code filter} lets through, latest first. */
    public Page<Act> list(ActFilter filter, long offset, int limit) {
        String where = " FROM act WHERE " + filter.condition();
        long total = database.read()
                .sql("SELECT count(*)" + where)
                .params(filter.values())
                .query(Long.class)
                .single();
        List<Act> acts = database.read()
                .sql("SELECT *" + where + " ORDER BY id DESC LIMIT " + limit + " OFFSET " + offset)
                .params(filter.values())
                .query((row, number) -> ActChain.act(row))
                .list();
        return new Page<>(acts, offset, total);
    }

    /**
     * The acts recorded before another that {@code filter} lets through, latest first.
     *
     * @param before the other's id; {@link Long#MAX_VALUE} for all
     */
    public List<Act> before(long before, ActFilter filter, int limit) {
        return database.read()
                .sql("SELECT * FROM act WHERE " + filter.condition() + " AND id < ? ORDER BY id DESC LIMIT " + limit)
                .params(filter.values())
                .param(before)
                .query((row, number) -> ActChain.act(row))
                .list();
    }

    public Optional<Act> find(long id) {
        return database.read()
                .sql("SELECT * FROM act WHERE id = ?")
                .param(id)
                .query((row, number) -> ActChain.act(row))
                .optional();
    }

    /** Every kind of act there has been, in alphabetical order. */
    public List<String> kinds() {
        List<String> kinds = new ArrayList<>();
        // From one to the next along the index: there are few kinds and many acts.
        for (String next = kindAfter(""); !next.isEmpty(); next = kindAfter(next)) {
            kinds.add(next);
        }
        return kinds;
    }

    private String kindAfter(String kind) {
        return database.read()
                .sql("SELECT coalesce(min(what), '') FROM act WHERE what > ?")
                .param(kind)
                .query(String.class)
                .single();
    }

    /** Whether every act is as it was recorded and none is missing; reads all of them. */
    public ActCheck verify() {
        return chain.verify();
    }

    /** Whether the end of the chain that was noted once, as {@link ActCheck.Sound#last()}, is still in it. */
    public boolean holds(String noted) {
        return chain.holds(noted);
    }

    /**
     * Takes somebody's words out of what acts tell of the time before and after; the chain stays sound. It reads all
     * acts; not within a transaction.
     */
    public void forget(OwnWords words) {
        if (!words.telling()) {
            return;
        }
        database.read()
                .sql("""
                        SELECT * FROM act
                        WHERE before_state LIKE :piece ESCAPE '!' OR after_state LIKE :piece ESCAPE '!' ORDER BY id""")
                .param("piece", words.like())
                .query((row, number) -> ActChain.act(row))
                .list()
                .forEach(act -> {
                    String before = without(words, act.before());
                    String after = without(words, act.after());
                    if (!Objects.equals(before, act.before()) || !Objects.equals(after, act.after())) {
                        chain.redact(act.id(), before, after);
                    }
                });
    }

    private static @Nullable String without(OwnWords words, @Nullable String details) {
        if (details == null) {
            return null;
        }
        Map<String, Object> left = new LinkedHashMap<>(JSON.readValue(details, DETAILS));
        left.replaceAll((name, value) -> value instanceof String text ? words.takenOutOf(text) : value);
        return JSON.writeValueAsString(left);
    }

    /** Chains what has not been chained yet: acts whose process ended between the two steps. */
    void chainWaiting() {
        try {
            if (chain.waiting() > 0) {
                chain.extend();
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Acts could not be chained and will be with the next one: {}", e.getClass().getSimpleName());
        }
    }

    /** In alphabetical order, so that the same act reads the same whoever records it and whenever. */
    private static @Nullable String json(Map<String, ?> values) {
        return values.isEmpty() ? null : JSON.writeValueAsString(new TreeMap<>(values));
    }
}
