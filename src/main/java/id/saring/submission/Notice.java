package id.saring.submission;

import id.saring.core.ClaimId;
import id.saring.core.Pseudonym;
import id.saring.core.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What a chat is told of a claim of our own accord.
 *
 * @param before the verdict the chat was shown; null if none, or that the claim was withdrawn
 */
public record Notice(ClaimId claim, long version, Pseudonym chat, Kind kind, @Nullable Verdict before) {
    public enum Kind {
        /** The answer it waits for. */
        ANSWER,
        /** Another verdict. */
        VERDICT,
        /** Other words for the same verdict. */
        WORDING,
        WITHDRAWAL
    }
}
