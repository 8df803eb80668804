package id.saring.audit;

import id.saring.core.ClaimId;
import id.saring.core.Pseudonym;
import id.saring.core.QuestionKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the answer with a version of a claim helped the person who asked.
 *
 * @param question the message that was answered; null if it is not known
 */
public record Feedback(
        ClaimId claim, long version, Pseudonym asker, boolean helpful, Instant at, @Nullable QuestionKey question) {
    /** Without a question. */
    public Feedback(ClaimId claim, long version, Pseudonym asker, boolean helpful, Instant at) {
        this(claim, version, asker, helpful, at, null);
    }

    /** How many people found a claim's answer helpful or not, over all its versions. */
    public record Tally(long helpful, long unhelpful) {}
}
