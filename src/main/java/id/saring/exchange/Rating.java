package id.saring.exchange;

import id.saring.claim.ClaimState;
import id.saring.core.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What a row says of its verdict.
 *
 * @param verdict null if it says nothing or uses a word that is not known
 * @param word    the publisher's own word
 * @param unknown whether the word is not known, so that a moderator has to look
 */
record Rating(@Nullable Verdict verdict, @Nullable String word, boolean unknown) {
    /** Takes {@code verdict} for the word that decides and {@code rating} for one that is only kept. */
    static Rating of(@Nullable String verdict, @Nullable String rating, Tally tally) {
        if (verdict == null) {
            return new Rating(null, rating, false);
        }
        for (Verdict known : Verdict.values()) {
            if (VerdictWords.normal(known.name()).equals(VerdictWords.normal(verdict))) {
                return new Rating(known, rating, false);
            }
        }
        Verdict found = VerdictWords.verdict(verdict).orElse(null);
        if (found == null) {
            tally.count("Kept as a draft, verdict not known: " + BadRowException.inOneLine(verdict));
        }
        return new Rating(found, rating == null ? verdict : rating, found == null);
    }

    /** The state the row asks for, or else published if there is a verdict to publish. */
    ClaimState state(@Nullable ClaimState asked) {
        if (asked == ClaimState.PUBLISHED && verdict == null) {
            if (!unknown) {
                throw new BadRowException("is to be published without a verdict");
            }
            return ClaimState.DRAFT;
        }
        if (asked != null) {
            return asked;
        }
        return verdict == null ? ClaimState.DRAFT : ClaimState.PUBLISHED;
    }
}
