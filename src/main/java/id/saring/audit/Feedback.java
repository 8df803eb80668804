package id.saring.audit;

import id.saring.core.ClaimId;
import id.saring.core.Pseudonym;
import java.time.Instant;

/** Whether the answer with a version of a claim helped the person who asked. */
public record Feedback(ClaimId claim, long version, Pseudonym asker, boolean helpful, Instant at) {
    /** How many people found a claim's answer helpful or not, over all its versions. */
    public record Tally(long helpful, long unhelpful) {}
}
