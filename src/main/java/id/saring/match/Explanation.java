package id.saring.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Why a message got the answer it got: the twin of an outcome for moderators and developers.
 *
 * @param outcome    the outcome's code
 * @param reason     which rule or threshold decided
 * @param confidence probability that the first candidate answers the message
 * @param thresholds the thresholds in force
 * @param inputs     what the confidence was computed from
 * @param unknown    content words of the message that no claim has
 * @param candidates the best candidates, first first
 */
public record Explanation(
        String outcome,
        String reason,
        double confidence,
        Map<String, Double> thresholds,
        Map<String, Double> inputs,
        List<String> unknown,
        List<ExplainedCandidate> candidates) {
    private static final int SHOWN = 10;

    /**
     * One candidate.
     *
     * @param wording  stems of the wording that was compared
     * @param order    the model's score
     * @param found    stems of the claim that stand in the message
     * @param missing  stems of the claim that do not
     * @param passage  words of the passage of the message that is nearest to the claim
     * @param measures every measure by name
     */
    public record ExplainedCandidate(
            long claimId,
            String wording,
            double order,
            double confidence,
            List<String> found,
            List<String> missing,
            String passage,
            Map<String, Double> measures) {}

    static Explanation of(Assessment assessment, MatchOutcome outcome, String reason, MatchSettings settings) {
        List<ExplainedCandidate> candidates = new ArrayList<>();
        for (int i = 0; i < Math.min(SHOWN, assessment.ranked().size()); i++) {
            candidates.add(explain(assessment, i));
        }
        List<String> unknown = Arrays.stream(assessment.message().terms)
                .filter(term -> !term.known())
                .map(term -> term.word)
                .toList();
        return new Explanation(
                outcome.code(),
                reason,
                assessment.confidence(),
                Map.of(
                        "confident", settings.confident(),
                        "possible", settings.possible(),
                        "keywordWords", (double) settings.keywordWords()),
                assessment.inputs(),
                unknown,
                candidates);
    }

    private static ExplainedCandidate explain(Assessment assessment, int place) {
        Ranked ranked = assessment.ranked().get(place);
        ClaimWords words = ranked.candidate().words;
        MessageWords message = assessment.message();
        Map<String, Double> measures = new LinkedHashMap<>();
        for (Feature feature : Feature.values()) {
            measures.put(feature.name(), ranked.candidate().get(feature));
        }
        return new ExplainedCandidate(
                words.claimId(),
                String.join(" ", words.claimStems()),
                ranked.order(),
                assessment.confidence(place),
                words.claimStems().stream().distinct().filter(stem -> stands(stem, message)).toList(),
                words.claimStems().stream().distinct().filter(stem -> !stands(stem, message)).toList(),
                message.nearestPassage(words.claim()),
                measures);
    }

    private static boolean stands(String stem, MessageWords message) {
        return message.term(TermStatistics.key(stem)) != null;
    }

    /** A page of text for a terminal. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "outcome %s: confidence %.3f, %s%n", outcome, confidence, reason));
        text.append("thresholds %s%ninputs %s%n".formatted(thresholds, rounded(inputs)));
        if (!unknown.isEmpty()) {
            text.append("words no claim has: %s%n".formatted(String.join(" ", unknown)));
        }
        for (ExplainedCandidate candidate : candidates) {
            text.append(String.format(
                    Locale.ROOT,
                    "%nclaim %d  order %.3f  confidence %.3f%n  wording  %s%n  found    %s%n  missing  %s%n  passage  %s%n"
                            + "  measures %s%n",
                    candidate.claimId,
                    candidate.order,
                    candidate.confidence,
                    candidate.wording,
                    String.join(" ", candidate.found),
                    String.join(" ", candidate.missing),
                    candidate.passage,
                    rounded(candidate.measures)));
        }
        return text.toString();
    }

    private static String rounded(Map<String, Double> values) {
        List<String> parts = new ArrayList<>();
        values.forEach((name, value) -> parts.add(String.format(Locale.ROOT, "%s=%.3f", name.toLowerCase(Locale.ROOT), value)));
        return String.join(" ", parts);
    }
}
