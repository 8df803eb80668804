package id.saring.match;

import id.saring.claim.Claim;

/**
 * A published claim and how sure the matcher is that it answers the message.
 *
 * @param confidence calibrated probability from 0 to 1
 */
public record ScoredClaim(Claim claim, double confidence) {
    /** How sure an address of one of the claim's pages makes us; the model has no part in it. */
    public static final double BY_ADDRESS = 0.99;
}
