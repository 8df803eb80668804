package id.saring.core;

import java.util.OptionalInt;

/** What a review found, the first thing a reader sees. */
public enum Verdict {
    FALSE(1),
    MISLEADING(2),
    PARTLY_TRUE(3),
    TRUE(5),
    SATIRE(0),
    UNVERIFIED(0),
    CLARIFICATION(0);

    private final int rating;

    Verdict(int rating) {
        this.rating = rating;
    }

    /**
     * ClaimReview's {@code ratingValue} between worst 1 and best 5; empty for verdicts that are no point on a scale.
     */
    public OptionalInt rating() {
        return rating == 0 ? OptionalInt.empty() : OptionalInt.of(rating);
    }
}
