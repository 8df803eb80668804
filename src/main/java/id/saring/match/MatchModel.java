package id.saring.match;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The fitted numbers of the matcher: a linear order of candidates, and a logistic decision whether the first one answers
 * the message. Kept in a small text file, one input a line: {@code order|decide NAME mean deviation weight}.
 *
 * @param fittedOn names of the packs it was fitted on
 * @param order    weights of the features that order candidates
 * @param decide   weights of the inputs that decide about the first one
 * @param bias     the decision's constant
 */
record MatchModel(List<String> fittedOn, Map<Feature, Weight> order, Map<String, Weight> decide, double bias) {
    private static final String RESOURCE = "/match/model.txt";

    /** A weight on a standardised value. */
    record Weight(double mean, double deviation, double weight) {
        double apply(double value) {
            return deviation == 0 ? 0 : weight * (value - mean) / deviation;
        }
    }

    MatchModel {
        fittedOn = List.copyOf(fittedOn);
        order = Map.copyOf(order);
        decide = Collections.unmodifiableMap(new LinkedHashMap<>(decide));
    }

    /** The model that ships with Saring. */
    static MatchModel shipped() {
        InputStream resource = Objects.requireNonNull(MatchModel.class.getResourceAsStream(RESOURCE), RESOURCE);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return parse(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    static MatchModel parse(List<String> lines) {
        List<String> fittedOn = List.of();
        Map<Feature, Weight> order = new EnumMap<>(Feature.class);
        Map<String, Weight> decide = new LinkedHashMap<>();
        double bias = 0;
        for (String line : lines) {
            String[] parts = line.strip().split("\\s+");
            switch (parts[0]) {
                case "fitted-on" -> fittedOn = List.of(parts).subList(1, parts.length);
                case "order" -> order.put(Feature.valueOf(parts[1]), weight(parts));
                case "decide" -> decide.put(parts[1], weight(parts));
                case "bias" -> bias = Double.parseDouble(parts[1]);
                default -> {
                    if (!parts[0].isEmpty() && !parts[0].startsWith("#")) {
                        throw new IllegalArgumentException("Not a line of a match model: " + line);
                    }
                }
            }
        }
        return new MatchModel(fittedOn, order, decide, bias);
    }

    /** The lines {@link #parse} reads. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("fitted-on " + String.join(" ", fittedOn));
        order.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(e -> lines.add(line("order", e.getKey(), e.getValue())));
        lines.add("bias " + number(bias));
        decide.forEach((name, weight) -> lines.add(line("decide", name, weight)));
        return lines;
    }

    /** The higher, the sooner the candidate is the one. */
    double order(Candidate candidate) {
        double score = 0;
        for (Map.Entry<Feature, Weight> entry : order.entrySet()) {
            score += entry.getValue().apply(candidate.get(entry.getKey()));
        }
        return score;
    }

    /** The probability, from 0 to 1, that the first of the ranked candidates answers the message. */
    double confidence(Map<String, Double> inputs) {
        double z = bias;
        for (Map.Entry<String, Weight> entry : decide.entrySet()) {
            z += entry.getValue().apply(inputs.getOrDefault(entry.getKey(), 0.0));
        }
        return 1 / (1 + Math.exp(-z));
    }

    private static Weight weight(String[] parts) {
        return new Weight(Double.parseDouble(parts[2]), Double.parseDouble(parts[3]), Double.parseDouble(parts[4]));
    }

    private static String line(String kind, Object name, Weight weight) {
        return "%s %s %s %s %s".formatted(kind, name, number(weight.mean), number(weight.deviation), number(weight.weight));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
