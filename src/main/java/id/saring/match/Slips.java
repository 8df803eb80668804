package id.saring.match;

import id.saring.text.Keyboard;

/**
 * The words that one slip of a finger makes a given word of: with a letter more, one less, another one, or two swapped.
 * Each comes with its likelihood beside the likeliest slip, from 0 to 1, set by eye: fingers swap letters, type one
 * twice or its neighbour on the keyboard, and mostly begin right.
 */
final class Slips {
    private static final char MARK = '_';
    private static final double LEFT_OUT = 0.5;
    private static final double PUT_IN = 0.2;
    private static final double ANY_OTHER = 0.05;

    /** Takes what may have been meant. */
    interface Sink {
        /**
         * Takes one word.
         *
         * @param meant the word between two marks {@code _}; it is only lent
         * @param from  the place in it of the first letter that was not typed there
         * @param to    the place after the last such letter; {@code from}, if it is only a letter less
         */
        void take(StringBuilder meant, int from, int to, double likelihood);
    }

    private final String word;
    private final Sink sink;
    private final boolean anyOther;
    private final StringBuilder meant;

    private Slips(String word, Sink sink, boolean anyOther) {
        this.anyOther = anyOther;
        this.word = word;
        this.sink = sink;
        this.meant = new StringBuilder(word.length() + 3);
    }

    /**
     * Hands every word of which a slip that fingers make easily makes {@code word} to {@code sink}, some more than
     * once.
     *
     * @param wrongStart how likely a slip is at the first letter beside the others; nothing is tried there if it is 0
     */
    static void of(String word, double wrongStart, Sink sink) {
        of(new Slips(word, sink, false), wrongStart);
    }

    /** The same for one letter put for any other that is not its neighbour on the keyboard. */
    static void anyOther(String word, double wrongStart, Sink sink) {
        of(new Slips(word, sink, true), wrongStart);
    }

    private static void of(Slips slips, double wrongStart) {
        for (int i = wrongStart > 0 ? 0 : 1; i <= slips.word.length(); i++) {
            slips.slipAt(i, i == 0 ? wrongStart : 1);
        }
    }

    private void slipAt(int i, double likelihood) {
        if (i < word.length()) {
            change(i, likelihood);
        }
        if (!anyOther) {
            add(i, likelihood);
            takeAwayOrSwap(i, likelihood);
        }
    }

    private void change(int i, double likelihood) {
        char typed = word.charAt(i);
        spell(i, "?", i + 1);
        for (char letter = 'a'; letter <= 'z'; letter++) {
            if (letter != typed && Keyboard.adjacent(letter, typed) != anyOther) {
                take(i, letter, likelihood * (anyOther ? ANY_OTHER : 1));
            }
        }
    }

    private void add(int i, double likelihood) {
        spell(i, "?", i);
        for (char letter = 'a'; letter <= 'z'; letter++) {
            if (letter != at(i - 1)) {
                // Of a double letter one is easily forgotten.
                take(i, letter, likelihood * (letter == at(i) ? 1 : LEFT_OUT));
            }
        }
    }

    private void takeAwayOrSwap(int i, double likelihood) {
        char typed = at(i);
        char after = at(i + 1);
        if (typed == after || typed == MARK) {
            return;
        }
        spell(i, "", i + 1);
        sink.take(meant, i + 1, i + 1, likelihood * (typed == at(i - 1) ? 1 : PUT_IN));
        if (after != MARK) {
            spell(i, String.valueOf(new char[] {after, typed}), i + 2);
            sink.take(meant, i + 1, i + 3, likelihood);
        }
    }

    private char at(int i) {
        return i < 0 || i >= word.length() ? MARK : word.charAt(i);
    }

    /** The word between marks, with letters in the place of those from {@code from} to before {@code to}. */
    private void spell(int from, String letters, int to) {
        meant.setLength(0);
        meant.append(MARK).append(word, 0, from).append(letters).append(word, to, word.length()).append(MARK);
    }

    /** Only one letter differs from the word handed over before: to set it is quicker than to spell all anew. */
    private void take(int place, char letter, double likelihood) {
        meant.setCharAt(place + 1, letter);
        sink.take(meant, place + 1, place + 2, likelihood);
    }
}
