package id.saring.claim;

import id.saring.core.ClaimId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A claim as one save left it.
 *
 * @param version the claim's version from that save on
 * @param reason  why it was saved, if the author said so
 */
public record Revision(
        ClaimId claim,
        long version,
        Instant at,
        Author author,
        @Nullable String reason,
        ClaimState state,
        ClaimContent content) {}
