package id.saring.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether the confidence is the probability it claims to be: how sure the matcher is of its first claims, beside how
 * often they are right.
 *
 * @param bins  messages by their confidence, a tenth each; those that hold none are left out
 * @param error the expected calibration error: the mean distance of {@link Bin#said} and {@link Bin#right}, each bin
 *              counted by its messages (Naeini, Cooper, Hauskrecht 2015); 0 is perfect
 * @param brier the mean square distance of confidence and outcome (Brier 1950); 0 is perfect, 0.25 a coin
 */
record Reliability(List<Bin> bins, double error, double brier) {
    private static final int BINS = 10;

    /**
     * Messages that the matcher is about as sure of.
     *
     * @param said  the mean of their confidences
     * @param right the share whose first claim is right
     */
    record Bin(double from, double to, int count, double said, double right) {}

    static Reliability of(List<Answer> answers) {
        int[] counts = new int[BINS];
        double[] said = new double[BINS];
        double[] right = new double[BINS];
        double square = 0;
        for (Answer answer : answers) {
            double confidence = answer.score();
            double outcome = answer.isRight() ? 1 : 0;
            int bin = Math.min(BINS - 1, (int) (confidence * BINS));
            counts[bin]++;
            said[bin] += confidence;
            right[bin] += outcome;
            square += (confidence - outcome) * (confidence - outcome);
        }
        List<Bin> bins = new ArrayList<>();
        double error = 0;
        for (int i = 0; i < BINS; i++) {
            if (counts[i] > 0) {
                double from = i / (double) BINS;
                double to = (i + 1) / (double) BINS;
                bins.add(new Bin(from, to, counts[i], said[i] / counts[i], right[i] / counts[i]));
                error += Math.abs(said[i] - right[i]);
            }
        }
        int all = Math.max(1, answers.size());
        return new Reliability(bins, error / all, square / all);
    }
}
