package id.saring.match;

import id.saring.claim.Claim;
import id.saring.core.Verdict;
import id.saring.match.Explanation.Guard;
import id.saring.text.Denials;
import id.saring.text.Denials.Denial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What may forbid to give a claim's verdict to a message, however like the two are. */
final class Guards {
    /** A single known word, or none, can never single out a claim. */
    private static final int FEWEST_WORDS = 2;

    private final MatchSettings settings;
    private final GuardSettings limits;
    private final Explained explained;

    Guards(MatchSettings settings) {
        this.settings = settings;
        this.limits = settings.guards();
        this.explained = new Explained(limits);
    }

    /** The first objection of the guards; empty if none has any. */
    static Optional<String> objection(List<Guard> guards) {
        return guards.stream().flatMap(guard -> Stream.ofNullable(guard.objection())).findFirst();
    }

    /** Whether a verdict says that what is claimed is not so. */
    static boolean warns(@Nullable Verdict verdict) {
        return verdict == Verdict.FALSE || verdict == Verdict.MISLEADING || verdict == Verdict.SATIRE;
    }

    /** What of the message itself may forbid a verdict, in the order in which it is to be heard. */
    List<Guard> of(Assessment assessment) {
        return List.of(
                guard("whole", assessment.partial(), "only one passage of the message was compared"),
                guard(
                        "half",
                        halfHeard(assessment),
                        "less than " + limits.half() + " of the claim, and of the message, is in the other"),
                guard(
                        "slips",
                        assessment.typed() < limits.asTyped() && assessment.typed() < assessment.confidence(),
                        String.format(
                                Locale.ROOT,
                                "as typed it is less than %s sure: %.3f",
                                limits.asTyped(),
                                assessment.typed())),
                guard("words", tooShort(assessment), "fewer than two words that any claim has, as typed"),
                guard("keyword", partly(assessment), "a keyword that is only part of the claim"));
    }

    /**
     * What may forbid to give the verdict of this claim, in the order in which it is to be heard.
     *
     * @param linked whether an address in the message led to the claim
     */
    List<Guard> between(String text, Assessment assessment, Claim claim, boolean linked) {
        Denial denial = Denials.in(text);
        // Who passes on the page that shows a claim to be false may well say the opposite of the claim.
        boolean mayDeny = denial == Denial.CLEAR || linked && warns(claim.verdict());
        List<Guard> guards = new ArrayList<>();
        guards.add(new Guard("denial", objection(denial, claim)));
        guards.add(new Guard(
                "contradiction",
                Contradictions.between(assessment.message(), claim, mayDeny)
                        .map(contradiction -> "contradicts the claim: " + contradiction)
                        .orElse(null)));
        if (!linked) {
            guards.add(guard(
                    "phrasing",
                    assessment.confidence() < limits.phrasing() && byPhrasing(assessment, claim),
                    "only like a phrasing of the claim, and less than " + limits.phrasing() + " sure"));
        }
        // Few words beside the page that shows a claim to be false need not say what is false.
        if (!linked || !warns(claim.verdict()) || !isShort(assessment)) {
            guards.add(new Guard(
                    "explained",
                    explained.objection(assessment.message(), wording(assessment, claim, linked), claim)
                            .orElse(null)));
        }
        return guards;
    }

    /** The wording by which the claim was found, or that is nearest to the message of a claim that was linked. */
    private static ClaimWords wording(Assessment assessment, Claim claim, boolean linked) {
        return Stream.concat(
                        assessment.ranked().stream().map(ranked -> ranked.candidate().words),
                        assessment.linked().stream())
                .filter(words -> !linked || words.claimId() == claim.id().value())
                .findFirst()
                .orElseThrow();
    }

    private boolean isShort(Assessment assessment) {
        return assessment.message().terms.length <= settings.keywordWords();
    }

    private static Guard guard(String name, boolean objects, String objection) {
        return new Guard(name, objects ? objection : null);
    }

    private boolean halfHeard(Assessment assessment) {
        if (assessment.ranked().isEmpty() || assessment.confidence() >= settings.confident() + limits.halfMore()) {
            return false;
        }
        Candidate first = assessment.ranked().getFirst().candidate();
        return first.get(Feature.CLAIM_COVERAGE) < limits.half() && first.get(Feature.CLAIM_OF_MESSAGE) < limits.half();
    }

    /** A word that was typed as another one does not count. */
    private static boolean tooShort(Assessment assessment) {
        MessageWords message = assessment.message();
        Map<String, String> changes = message.corrected.changes();
        return Arrays.stream(message.terms)
                        .filter(term -> term.known() && !changes.containsValue(term.word))
                        .limit(FEWEST_WORDS)
                        .count()
                < FEWEST_WORDS;
    }

    /** A few words single out a claim only if they are nearly all of it: one of its phrasings, say. */
    private boolean partly(Assessment assessment) {
        return isShort(assessment)
                && !assessment.ranked().isEmpty()
                && assessment.ranked().getFirst().candidate().get(Feature.CLAIM_COVERAGE) < limits.wholeKeyword();
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
