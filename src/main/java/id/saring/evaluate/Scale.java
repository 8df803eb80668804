package id.saring.evaluate;

import id.saring.match.Linear;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Means and deviations of the columns of a table, and the columns that vary at all: only those can tell anything. */
final class Scale {
    private static final double SMALLEST = 1e-4;

    /** As a share of the range: what few rows have at all would be blown up by a deviation as small as it is. */
    private static final double NARROWEST = 0.05;

    private final List<String> names;
    private final double[] means;
    private final double[] deviations;
    private final int[] varying;

    private Scale(List<String> names, double[] means, double[] deviations) {
        this.names = names;
        this.means = means;
        this.deviations = deviations;
        this.varying = IntStream.range(0, means.length).filter(j -> deviations[j] > SMALLEST).toArray();
    }

    private Scale(Scale all, Predicate<String> taken) {
        this.names = all.names;
        this.means = all.means;
        this.deviations = all.deviations;
        this.varying = Arrays.stream(all.varying).filter(j -> taken.test(names.get(j))).toArray();
    }

    /** The same without the columns whose names are not taken. */
    Scale of(Predicate<String> taken) {
        return new Scale(this, taken);
    }

    static Scale of(List<String> names, Iterable<float[]> rows) {
        double[] sums = new double[names.size()];
        double[] squares = new double[names.size()];
        double[] least = new double[names.size()];
        double[] most = new double[names.size()];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(most, Double.NEGATIVE_INFINITY);
        long count = 0;
        for (float[] row : rows) {
            count++;
            for (int j = 0; j < sums.length; j++) {
                sums[j] += row[j];
                squares[j] += (double) row[j] * row[j];
                least[j] = Math.min(least[j], row[j]);
                most[j] = Math.max(most[j], row[j]);
            }
        }
        double[] deviations = new double[sums.length];
        for (int j = 0; j < sums.length; j++) {
            sums[j] /= count;
            double deviation = Math.sqrt(Math.max(0, squares[j] / count - sums[j] * sums[j]));
            deviations[j] = Math.max(deviation, (most[j] - least[j]) * NARROWEST);
        }
        return new Scale(names, sums, deviations);
    }

    /** How many columns vary. */
    int width() {
        return varying.length;
    }

    /** Writes the varying columns of a row, standardised, to {@code target} from {@code at} on. */
    void standardise(float[] row, float[] target, int at) {
        for (int k = 0; k < varying.length; k++) {
            int j = varying[k];
            target[at + k] = (float) ((row[j] - means[j]) / deviations[j]);
        }
    }

    /** These weights of the varying columns as a sum over the columns as they are. */
    Linear linear(double[] weights, double bias) {
        List<Linear.Input> inputs = new ArrayList<>();
        for (int k = 0; k < varying.length; k++) {
            int j = varying[k];
            inputs.add(new Linear.Input(names.get(j), means[j], deviations[j], weights[k]));
        }
        return new Linear(inputs, bias);
    }
}
