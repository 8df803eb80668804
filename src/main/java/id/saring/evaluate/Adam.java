package id.saring.evaluate;

/** Adam, the optimiser of Kingma and Ba, with their constants. */
final class Adam {
    private static final double FIRST = 0.9;
    private static final double SECOND = 0.999;
    private static final double SMALL = 1e-8;

    private final double rate;
    private final double[] mean;
    private final double[] square;
    private double firstPower = 1;
    private double secondPower = 1;

    Adam(int size, double rate) {
        this.rate = rate;
        this.mean = new double[size];
        this.square = new double[size];
    }

    /** Moves the weights one step against the gradient. */
    void step(double[] weights, double[] gradient) {
        firstPower *= FIRST;
        secondPower *= SECOND;
        for (int j = 0; j < weights.length; j++) {
            mean[j] = FIRST * mean[j] + (1 - FIRST) * gradient[j];
            square[j] = SECOND * square[j] + (1 - SECOND) * gradient[j] * gradient[j];
            weights[j] -= rate * (mean[j] / (1 - firstPower)) / (Math.sqrt(square[j] / (1 - secondPower)) + SMALL);
        }
    }
}
