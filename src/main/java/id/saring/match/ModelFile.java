package id.saring.match;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The text form of a model, a number or two a line: {@code SUM NAME mean deviation weight} for every input of a sum,
 * {@code SUM-bias number}, {@code calibration slope offset}; lines that start with {@code #} are notes. The sums are
 * {@code message-word}, {@code claim-word}, {@code order-KIND} for each kind of message, perhaps {@code lent-KIND}, and
 * {@code decide}.
 */
final class ModelFile {
    private static final String MESSAGE_WORD = "message-word";
    private static final String CLAIM_WORD = "claim-word";
    private static final String ORDER = "order-";
    private static final String LENT = "lent-";
    private static final String DECIDE = "decide";
    private static final String BIAS = "-bias";
    private static final String CALIBRATION = "calibration";

    /** A sum as far as it has been read. */
    private record Part(List<String> known, Map<String, Linear.Input> inputs, double[] bias) {
        Part(List<String> known) {
            this(known, new LinkedHashMap<>(), new double[1]);
        }

        void put(String[] parts) {
            String name = parts.length > 1 ? parts[1] : "";
            if (!known.contains(name)) {
                throw new IllegalArgumentException("this program measures nothing called \"" + name + "\"");
            }
            inputs.put(name, new Linear.Input(name, number(parts, 2), number(parts, 3), number(parts, 4)));
        }
    }

    private ModelFile() {}

    /** @throws IllegalArgumentException in one sentence, if the lines are no model */
    static MatchModel parse(List<String> lines) {
        List<String> notes = new ArrayList<>();
        Map<String, Part> sums = sums();
        Calibration calibration = Calibration.NONE;
        for (int i = 0; i < lines.size(); i++) {
            String[] parts = lines.get(i).strip().split("\\s+");
            try {
                switch (parts[0]) {
                    case "" -> {}
                    case "#" -> notes.add(lines.get(i).strip().substring(1).strip());
                    case CALIBRATION -> calibration = new Calibration(number(parts, 1), number(parts, 2));
                    default -> read(parts, sums);
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("line " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        Map<MessageKind, Linear> orders = new EnumMap<>(MessageKind.class);
        Map<MessageKind, Linear> lent = new EnumMap<>(MessageKind.class);
        for (MessageKind kind : MessageKind.values()) {
            orders.put(kind, linear(sums, ORDER + kind.label()));
            Part part = Objects.requireNonNull(sums.get(LENT + kind.label()));
            lent.put(kind, new Linear(List.copyOf(part.inputs.values()), 0));
        }
        WordWeights words = new WordWeights(linear(sums, MESSAGE_WORD), linear(sums, CLAIM_WORD));
        return new MatchModel(notes, words, new Orders(orders, lent), linear(sums, DECIDE), calibration);
    }

    private static void read(String[] parts, Map<String, Part> sums) {
        boolean bias = parts[0].endsWith(BIAS);
        Part sum = sums.get(bias ? parts[0].substring(0, parts[0].length() - BIAS.length()) : parts[0]);
        if (sum == null) {
            String known = String.join(", ", sums.keySet());
            throw new IllegalArgumentException("it begins with none of " + known + ", " + CALIBRATION + ", #");
        }
        if (bias) {
            sum.bias[0] = number(parts, 1);
        } else {
            sum.put(parts);
        }
    }

    private static Map<String, Part> sums() {
        Map<String, Part> sums = new LinkedHashMap<>();
        sums.put(MESSAGE_WORD, new Part(WordWeights.messageTraits()));
        sums.put(CLAIM_WORD, new Part(WordWeights.claimTraits()));
        for (MessageKind kind : MessageKind.values()) {
            sums.put(ORDER + kind.label(), new Part(Trial.features()));
            sums.put(LENT + kind.label(), new Part(Trial.features()));
        }
        sums.put(DECIDE, new Part(Trial.inputs()));
        return sums;
    }

    private static Linear linear(Map<String, Part> sums, String name) {
        Part part = sums.get(name);
        if (part == null || part.inputs.isEmpty()) {
            throw new IllegalArgumentException("it lacks " + name + " lines");
        }
        return new Linear(List.copyOf(part.inputs.values()), part.bias[0]);
    }

    /** The lines that {@link #parse} reads. */
    static List<String> lines(MatchModel model) {
        List<String> lines = new ArrayList<>();
        model.notes().forEach(note -> lines.add("# " + note));
        add(lines, MESSAGE_WORD, model.words().message());
        add(lines, CLAIM_WORD, model.words().claim());
        for (MessageKind kind : MessageKind.values()) {
            add(lines, ORDER + kind.label(), model.orders().of(kind));
            add(lines, LENT + kind.label(), model.orders().lentTo(kind));
        }
        add(lines, DECIDE, model.decide());
        Calibration calibration = model.calibration();
        if (!calibration.equals(Calibration.NONE)) {
            lines.add(CALIBRATION + " " + text(calibration.slope()) + " " + text(calibration.offset()));
        }
        return lines;
    }

    private static void add(List<String> lines, String sum, Linear linear) {
        if (linear.bias() != 0) {
            lines.add(sum + BIAS + " " + text(linear.bias()));
        }
        linear.inputs().forEach(input -> lines.add(String.join(
                " ", sum, input.name(), text(input.mean()), text(input.deviation()), text(input.weight()))));
    }

    private static double number(String[] parts, int place) {
        try {
            return Double.parseDouble(parts.length > place ? parts[place] : "");
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("number " + place + " is missing or is none", e);
        }
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
