package id.saring.claim;

import id.saring.core.ClaimId;

/** Somebody else saved the claim first. */
public final class StaleClaimException extends RuntimeException {
    private final transient ClaimId id;
    private final long expectedVersion;

    StaleClaimException(ClaimId id, long expectedVersion) {
        super("Claim " + id + " is no longer at version " + expectedVersion);
        this.id = id;
        this.expectedVersion = expectedVersion;
    }

    public ClaimId id() {
        return id;
    }

    public long expectedVersion() {
        return expectedVersion;
    }
}
