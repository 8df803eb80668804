package id.saring.text;

import java.util.function.LongConsumer;

/** Character 4-grams of words, each packed into a long: {@code kata} gives {@code _kat kata ata_}. */
public final class Grams {
    public static final int SIZE = 4;

    private Grams() {}

    /** Hands every gram of {@code word} to {@code sink}; a word of one letter gives that letter between two marks. */
    public static void of(CharSequence word, LongConsumer sink) {
        int padded = word.length() + 2;
        for (int start = 0; start + SIZE <= Math.max(SIZE, padded); start++) {
            long gram = 0;
            for (int i = start; i < Math.min(padded, start + SIZE); i++) {
                gram = gram << 16 | (i == 0 || i == padded - 1 ? '_' : word.charAt(i - 1));
            }
            sink.accept(gram);
        }
    }

    /** The gram as text. */
    public static String text(long gram) {
        StringBuilder text = new StringBuilder(SIZE);
        for (int shift = 48; shift >= 0; shift -= 16) {
            char c = (char) (gram >>> shift);
            if (c != 0) {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** The gram that {@link #text} made this text of. */
    public static long parse(String text) {
        long gram = 0;
        for (int i = 0; i < text.length(); i++) {
            gram = gram << 16 | text.charAt(i);
        }
        return gram;
    }
}
