package id.saring.match;

import id.saring.claim.Claim;
import id.saring.core.ClaimId;
import id.saring.match.Explanation.Decision;
import id.saring.match.Explanation.ExplainedCandidate;
import id.saring.match.Explanation.Guard;
import id.saring.match.Explanation.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Writes down what led to an answer. */
final class Explainer {
    private static final int SHOWN = 10;

    private final MatchModel model;
    private final Guards guards;
    private final MatchSettings settings;

    Explainer(MatchModel model, Guards guards, MatchSettings settings) {
        this.model = model;
        this.guards = guards;
        this.settings = settings;
    }

    /** The claims of the candidates that are shown. */
    static List<ClaimId> shown(Assessment assessment) {
        return assessment.ranked().stream()
                .limit(SHOWN)
                .map(ranked -> new ClaimId(ranked.candidate().words.claimId()))
                .toList();
    }

    /** @param claims the claims that are {@link #shown}, as far as the store still has them */
    Explanation explain(String text, Assessment assessment, ClaimMatcher.Decided decided, List<Claim> claims) {
        Map<Long, Claim> byId = new HashMap<>();
        claims.stream().filter(Claim::published).forEach(claim -> byId.put(claim.id().value(), claim));
        List<ExplainedCandidate> candidates = new ArrayList<>();
        for (int i = 0; i < Math.min(SHOWN, assessment.ranked().size()); i++) {
            candidates.add(candidate(assessment, i, byId.get(assessment.ranked().get(i).candidate().words.claimId())));
        }
        Claim first = candidates.isEmpty() ? null : byId.get(candidates.getFirst().claimId());
        return new Explanation(
                decided.outcome().code(),
                decided.reason(),
                decided.threshold(),
                decided.outcome().results().stream().map(result -> shown(result, assessment)).toList(),
                assessment.confidence(),
                decision(assessment),
                heard(text, assessment, decided, first),
                new Explanation.Thresholds(settings.confident(), settings.possible(), settings.keywordWords()),
                unknown(assessment.message()),
                assessment.message().corrected.changes(),
                candidates);
    }

    private static Explanation.Shown shown(ScoredClaim result, Assessment assessment) {
        Claim claim = result.claim();
        long id = claim.id().value();
        return new Explanation.Shown(id, claim.key(), result.confidence(), assessment.isLinked(id));
    }

    /** The guards of the claim that an address led to; else those of the message and of the first claim. */
    private List<Guard> heard(
            String text, Assessment assessment, ClaimMatcher.Decided decided, @Nullable Claim first) {
        if (decided.linked() && !decided.outcome().results().isEmpty()) {
            return guards.between(text, assessment, decided.outcome().results().getFirst().claim(), true);
        }
        List<Guard> heard = new ArrayList<>(guards.of(assessment));
        if (first != null) {
            heard.addAll(guards.between(text, assessment, first, false));
        }
        return heard;
    }

    private static List<String> unknown(MessageWords message) {
        return Arrays.stream(message.terms).filter(term -> !term.known()).map(term -> term.word).toList();
    }

    /** What the decision's sum is made of; no inputs without candidates. */
    private Decision decision(Assessment assessment) {
        Map<String, Double> inputs = assessment.inputs();
        List<Part> parts = parts(model.decide(), inputs.keySet(), name -> inputs.getOrDefault(name, 0.0));
        double sum = model.decide().bias() + parts.stream().mapToDouble(Part::contribution).sum();
        return new Decision(
                model.decide().bias(), sum, model.calibration().slope(), model.calibration().offset(), parts);
    }

    private ExplainedCandidate candidate(Assessment assessment, int place, @Nullable Claim claim) {
        Ranked ranked = assessment.ranked().get(place);
        ClaimWords words = ranked.candidate().words;
        MessageWords message = assessment.message();
        List<String> names = Arrays.stream(Feature.values()).map(Feature::name).toList();
        return new ExplainedCandidate(
                words.claimId(),
                claim == null ? null : claim.key(),
                claim == null ? null : claim.text(),
                ranked.order(),
                assessment.confidence(place),
                String.join(" ", words.claimStems()),
                words.claimStems().stream().distinct().filter(stem -> stands(stem, message)).toList(),
                words.claimStems().stream().distinct().filter(stem -> !stands(stem, message)).toList(),
                message.nearestPassage(words.claim()),
                parts(
                        model.orders().whole(MessageKind.of(message)),
                        names,
                        name -> ranked.candidate().get(Feature.valueOf(name))));
    }

    /** Every value that was measured; one the model does not weigh has weight and contribution 0. */
    private static List<Part> parts(Linear sum, Iterable<String> names, ToDoubleFunction<String> value) {
        Map<String, Linear.Input> inputs = new HashMap<>();
        sum.inputs().forEach(input -> inputs.put(input.name(), input));
        List<Part> parts = new ArrayList<>();
        for (String name : names) {
            double measured = value.applyAsDouble(name);
            Linear.Input input = inputs.get(name);
            parts.add(input == null
                    ? new Part(name, measured, 0, 0)
                    : new Part(name, measured, input.weight(), input.contribution(measured)));
        }
        return parts;
    }

    private static boolean stands(String stem, MessageWords message) {
        return message.term(TermStatistics.key(stem)) != null;
    }
}
