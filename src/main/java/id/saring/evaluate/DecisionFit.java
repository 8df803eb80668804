package id.saring.evaluate;

import id.saring.match.Linear;
import id.saring.match.Trial;
import java.util.Arrays;
import java.util.List;

/** Fits the decision whether the first candidate answers the message: a logistic regression. */
final class DecisionFit {
    private static final int STEPS = 400;
    private static final double RATE = 0.05;

    /** The decision has many inputs that say nearly the same; left free, they would lean on chance. */
    private static final double SHRINKAGE = 2e-3;

    /**
     * A first candidate that was right or not.
     *
     * @param inputs in the order of {@link Trial#inputs}
     */
    record Trying(float[] inputs, boolean right, double weight) {}

    private DecisionFit() {}

    /** The log-odds of being right that these teach. */
    static Linear fit(List<Trying> tryings) {
        if (tryings.isEmpty()) {
            throw new IllegalArgumentException("Nothing was found for any message; nothing shows when to answer");
        }
        return fit(Trial.inputs(), tryings, SHRINKAGE);
    }

    /** The same for inputs of these names. */
    static Linear fit(List<String> names, List<Trying> tryings, double shrinkage) {
        Scale scale = Scale.of(names, () -> tryings.stream().map(Trying::inputs).iterator());
        int width = scale.width();
        float[] rows = new float[tryings.size() * width];
        double total = 0;
        for (int i = 0; i < tryings.size(); i++) {
            scale.standardise(tryings.get(i).inputs, rows, i * width);
            total += tryings.get(i).weight;
        }
        double[] weights = new double[width];
        double[] bias = new double[1];
        double[] pull = new double[width];
        double[] biasPull = new double[1];
        Adam adam = new Adam(width, RATE);
        Adam biasAdam = new Adam(1, RATE);
        for (int step = 0; step < STEPS; step++) {
            Arrays.fill(pull, 0);
            biasPull[0] = 0;
            for (int i = 0; i < tryings.size(); i++) {
                double probability = 1 / (1 + StrictMath.exp(-bias[0] - Rows.product(rows, i, weights)));
                double miss = (probability - (tryings.get(i).right ? 1 : 0)) * tryings.get(i).weight;
                Rows.add(rows, i, miss, pull);
                biasPull[0] += miss;
            }
            for (int j = 0; j < width; j++) {
                pull[j] = pull[j] / total + shrinkage * weights[j];
            }
            biasPull[0] /= total;
            adam.step(weights, pull);
            biasAdam.step(bias, biasPull);
        }
        return scale.linear(weights, bias[0]);
    }
}
