package id.saring.match;

import java.util.List;

/**
 * A weighted sum of standardised inputs, added up in the order of the inputs.
 *
 * @param bias the constant that is added
 */
public record Linear(List<Input> inputs, double bias) {
    /**
     * The weight of one input, on its value less the mean and divided by the deviation.
     *
     * @throws IllegalArgumentException if a number is none, or the deviation not positive
     */
    public record Input(String name, double mean, double deviation, double weight) {
        public Input {
            if (!Double.isFinite(mean) || !Double.isFinite(weight) || !Double.isFinite(deviation) || deviation <= 0) {
                throw new IllegalArgumentException("mean, deviation or weight of " + name + " cannot be used");
            }
        }

        /** What this value adds to the sum. */
        double contribution(double value) {
            return weight * (value - mean) / deviation;
        }
    }

    /** The sum over values in a fixed order. */
    public static final class Sum {
        private final int[] places;
        private final Input[] inputs;
        private final double bias;

        private Sum(Linear linear, List<String> names) {
            this.inputs = linear.inputs.toArray(Input[]::new);
            this.places = linear.inputs.stream().mapToInt(input -> names.indexOf(input.name())).toArray();
            this.bias = linear.bias;
        }

        public double of(float[] values) {
            double sum = bias;
            for (int i = 0; i < inputs.length; i++) {
                sum += inputs[i].contribution(values[places[i]]);
            }
            return sum;
        }

        double of(double[] values) {
            double sum = bias;
            for (int i = 0; i < inputs.length; i++) {
                sum += inputs[i].contribution(values[places[i]]);
            }
            return sum;
        }
    }

    /** This sum over values that stand in the order of these names, every input's among them. */
    public Sum over(List<String> names) {
        return new Sum(this, names);
    }

    public Linear {
        inputs = List.copyOf(inputs);
        if (!Double.isFinite(bias)) {
            throw new IllegalArgumentException("the bias cannot be used");
        }
    }
}
