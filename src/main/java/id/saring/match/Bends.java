package id.saring.match;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What the decision sees of an input from some value on, so that its sum can bend there: half of a claim found instead
 * of a third says more than all of it instead of nearly all.
 */
final class Bends {
    /** One bend: what of an input is above {@code from}. */
    private record Bend(String input, double from) {
        String name() {
            return input + "_FROM_" + from;
        }

        double of(Map<String, Double> inputs) {
            return Math.max(0, inputs.getOrDefault(input, 0.0) - from);
        }
    }

    // About where the inputs of public messages have their quarters; the fit weighs each.
    private static final List<Bend> ALL = Stream.of(
                    at(Lead.LEAD_OVER_OTHER.name(), 1, 2.5, 4.5),
                    at(Lead.GAP_TO_OTHER.name(), 0.1, 0.25, 0.5),
                    at(Feature.CLAIM_COVERAGE.name(), 0.3, 0.6, 0.9),
                    at(Feature.RELEVANT_EXPLAINED.name(), 0.2, 0.4, 0.6),
                    at(Feature.MESSAGE_LENGTH.name(), 2, 3, 4))
            .flatMap(bends -> bends)
            .toList();

    private Bends() {}

    static List<String> names() {
        return ALL.stream().map(Bend::name).toList();
    }

    /** Adds the bends of the inputs that are there. */
    static void add(Map<String, Double> inputs) {
        ALL.forEach(bend -> inputs.put(bend.name(), bend.of(inputs)));
    }

    private static Stream<Bend> at(String input, double... from) {
        return DoubleStream.of(from).mapToObj(value -> new Bend(input, value));
    }
}
