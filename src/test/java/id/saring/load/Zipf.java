package id.saring.load;

import java.util.Arrays;
import java.util.Random;

/** Draws numbers from 0 on, each the rarer the higher it is, as words and rumours are. */
final class Zipf {
    private final double[] upTo;

    /** @param exponent how uneven; 1 makes the second half as frequent as the first, the third a third */
    Zipf(int count, double exponent) {
        this.upTo = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += Math.pow(i + 1, -exponent);
            upTo[i] = sum;
        }
    }

    int draw(Random random) {
        int found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
        return Math.min(upTo.length - 1, found < 0 ? -found - 1 : found);
    }
}
