package id.saring.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a message got the answer it got: the twin of an outcome for moderators and developers, as text and, written as it
 * is, as JSON.
 *
 * @param outcome    the outcome's code
 * @param reason     which rule or threshold decided
 * @param threshold  the threshold that decided; null if a rule did
 * @param shown      the claims that the answer shows, first first
 * @param confidence probability that the first candidate answers the message
 * @param decision   what the confidence was computed from
 * @param guards     what stands between a verdict and the claim that an address led to, else the first candidate
 * @param settings   the thresholds in force
 * @param unknown    content words of the message that no claim has
 * @param slips      words that were read as others one slip of a finger away
 * @param candidates the best candidates, first first
 */
public record Explanation(
        String outcome,
        String reason,
        @Nullable Threshold threshold,
        List<Shown> shown,
        double confidence,
        Decision decision,
        List<Guard> guards,
        Thresholds settings,
        List<String> unknown,
        Map<String, String> slips,
        List<ExplainedCandidate> candidates) {
    /** A threshold that was reached or not. */
    public record Threshold(String name, double value, boolean reached) {}

    /**
     * A claim in the answer.
     *
     * @param byAddress whether an address in the message led to it, whatever the words say
     */
    public record Shown(long claimId, String key, double confidence, boolean byAddress) {}

    /** The thresholds of {@link MatchSettings}. */
    public record Thresholds(double confident, double possible, int keywordWords) {}

    /** A reason that may forbid a verdict; {@code objection} says why it does, and is null if it does not. */
    public record Guard(String name, @Nullable String objection) {}

    /** A value, its weight once it is standardised, and what it adds to the sum. */
    public record Part(String name, double value, double weight, double contribution) {}

    /**
     * The decision's sum: the bias and all contributions are the log-odds, {@code slope * logOdds + offset} is the
     * logit of the confidence.
     */
    public record Decision(double bias, double logOdds, double slope, double offset, List<Part> inputs) {}

    /**
     * One candidate.
     *
     * @param claim    the claim's own text; null if it was withdrawn meanwhile
     * @param wording  stems of the wording that was compared
     * @param order    the model's score: the sum of the contributions
     * @param found    stems of the claim that stand in the message
     * @param missing  stems of the claim that do not
     * @param passage  words of the passage of the message that is nearest to the claim
     * @param features every measure
     */
    public record ExplainedCandidate(
            long claimId,
            @Nullable String key,
            @Nullable String claim,
            double order,
            double confidence,
            String wording,
            List<String> found,
            List<String> missing,
            String passage,
            List<Part> features) {}

    /** A page of text for a terminal. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        add(text, "outcome %s: confidence %.3f, %s%n", outcome, confidence, reason);
        add(
                text,
                "thresholds confident=%s possible=%s keywordWords=%d%n",
                settings.confident, settings.possible, settings.keywordWords);
        for (Shown claim : shown) {
            add(text, "shows %s %.3f%s%n", claim.key, claim.confidence, claim.byAddress ? " by its address" : "");
        }
        for (Guard guard : guards) {
            add(text, "guard %s: %s%n", guard.name, guard.objection == null ? "passed" : guard.objection);
        }
        if (!decision.inputs.isEmpty()) {
            add(text, "decided by bias=%.2f %s%n", decision.bias, parts(decision.inputs));
        }
        if (!unknown.isEmpty()) {
            add(text, "words no claim has: %s%n", String.join(" ", unknown));
        }
        slips.forEach((typed, meant) -> add(text, "read %s as %s%n", typed, meant));
        for (ExplainedCandidate c : candidates) {
            Object name = c.key == null ? c.claimId : c.key;
            add(text, "%nclaim %s  order %.3f  confidence %.3f%n", name, c.order, c.confidence);
            add(text, "  text     %s%n", c.claim == null ? "-" : c.claim);
            add(text, "  wording  %s%n  found    %s%n", c.wording, String.join(" ", c.found));
            add(text, "  missing  %s%n  passage  %s%n", String.join(" ", c.missing), c.passage);
            add(text, "  measures %s%n", parts(c.features));
        }
        return text.toString();
    }

    private static void add(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }

    /** Values with their contributions in parentheses, the weightiest first. */
    private static String parts(List<Part> parts) {
        List<String> texts = new ArrayList<>();
        parts.stream()
                .sorted(Comparator.comparingDouble((Part part) -> -Math.abs(part.contribution)))
                .forEach(part -> {
                    String name = part.name.toLowerCase(Locale.ROOT);
                    texts.add(String.format(Locale.ROOT, "%s=%.3f(%+.2f)", name, part.value, part.contribution));
                });
        return String.join(" ", texts);
    }
}
