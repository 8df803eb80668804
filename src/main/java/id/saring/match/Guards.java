package id.saring.match;

import id.saring.claim.Claim;
import id.saring.core.Verdict;
import id.saring.match.Explanation.Guard;
import id.saring.text.Denials;
import id.saring.text.Denials.Denial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What may forbid to give a claim's verdict to a message, however like the two are. */
final class Guards {
    /**
     * How sure an answer must be that rests on a phrasing. A phrasing says less than the claim, and other things are
     * said in the same words.
     */
    private static final double PHRASING = 0.8;

    private Guards() {}

    /** The first objection of the guards; empty if none has any. */
    static Optional<String> objection(List<Guard> guards) {
        return guards.stream().flatMap(guard -> Stream.ofNullable(guard.objection())).findFirst();
    }

    /** Whether a verdict says that what is claimed is not so. */
    static boolean warns(@Nullable Verdict verdict) {
        return verdict == Verdict.FALSE || verdict == Verdict.MISLEADING || verdict == Verdict.SATIRE;
    }

    /** Every guard, in the order in which they are to be heard. */
    static List<Guard> between(String text, Assessment assessment, Claim claim, boolean linked) {
        Denial denial = Denials.in(text);
        List<Guard> guards = new ArrayList<>();
        guards.add(new Guard("denial", objection(denial, claim)));
        if (!linked) {
            guards.add(new Guard(
                    "contradiction",
                    Contradictions.between(assessment.message(), claim, denial == Denial.CLEAR)
                            .map(contradiction -> "contradicts the claim: " + contradiction)
                            .orElse(null)));
            boolean unsure = assessment.confidence() < PHRASING && byPhrasing(assessment, claim);
            guards.add(new Guard("phrasing", unsure ? "only like a phrasing of the claim, and not sure enough" : null));
            guards.add(new Guard("explained", Explained.objection(assessment, claim).orElse(null)));
        }
        return guards;
    }

    /** Whether what is nearest to the message is not the claim itself. */
    private static boolean byPhrasing(Assessment assessment, Claim claim) {
        ClaimWords nearest = assessment.ranked().getFirst().candidate().words;
        return !claim.content().phrasings().isEmpty()
                && nearest.claimId() == claim.id().value()
                && !nearest.words().equals(ClaimWords.ownText(claim).words());
    }

    private static @Nullable String objection(Denial denial, Claim claim) {
        // That a claim is false holds whether the message passes it on or denies it; that it is true would be misread.
        return denial != Denial.NONE && !warns(claim.verdict())
                ? "the message uses words of denial: " + denial
                : null;
    }
}
