package id.saring.claim;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.saring.core.ClaimId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Claims read a moment ago, for as long as nothing in the store has changed: what goes round is asked for again and
 * again. Each is kept under the store's version before it was read, so that none is ever older than the version asked
 * for.
 */
final class KnownClaims {
    /** A claim takes some kilobytes. */
    private static final int MOST = 2_000;

    private final Cache<At, Claim> claims = Caffeine.newBuilder().maximumSize(MOST).build();

    /** The version asked for last. */
    private volatile long last;

    private record At(long version, ClaimId id) {}

    /** Those of the claims that exist, no older than {@code version} of the store; {@code read} reads the unknown. */
    Map<ClaimId, Claim> at(
            long version, Collection<ClaimId> ids, Function<Collection<ClaimId>, Map<ClaimId, Claim>> read) {
        if (version < last) {
            // The store is that of an older backup: its versions will be given to other changes.
            claims.invalidateAll();
        }
        last = version;
        Map<ClaimId, Claim> found = new HashMap<>();
        List<ClaimId> unknown = new ArrayList<>();
        for (ClaimId id : ids) {
            Claim claim = claims.getIfPresent(new At(version, id));
            if (claim == null) {
                unknown.add(id);
            } else {
                found.put(id, claim);
            }
        }
        if (!unknown.isEmpty()) {
            read.apply(unknown).forEach((id, claim) -> {
                found.put(id, claim);
                claims.put(new At(version, id), claim);
            });
        }
        return found;
    }
}
