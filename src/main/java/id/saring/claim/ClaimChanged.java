package id.saring.claim;

import id.saring.core.ClaimId;
import java.util.List;

/** Claims were saved and are committed; {@code storeVersion} is the store's version from then on. */
public record ClaimChanged(List<ClaimId> claims, long storeVersion) {
    public ClaimChanged {
        claims = List.copyOf(claims);
    }
}
