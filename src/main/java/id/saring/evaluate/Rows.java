package id.saring.evaluate;

/** Arithmetic on the rows of a flat table, always in the same order, so that a fit comes out the same to the digit. */
final class Rows {
    private Rows() {}

    /** The product of a row and the weights, in four interleaved sums. */
    static double product(float[] rows, int row, double[] weights) {
        int at = row * weights.length;
        int whole = weights.length & ~3;
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int j = 0; j < whole; j += 4) {
            a += rows[at + j] * weights[j];
            b += rows[at + j + 1] * weights[j + 1];
            c += rows[at + j + 2] * weights[j + 2];
            d += rows[at + j + 3] * weights[j + 3];
        }
        for (int j = whole; j < weights.length; j++) {
            a += rows[at + j] * weights[j];
        }
        return a + b + c + d;
    }

    /** Adds {@code factor} times a row to {@code sum}. */
    static void add(float[] rows, int row, double factor, double[] sum) {
        int at = row * sum.length;
        for (int j = 0; j < sum.length; j++) {
            sum[j] += factor * rows[at + j];
        }
    }
}
