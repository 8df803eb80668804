package id.saring.text;

import java.util.Arrays;

/** Which letters lie next to each other on a telephone's keyboard, where a thumb takes one for the other. */
public final class Keyboard {
    private static final String[] ROWS = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
    private static final int ROW = 100;

    /** For each letter its row in hundreds and its place along it in halves of a key; each row begins half a key in. */
    private static final int[] PLACES = new int['z' + 1];

    static {
        Arrays.fill(PLACES, Integer.MIN_VALUE / 2);
        for (int row = 0; row < ROWS.length; row++) {
            for (int i = 0; i < ROWS[row].length(); i++) {
                PLACES[ROWS[row].charAt(i)] = ROW * row + 2 * i + row;
            }
        }
    }

    private Keyboard() {}

    /** Whether two different keys touch; false for anything but the letters a to z. */
    public static boolean adjacent(char one, char other) {
        if (one > 'z' || other > 'z' || one == other) {
            return false;
        }
        int between = Math.abs(PLACES[one] - PLACES[other]);
        return between == 2 || Math.abs(between - ROW) == 1;
    }
}
