package id.saring.moderation;

import id.saring.audit.Actor;
import id.saring.audit.Acts;
import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.claim.Difference;
import id.saring.claim.Signature;
import id.saring.core.ClaimId;
import id.saring.db.Database;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Saves claims for moderators and their programs: the claim, the record of the act and the choice whom to tell, all at
 * once.
 */
final class ClaimDesk {
    /**
     * Who changes a claim, why, and who is to hear of it.
     *
     * @param reason   at most {@link Signature#MAX_REASON} characters
     * @param answered cases the claim is to answer
     * @param declined cases it is not to answer though the matcher would
     * @param tell     whether those who were shown the claim are told although its verdict is the same
     */
    record By(Actor actor, @Nullable String reason, List<Long> answered, List<Long> declined, boolean tell) {
        Signature signature() {
            return Signature.of(actor.name(), reason);
        }
    }

    private final Database database;
    private final Claims claims;
    private final Acts acts;
    private final ChangeNotice notice;

    ClaimDesk(Database database, Claims claims, Acts acts, ChangeNotice notice) {
        this.database = database;
        this.claims = claims;
        this.acts = acts;
        this.notice = notice;
    }

    ChangeNotice notice() {
        return notice;
    }

    /** @see Claims#create */
    Claim create(@Nullable String key, ClaimContent content, ClaimState state, By by) {
        return database.transact(() -> {
            Claim claim = claims.create(key, content, state, by.signature());
            record(by, state == ClaimState.PUBLISHED ? "claim.publish" : "claim.create", null, claim);
            notice.decided(by.actor(), claim, by.answered(), by.declined(), false);
            return claims.find(claim.id()).orElseThrow();
        });
    }

    /** @see Claims#revise */
    Claim save(ClaimId id, long version, ClaimContent content, ClaimState state, By by) {
        return database.transact(() -> {
            Claim before = claims.find(id).orElseThrow(() -> new NoSuchElementException("There is no claim " + id));
            Claim after = claims.revise(id, version, content, state, by.signature());
            if (after.version() != before.version()) {
                record(by, verb(before.state(), after.state()), before, after);
            }
            boolean tell = by.tell() && after.version() != before.version();
            notice.decided(by.actor(), after, by.answered(), by.declined(), tell);
            return claims.find(id).orElseThrow();
        });
    }

    private static String verb(ClaimState before, ClaimState after) {
        if (before == after) {
            return "claim.edit";
        }
        return after == ClaimState.WITHDRAWN ? "claim.withdraw" : "claim.publish";
    }

    private void record(By by, String what, @Nullable Claim before, Claim after) {
        Map<String, Object> was = before == null ? Map.of() : facts(before);
        Map<String, Object> is = facts(after);
        if (before != null) {
            is.put("changed", Difference.between(before.content(), after.content()).stream()
                    .map(Difference::field)
                    .collect(Collectors.joining(", ")));
        }
        acts.record(by.actor(), what, "claim:" + after.id(), was, is);
    }

    private static Map<String, Object> facts(Claim claim) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("version", claim.version());
        facts.put("state", claim.state());
        if (claim.verdict() != null) {
            facts.put("verdict", claim.verdict());
        }
        return facts;
    }

    /** What a change would do, field by field, for the page that asks whether it is meant. */
    static List<Difference> differences(@Nullable Claim now, ClaimContent next) {
        return Difference.between(now == null ? null : now.content(), next);
    }
}
