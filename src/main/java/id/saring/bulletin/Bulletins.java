package id.saring.bulletin;

import id.saring.bulletin.Bulletin.Kind;
import id.saring.claim.Claim;
import id.saring.claim.Claims;
import id.saring.claim.PublishedClaims;
import id.saring.claim.PublishedClaims.Mark;
import id.saring.claim.PublishedClaims.Marked;
import id.saring.core.ClaimId;
import id.saring.core.Verdict;
import id.saring.db.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The record of what became public, kept in step with the claims: a change made through this process is recorded before
 * it returns, one made elsewhere within a second, each once whichever replica sees it first.
 */
public final class Bulletins {
    private static final int STEP = 500;

    private final Database database;
    private final Claims claims;
    private final PublishedClaims published;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock catchingUp = new ReentrantLock();
    private volatile long seen = -1;

    public Bulletins(Database database, Claims claims) {
        this.database = database;
        this.claims = claims;
        this.published = new PublishedClaims(database);
    }

    /** Records what has changed since the last time; cheap if nothing has. */
    public void catchUp() {
        if (claims.storeVersion() == seen) {
            return;
        }
        catchingUp.lock();
        try {
            boolean added = false;
            boolean more;
            do {
                Step step = database.transact(this::step);
                added |= step.added();
                more = step.more();
            } while (more);
            if (added) {
                listeners.forEach(Runnable::run);
            }
        } finally {
            catchingUp.unlock();
        }
    }

    /** Has {@code listener} told, after the commit, that there are new bulletins. */
    public void onAdded(Runnable listener) {
        listeners.add(listener);
    }

    /** All of one claim, oldest first. */
    public List<Bulletin> of(ClaimId claim) {
        return database.read()
                .sql("SELECT * FROM bulletin WHERE claim_id = ? ORDER BY id")
                .param(claim.value())
                .query(Bulletins::read)
                .list();
    }

    /** The latest of one claim; empty if it has none. */
    public Optional<Bulletin> lastOf(ClaimId claim) {
        return database.read()
                .sql("SELECT * FROM bulletin WHERE claim_id = ? ORDER BY id DESC LIMIT 1")
                .param(claim.value())
                .query(Bulletins::read)
                .optional();
    }

    /** The id of the latest of all; 0 if there is none. */
    public long latest() {
        return database.read().sql("SELECT coalesce(max(id), 0) FROM bulletin").query(Long.class).single();
    }

    /** Bulletins of these kinds with ids below {@code before}, newest first. */
    public List<Bulletin> before(long before, Set<Kind> kinds, int limit) {
        return list("id < :mark", "DESC", before, kinds, limit);
    }

    /** Bulletins of these kinds with ids above {@code after}, oldest first. */
    public List<Bulletin> after(long after, Set<Kind> kinds, int limit) {
        return list("id > :mark", "ASC", after, kinds, limit);
    }

    private List<Bulletin> list(String where, String order, long mark, Set<Kind> kinds, int limit) {
        return database.current()
                .sql("SELECT * FROM bulletin WHERE " + where + " AND kind IN (:kinds) ORDER BY id " + order
                + " LIMIT :limit")
                .param("mark", mark)
                .param("kinds", kinds.stream().map(Kind::name).toList())
                .param("limit", limit)
                .query(Bulletins::read)
                .list();
    }

    private record Step(boolean added, boolean more) {}

    /** Records one step of changes; whoever else does the same waits for the mark. */
    private Step step() {
        Mark mark = database.write()
                .sql("""
                        INSERT INTO bulletin_mark (name, change_seq, claim_id) VALUES ('claims', 0, 0)
                        ON CONFLICT (name) DO UPDATE SET change_seq = bulletin_mark.change_seq
                        RETURNING change_seq, claim_id""")
                .query((row, number) -> new Mark(row.getLong("change_seq"), row.getLong("claim_id")))
                .single();
        long version = claims.storeVersion();
        List<Marked> changed = published.changed(mark, STEP);
        int added = add(changed.stream().map(Marked::claim).toList());
        if (!changed.isEmpty()) {
            Mark next = changed.getLast().mark();
            database.write()
                    .sql("UPDATE bulletin_mark SET change_seq = ?, claim_id = ? WHERE name = 'claims'")
                    .params(next.change(), next.id())
                    .update();
        }
        boolean more = changed.size() == STEP;
        if (!more) {
            database.afterCommit(() -> seen = version);
        }
        return new Step(added > 0, more);
    }

    private int add(List<Claim> changed) {
        Map<ClaimId, Bulletin> last = lastOf(changed.stream().map(Claim::id).toList());
        List<Bulletin> news = new ArrayList<>();
        for (Claim claim : changed) {
            Bulletin next = Bulletin.next(claim, last.get(claim.id()));
            if (next != null) {
                news.add(next);
            }
        }
        for (int from = 0; from < news.size(); from += 100) {
            insert(news.subList(from, Math.min(from + 100, news.size())));
        }
        return news.size();
    }

    private void insert(List<Bulletin> news) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Bulletin one : news) {
            values.add(one.claim().value());
            values.add(one.version());
            values.add(one.kind().name());
            values.add(one.verdict().name());
            values.add(one.former() == null ? null : one.former().name());
            values.add(one.at().toEpochMilli());
        }
        database.write()
                .sql("INSERT INTO bulletin (claim_id, claim_version, kind, verdict, former_verdict, at) VALUES "
                        + String.join(", ", Collections.nCopies(news.size(), "(?, ?, ?, ?, ?, ?)"))
                        + " ON CONFLICT (claim_id, claim_version) DO NOTHING")
                .params(values)
                .update();
    }

    private Map<ClaimId, Bulletin> lastOf(Collection<ClaimId> ids) {
        Map<ClaimId, Bulletin> last = new HashMap<>();
        if (!ids.isEmpty()) {
            database.write()
                    .sql("""
                            SELECT * FROM bulletin WHERE id IN (
                                SELECT max(id) FROM bulletin WHERE claim_id IN (:ids) GROUP BY claim_id)""")
                    .param("ids", ids.stream().map(ClaimId::value).toList())
                    .query(Bulletins::read)
                    .list()
                    .forEach(bulletin -> last.put(bulletin.claim(), bulletin));
        }
        return last;
    }

    private static Bulletin read(ResultSet row, int number) throws SQLException {
        String former = row.getString("former_verdict");
        return new Bulletin(
                row.getLong("id"),
                new ClaimId(row.getLong("claim_id")),
                row.getLong("claim_version"),
                Kind.valueOf(row.getString("kind")),
                Verdict.valueOf(row.getString("verdict")),
                former == null ? null : Verdict.valueOf(former),
                Instant.ofEpochMilli(row.getLong("at")));
    }
}
