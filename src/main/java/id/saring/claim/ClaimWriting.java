package id.saring.claim;

import id.saring.claim.Claims.Row;
import id.saring.claim.Claims.Saved;
import id.saring.claim.ClaimTable.Written;
import id.saring.claim.RefusedMoveException.Refusal;
import id.saring.core.ClaimId;
import id.saring.db.Database;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** How claims are saved: one writer at a time, each save one step of the store's version, one revision, one listing. */
final class ClaimWriting {
    /** Stands for whatever version a claim is at. */
    static final long ANY_VERSION = 0;

    private final Claims claims;
    private final Database database;
    private final Clock clock;
    private final ClaimNews news;

    ClaimWriting(Claims claims, Database database, Clock clock, ClaimNews news) {
        this.claims = claims;
        this.database = database;
        this.clock = clock;
        this.news = news;
    }

    List<Saved> saveAll(List<Row> rows, Signature by) {
        return database.transact(() -> {
            long version = news.lockVersion() + 1;
            List<ClaimId> changed = new ArrayList<>();
            List<Saved> saved = new ArrayList<>(rows.size());
            for (List<Row> chunk : ClaimTable.chunksOfDistinctKeys(rows)) {
                refuseForbiddenMoves(chunk, saved.size());
                Map<String, Written> written = new HashMap<>();
                write(chunk, version, by).forEach(w -> written.put(w.key(), w));
                for (Row row : chunk) {
                    Written w = written.get(row.key());
                    saved.add(w == null ? Saved.UNCHANGED : w.version() == 1 ? Saved.CREATED : Saved.UPDATED);
                    if (w != null) {
                        changed.add(w.id());
                    }
                }
            }
            news.raiseVersion(changed);
            return saved;
        });
    }

    Claim create(String key, ClaimContent content, ClaimState state, Signature by) {
        refuseWithoutVerdict(key, content, state);
        return database.transact(() -> {
            long version = news.lockVersion() + 1;
            if (claims.findByKey(key).isPresent()) {
                throw new TakenKeyException(key);
            }
            news.raiseVersion(write(List.of(new Row(key, content, state)), version, by).stream()
                    .map(Written::id).toList());
            return claims.findByKey(key).orElseThrow();
        });
    }

    Claim change(
            ClaimId id,
            long expectedVersion,
            Function<Claim, ClaimContent> content,
            Function<Claim, ClaimState> state,
            Signature by) {
        return database.transact(() -> {
            long version = news.lockVersion() + 1;
            Claim before = claims.find(id).orElseThrow(() -> unknown(id));
            if (expectedVersion != ANY_VERSION && before.version() != expectedVersion) {
                throw new StaleClaimException(id, expectedVersion);
            }
            refuseWithoutVerdict(before.key(), content.apply(before), state.apply(before));
            List<Row> after = List.of(new Row(before.key(), content.apply(before), state.apply(before)));
            refuseForbiddenMoves(after, 0);
            news.raiseVersion(write(after, version, by).stream().map(Written::id).toList());
            return claims.find(id).orElseThrow();
        });
    }

    /** Writes rows of distinct keys and keeps what they have become. */
    private List<Written> write(List<Row> rows, long version, Signature by) {
        List<Written> written = ClaimTable.upsert(database.write(), rows, version, clock.instant());
        Revisions.keep(database.write(), written.stream().map(Written::id).toList(), by);
        return written;
    }

    private static NoSuchElementException unknown(ClaimId id) {
        return new NoSuchElementException("There is no claim " + id);
    }

    private static void refuseWithoutVerdict(String key, ClaimContent content, ClaimState state) {
        if (state == ClaimState.PUBLISHED && content.verdict() == null) {
            throw new RefusedMoveException(List.of(Refusal.ofMissingVerdict(key)));
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
}
