package id.saring.exchange;

import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.claim.Claims.Row;
import id.saring.claim.Claims.Saved;
import id.saring.claim.RefusedMoveException;
import id.saring.claim.RefusedMoveException.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Does what {@link Claims#saveAll} would do, but only in memory: it keeps a hash of what each key would hold. */
final class DryRun {
    private record Held(int hash, ClaimState state) {
        static Held of(Row row) {
            return new Held(row.hashCode(), row.state());
        }
    }

    private final Claims claims;
    private final Map<String, Held> held = new HashMap<>();

    DryRun(Claims claims) {
        this.claims = claims;
    }

    List<Saved> save(List<Row> rows) {
        List<String> unseen = rows.stream().map(Row::key).filter(key -> !held.containsKey(key)).distinct().toList();
        claims.findAllByKey(unseen).forEach(claim ->
                held.put(claim.key(), Held.of(new Row(claim.key(), claim.content(), claim.state()))));
        List<Refusal> refusals = new ArrayList<>();
        List<Saved> saved = new ArrayList<>();
        Map<String, Held> after = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            Held wanted = Held.of(row);
            Held before = after.getOrDefault(row.key(), held.get(row.key()));
            if (before != null && !before.state().mayBecome(row.state())) {
                refusals.add(Refusal.ofStep(i, row.key(), before.state(), row.state()));
                continue;
            }
            saved.add(before == null ? Saved.CREATED : before.equals(wanted) ? Saved.UNCHANGED : Saved.UPDATED);
            after.put(row.key(), wanted);
        }
        if (!refusals.isEmpty()) {
            throw new RefusedMoveException(refusals);
        }
        held.putAll(after);
        return saved;
    }
}
