package id.saring.text;

import java.util.function.LongConsumer;

/** Character 4-grams of words, each packed into a long: {@code kata} gives {@code _kat kata ata_}. */
public final class Grams {
    public static final int SIZE = 4;

    private Grams() {}

    /** Hands every gram of every word to {@code sink}; words are separated by single spaces. */
    public static void ofWords(String words, LongConsumer sink) {
        int from = 0;
        while (from < words.length()) {
            int space = words.indexOf(' ', from);
            int to = space < 0 ? words.length() : space;
            of(words, from, to, sink);
            from = to + 1;
        }
    }

    /** Hands every gram of {@code word} to {@code sink}; a word of one letter gives that letter between two marks. */
    public static void of(CharSequence word, LongConsumer sink) {
        of(word, 0, word.length(), sink);
    }

    private static void of(CharSequence text, int from, int to, LongConsumer sink) {
        long gram = '_';
        int length = 1;
        for (int i = from; i <= to; i++) {
            gram = gram << 16 | (i == to ? '_' : text.charAt(i));
            if (++length >= SIZE) {
                sink.accept(gram);
            }
        }
        if (length < SIZE) {
            sink.accept(gram);
        }
    }

    /** The gram of the four characters from {@code from} on, marks included if the text has them. */
    public static long at(CharSequence text, int from) {
        long gram = 0;
        for (int i = from; i < from + SIZE; i++) {
            gram = gram << 16 | text.charAt(i);
        }
        return gram;
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
