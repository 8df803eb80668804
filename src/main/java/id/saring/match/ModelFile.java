package id.saring.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The text form of a model, a number or two a line: {@code order|decide NAME mean deviation weight}, {@code bias},
 * {@code calibration slope offset}; lines that start with {@code #} are notes.
 */
final class ModelFile {
    private ModelFile() {}

    /** @throws IllegalArgumentException in one sentence, if the lines are no model */
    static MatchModel parse(List<String> lines) {
        List<String> notes = new ArrayList<>();
        Map<String, Linear.Input> order = new LinkedHashMap<>();
        Map<String, Linear.Input> decide = new LinkedHashMap<>();
        double bias = Double.NaN;
        Calibration calibration = Calibration.NONE;
        for (int i = 0; i < lines.size(); i++) {
            String[] parts = lines.get(i).strip().split("\\s+");
            try {
                switch (parts[0]) {
                    case "" -> {}
                    case "#" -> notes.add(lines.get(i).strip().substring(1).strip());
                    case "order" -> put(order, Trial.features(), parts);
                    case "decide" -> put(decide, Trial.inputs(), parts);
                    case "bias" -> bias = number(parts, 1);
                    case "calibration" -> calibration = new Calibration(number(parts, 1), number(parts, 2));
                    default -> throw new IllegalArgumentException(
                            "it begins with none of order, decide, bias, calibration, #");
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("line " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        if (order.isEmpty() || decide.isEmpty() || Double.isNaN(bias)) {
            throw new IllegalArgumentException("it lacks order, decide or bias lines");
        }
        Linear ordering = new Linear(List.copyOf(order.values()), 0);
        return new MatchModel(notes, ordering, new Linear(List.copyOf(decide.values()), bias), calibration);
    }

    /** The lines that {@link #parse} reads. */
    static List<String> lines(MatchModel model) {
        List<String> lines = new ArrayList<>();
        model.notes().forEach(note -> lines.add("# " + note));
        model.order().inputs().forEach(input -> lines.add(line("order", input)));
        lines.add("bias " + text(model.decide().bias()));
        model.decide().inputs().forEach(input -> lines.add(line("decide", input)));
        Calibration calibration = model.calibration();
        if (!calibration.equals(Calibration.NONE)) {
            lines.add("calibration " + text(calibration.slope()) + " " + text(calibration.offset()));
        }
        return lines;
    }

    private static void put(Map<String, Linear.Input> inputs, List<String> known, String[] parts) {
        String name = parts.length > 1 ? parts[1] : "";
        if (!known.contains(name)) {
            throw new IllegalArgumentException("this program measures nothing called \"" + name + "\"");
        }
        inputs.put(name, new Linear.Input(name, number(parts, 2), number(parts, 3), number(parts, 4)));
    }

    private static double number(String[] parts, int place) {
        try {
            return Double.parseDouble(parts.length > place ? parts[place] : "");
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("number " + place + " is missing or is none", e);
        }
    }

    private static String line(String kind, Linear.Input input) {
        return "%s %s %s %s %s"
                .formatted(kind, input.name(), text(input.mean()), text(input.deviation()), text(input.weight()));
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
