package id.saring.claim;

import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.core.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A claim as the store holds it.
 *
 * @param key     stable text key, unique; importing a row with the same key again updates the same claim
 * @param version 1 at first, one more with each saved change
 * @throws IllegalArgumentException if it is published without a verdict
 */
public record Claim(
        ClaimId id, String key, ClaimContent content, ClaimState state, long version, Instant createdAt,
        Instant updatedAt) {
    public Claim {
        if (state == ClaimState.PUBLISHED && content.verdict() == null) {
            throw new IllegalArgumentException("Claim " + key + " cannot be published without a verdict");
        }
    }

    public Language language() {
        return content.language();
    }

    public String text() {
        return content.text();
    }

    public @Nullable Verdict verdict() {
        return content.verdict();
    }

    public boolean published() {
        return state == ClaimState.PUBLISHED;
    }
}
