package id.saring.site;

import id.saring.bulletin.Bulletins;
import id.saring.claim.Claims;
import id.saring.claim.ClaimState;
import id.saring.claim.PublishedClaims;
import id.saring.claim.PublishedClaims.Stamp;
import id.saring.core.ClaimId;
import java.util.List;
import java.util.Optional;

/** What decides how a claim's page looks, read from the store at the very request. */
class ClaimFacts {
    /**
     * Two equal ones give the same page.
     *
     * @param bulletin     id of the latest bulletin about the claim
     * @param translations the claim in all its languages
     */
    record Facts(Stamp claim, long bulletin, List<Stamp> translations) {}

    private final Claims claims;
    private final PublishedClaims published;
    private final Bulletins bulletins;

    ClaimFacts(Claims claims, PublishedClaims published, Bulletins bulletins) {
        this.claims = claims;
        this.published = published;
        this.bulletins = bulletins;
    }

    /** As long as this is the same, no claim has changed, and neither have any facts. */
    long storeVersion() {
        return claims.storeVersion();
    }

    /** Whether all that has changed up to {@code storeVersion} has its bulletin already. */
    boolean complete(long storeVersion) {
        return bulletins.seen() >= storeVersion;
    }

    /** The facts of a claim; empty if there is none or it was never public. */
    Optional<Facts> of(ClaimId id) {
        return published.stamp(id)
                .filter(stamp -> stamp.state() != ClaimState.DRAFT)
                .map(stamp -> new Facts(stamp, bulletins.latestOf(id), published.translations(id)));
    }
}
