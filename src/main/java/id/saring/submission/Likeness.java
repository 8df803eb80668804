package id.saring.submission;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How like two wordings are: the cosine of their words or of their character grams, rare words counting more; or, for a
 * short text beside a long one, how much of the short one the long one holds.
 */
final class Likeness {
    /** A text held wholly by a longer one is at most this like it. */
    private static final double HELD = 0.6;

    /** This much weight in common makes a short text say as much as it can; two or three rare words have it. */
    private static final double ENOUGH = 10;

    private final ToDoubleFunction<Long> weight;
    private final Weighed message;

    private record Weighed(Map<Long, Double> stems, Map<Long, Double> grams) {}

    /** @param weight of a stem: how rare it is among all wordings */
    Likeness(Wording message, ToDoubleFunction<Long> weight) {
        this.weight = weight;
        this.message = weigh(message);
    }

    /** From 0 to 1. */
    double to(Wording other) {
        Weighed that = weigh(other);
        double cosine = Math.max(cosine(message.stems(), that.stems()), cosine(message.grams(), that.grams()));
        boolean shorter = message.stems().size() <= that.stems().size();
        return Math.max(cosine, shorter ? held(message, that) : held(that, message));
    }

    private Weighed weigh(Wording wording) {
        Map<Long, Double> stems = new HashMap<>();
        Map<Long, Double> grams = new HashMap<>();
        for (Wording.Word word : wording.words()) {
            double rarity = weight.applyAsDouble(word.stem());
            stems.put(word.stem(), rarity);
            double share = rarity / Math.sqrt(word.grams().size());
            word.grams().forEach(gram -> grams.merge(gram, share, Math::max));
        }
        return new Weighed(stems, grams);
    }

    private static double held(Weighed small, Weighed large) {
        double common = small.stems().entrySet().stream()
                .filter(entry -> large.stems().containsKey(entry.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        double share = Math.max(share(small.stems(), large.stems()), share(small.grams(), large.grams()));
        return HELD * share * Math.min(1, common / ENOUGH);
    }

    private static double share(Map<Long, Double> small, Map<Long, Double> large) {
        double all = 0;
        double common = 0;
        for (Map.Entry<Long, Double> entry : small.entrySet()) {
            double square = entry.getValue() * entry.getValue();
            all += square;
            common += large.containsKey(entry.getKey()) ? square : 0;
        }
        return all == 0 ? 0 : common / all;
    }

    private static double cosine(Map<Long, Double> left, Map<Long, Double> right) {
        Map<Long, Double> small = left.size() <= right.size() ? left : right;
        Map<Long, Double> large = left.size() <= right.size() ? right : left;
        double dot = 0;
        for (Map.Entry<Long, Double> entry : small.entrySet()) {
            dot += entry.getValue() * large.getOrDefault(entry.getKey(), 0.0);
        }
        return dot == 0 ? 0 : dot / Math.sqrt(square(left) * square(right));
    }

    private static double square(Map<Long, Double> vector) {
        return vector.values().stream().mapToDouble(value -> value * value).sum();
    }
}
