package id.saring.site;

import id.saring.bulletin.Bulletin;
import id.saring.bulletin.Bulletins;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.claim.PublishedClaims;
import id.saring.claim.PublishedClaims.Stamp;
import id.saring.core.ClaimId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What decides how a claim's page looks, read from the store at the very request. */
class ClaimFacts {
    /**
     * Two equal ones give the same page.
     *
     * @param bulletin     the latest bulletin about the claim; null if there is none yet
     * @param translations the claim in all its languages
     */
    record Facts(Stamp claim, @Nullable Bulletin bulletin, List<Stamp> translations) {
        /** Whether the claim's latest change has its bulletin already; it comes a moment after the change. */
        boolean complete() {
            return bulletin != null && bulletin.version() == claim.version();
        }
    }

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

    /** The facts of a claim; empty if there is none or it was never public. */
    Optional<Facts> of(ClaimId id) {
        return published.stamp(id)
                .filter(stamp -> stamp.state() != ClaimState.DRAFT)
                .map(stamp -> new Facts(stamp, bulletins.lastOf(id).orElse(null), published.translations(id)));
    }
}
