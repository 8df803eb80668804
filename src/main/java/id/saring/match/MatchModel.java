package id.saring.match;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The fitted numbers of the matcher: what a word is worth, a linear order of candidates, and a logistic decision
 * whether the first one answers the message. It holds numbers only, none of the texts it was fitted on.
 *
 * @param notes       what the file says of where the numbers come from, a line each
 * @param words       what a word is worth
 * @param orders      which of the candidates comes first
 * @param decide      over the inputs of the decision, see {@link Trial#inputs}
 * @param calibration what the judged answers of an installation have made of the decision
 */
public record MatchModel(List<String> notes, WordWeights words, Orders orders, Linear decide, Calibration calibration) {
    private static final String RESOURCE = "/match/model.txt";

    public MatchModel {
        notes = List.copyOf(notes);
    }

    /** The model that ships with Saring. */
    public static MatchModel shipped() {
        InputStream resource = Objects.requireNonNull(MatchModel.class.getResourceAsStream(RESOURCE), RESOURCE);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return ModelFile.parse(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    /** @throws UnusableModelException if the file cannot be read or is no model */
    public static MatchModel read(Path file) {
        try {
            return ModelFile.parse(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UnusableModelException(file, "it cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new UnusableModelException(file, String.valueOf(e.getMessage()), e);
        }
    }

    /** Writes what {@link #read} reads. */
    public void write(Path file) {
        try {
            Files.write(file, ModelFile.lines(this));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /** The same model, recalibrated on top of the calibration it has. */
    public MatchModel recalibrated(Calibration further, String note) {
        return new MatchModel(
                Stream.concat(notes.stream(), Stream.of(note)).toList(),
                words,
                orders,
                decide,
                calibration.then(further));
    }

    /** The probability, from 0 to 1, that the first of the ranked candidates answers the message. */
    double confidence(Map<String, Double> inputs) {
        double z = decide.bias();
        for (Linear.Input input : decide.inputs()) {
            z += input.contribution(inputs.getOrDefault(input.name(), 0.0));
        }
        return calibration.probability(z);
    }

    /** The same for inputs in the order of {@link Trial#inputs}. */
    public double confidence(float[] inputs) {
        Map<String, Double> named = new HashMap<>();
        for (int i = 0; i < inputs.length; i++) {
            named.put(Trial.inputs().get(i), (double) inputs[i]);
        }
        return confidence(named);
    }
}
