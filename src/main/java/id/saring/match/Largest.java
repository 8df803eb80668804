package id.saring.match;

import java.util.Arrays;

/** Keeps a few of many numbered values: the largest, and of equal ones those that came first. */
final class Largest {
    private final double[] values;
    private final int[] numbers;
    private int size;

    /** @param limit how many at most; each takes a look at all of them */
    Largest(int limit) {
        this.values = new double[limit];
        this.numbers = new int[limit];
    }

    void offer(int number, double value) {
        if (size == values.length && (size == 0 || value <= values[size - 1])) {
            return;
        }
        size = Math.min(size + 1, values.length);
        int place = size - 1;
        for (; place > 0 && values[place - 1] < value; place--) {
            values[place] = values[place - 1];
            numbers[place] = numbers[place - 1];
        }
        values[place] = value;
        numbers[place] = number;
    }

    /** The numbers of those kept, the largest value first. */
    int[] numbers() {
        return Arrays.copyOf(numbers, size);
    }
}
