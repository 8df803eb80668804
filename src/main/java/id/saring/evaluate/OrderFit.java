package id.saring.evaluate;

import id.saring.match.Linear;
import id.saring.match.MessageKind;
import id.saring.match.Orders;
import id.saring.match.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Fits the order of candidates: of each message, the right claims should take all of the softmax of the scores. A claim
 * that is nearly right is neither rewarded nor punished.
 */
final class OrderFit {
    private static final int STEPS = 300;
    private static final double RATE = 0.03;
    private static final double SHRINKAGE = 3e-4;

    /** Fewer messages of a kind do not show what is peculiar to it. */
    private static final int ENOUGH = 100;

    /**
     * Of a source of so many answerable messages each counts fully; of larger ones less by the root, of smaller more.
     */
    private static final double USUAL_SIZE = 400;

    private static final double LEAST = 0.05;
    private static final double MOST = 2;

    /**
     * The candidates of one message, the right ones first, each a row of standardised features.
     *
     * @param base what each is worth already
     */
    private record Choice(float[] rows, double[] base, int right, int size, double weight) {}

    private final Scale scale;
    private final List<Choice> choices = new ArrayList<>();
    private final double total;

    /**
     * @param taken the names of the features to weigh
     * @param base  a sum to add to; null for none
     */
    private OrderFit(List<Example> examples, Predicate<String> taken, @Nullable Linear base) {
        Map<Example.Source, Long> sizes = examples.stream()
                .filter(Example::answerable)
                .collect(Collectors.groupingBy(Example::source, Collectors.counting()));
        List<List<float[]>> rows = new ArrayList<>();
        List<Integer> rights = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (Example example : examples) {
            List<float[]> right = new ArrayList<>();
            List<float[]> wrong = new ArrayList<>();
            pick(example, right, wrong);
            if (!right.isEmpty() && !wrong.isEmpty()) {
                rights.add(right.size());
                right.addAll(wrong);
                rows.add(right);
                double each = example.source().each();
                double messages = sizes.getOrDefault(example.source(), 1L) / each;
                weights.add(Math.clamp(Math.sqrt(USUAL_SIZE / messages), LEAST, MOST) / each);
            }
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(
                    "No message has a right claim among its candidates; nothing can be learnt");
        }
        this.scale = Scale.of(Trial.features(), () -> rows.stream().flatMap(List::stream).iterator())
                .of(taken);
        double sum = 0;
        for (int i = 0; i < rows.size(); i++) {
            List<float[]> those = rows.get(i);
            choices.add(new Choice(
                    standardised(those), worth(those, base), rights.get(i), those.size(), weights.get(i)));
            sum += weights.get(i);
        }
        this.total = sum;
    }

    /** The order that these examples teach. */
    static Linear fit(List<Example> examples) {
        return new OrderFit(examples, Trial::orders, null).run();
    }

    /**
     * An order for each kind of message; a kind that too few examples show has the order of all. What candidates lend
     * each other is weighed last, on top of an order without it: the decision judges by that order alone.
     */
    static Orders fitEach(List<Example> examples) {
        Map<MessageKind, Linear> orders = new EnumMap<>(MessageKind.class);
        Map<MessageKind, Linear> lent = new EnumMap<>(MessageKind.class);
        for (MessageKind kind : MessageKind.values()) {
            List<Example> such = examples.stream().filter(example -> example.lineup().kind() == kind).toList();
            long answerable = such.stream().filter(Example::answerable).count();
            List<Example> of = answerable < ENOUGH ? examples : such;
            Linear order = fit(of);
            orders.put(kind, order);
            if (kind.borrows()) {
                lent.put(kind, new OrderFit(of, Trial::lends, order).run());
            }
        }
        return new Orders(orders, lent);
    }

    /** What the rows are worth already; nothing without a sum that says so. */
    private static double[] worth(List<float[]> rows, @Nullable Linear base) {
        double[] sums = new double[rows.size()];
        if (base != null) {
            Linear.Sum sum = base.over(Trial.features());
            for (int i = 0; i < sums.length; i++) {
                sums[i] = sum.of(rows.get(i));
            }
        }
        return sums;
    }

    private static void pick(Example example, List<float[]> right, List<float[]> wrong) {
        if (!example.answerable()) {
            return;
        }
        for (int i = 0; i < example.lineup().size(); i++) {
            long claim = example.lineup().claimId(i);
            if (example.right().contains(claim)) {
                right.add(example.lineup().features(i));
            } else if (!example.acceptable().contains(claim)) {
                wrong.add(example.lineup().features(i));
            }
        }
    }

    private float[] standardised(List<float[]> rows) {
        float[] flat = new float[rows.size() * scale.width()];
        for (int i = 0; i < rows.size(); i++) {
            scale.standardise(rows.get(i), flat, i * scale.width());
        }
        return flat;
    }

    private Linear run() {
        double[] weights = new double[scale.width()];
        double[] gradient = new double[scale.width()];
        Adam adam = new Adam(scale.width(), RATE);
        for (int step = 0; step < STEPS; step++) {
            Arrays.fill(gradient, 0);
            for (Choice choice : choices) {
                add(choice, weights, gradient);
            }
            for (int j = 0; j < gradient.length; j++) {
                gradient[j] = gradient[j] / total + SHRINKAGE * weights[j];
            }
            adam.step(weights, gradient);
        }
        return scale.linear(weights, 0);
    }

    /** Adds what the choice pulls the weights by. */
    private void add(Choice choice, double[] weights, double[] gradient) {
        double[] scores = new double[choice.size];
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = choice.base[i] + Rows.product(choice.rows, i, weights);
            best = Math.max(best, scores[i]);
        }
        double all = 0;
        double right = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = StrictMath.exp(scores[i] - best);
            all += scores[i];
            right += i < choice.right ? scores[i] : 0;
        }
        for (int i = 0; i < scores.length; i++) {
            double pull = scores[i] / all - (i < choice.right && right > 0 ? scores[i] / right : 0);
            Rows.add(choice.rows, i, choice.weight * pull, gradient);
        }
    }
}
