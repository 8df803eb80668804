package id.saring.bulletin;

import id.saring.claim.Claim;
import id.saring.core.ClaimId;
import id.saring.core.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something about a claim became public.
 *
 * @param id      grows with every bulletin
 * @param version the version of the claim that brought it
 * @param verdict the verdict from then on; of a withdrawn claim the last one
 * @param former  the verdict before, if it was another
 */
public record Bulletin(
        long id, ClaimId claim, long version, Kind kind, Verdict verdict, @Nullable Verdict former, Instant at) {
    /** What happened. */
    public enum Kind {
        /** The claim is public for the first time. */
        PUBLISHED,
        /** Its verdict is another one. */
        CORRECTED,
        /** Its words, reason or sources are others; the verdict is the same. */
        AMENDED,
        WITHDRAWN,
        /** It had been withdrawn and is public again. */
        RESTORED
    }

    /** What is news of a claim whose last bulletin is {@code last}; null if nothing is. */
    static @Nullable Bulletin next(Claim claim, @Nullable Bulletin last) {
        Verdict verdict = claim.verdict();
        if (last != null && claim.version() <= last.version) {
            return null;
        }
        return switch (claim.state()) {
            case DRAFT -> null;
            case WITHDRAWN -> last == null || last.kind == Kind.WITHDRAWN
                    ? null
                    : of(claim, Kind.WITHDRAWN, last.verdict, null);
            case PUBLISHED -> {
                if (verdict == null) {
                    yield null;
                }
                if (last == null) {
                    yield of(claim, Kind.PUBLISHED, verdict, null);
                }
                boolean other = last.verdict != verdict;
                Kind kind = last.kind == Kind.WITHDRAWN ? Kind.RESTORED : other ? Kind.CORRECTED : Kind.AMENDED;
                yield of(claim, kind, verdict, other ? last.verdict : null);
            }
        };
    }

    private static Bulletin of(Claim claim, Kind kind, Verdict verdict, @Nullable Verdict former) {
        return new Bulletin(0, claim.id(), claim.version(), kind, verdict, former, claim.updatedAt());
    }
}
