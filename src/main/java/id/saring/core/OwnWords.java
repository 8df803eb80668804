package id.saring.core;

import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words somebody wrote, to be found wherever they were copied to, whatever became of the spaces and line ends between
 * them.
 *
 * @throws IllegalArgumentException if there are none
 */
public final class OwnWords {
    /** Stands where words were taken out and nothing else can stand. */
    public static final String GONE = "[…]";

    private static final int TELLING = 20;

    private static final int LONGEST_PIECE = 200;
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern BREAK = Pattern.compile("[\\\\\"\\s\\p{Cntrl}]");

    private final String squeezed;
    private final Pattern pattern;

    public OwnWords(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("Own words are not blank");
        }
        this.squeezed = squeeze(text);
        this.pattern = Pattern.compile(
                Arrays.stream(squeezed.split(" ")).map(Pattern::quote).collect(Collectors.joining("\\s+")));
    }

    /** A text with one space wherever it has any, to be compared with {@link #squeezed()}. */
    public static String squeeze(String text) {
        return SPACE.matcher(text.strip()).replaceAll(" ");
    }

    public String squeezed() {
        return squeezed;
    }

    /** Whether they are all that {@code other} says. */
    public boolean areAllOf(String other) {
        return squeeze(other).equals(squeezed);
    }

    /** Whether they tell something of their own; shorter words are anybody's and are quoted by chance. */
    public boolean telling() {
        return squeezed.length() >= TELLING;
    }

    /** {@code other} with {@link #GONE} in their place, if they are {@link #telling}. */
    public String takenOutOf(String other) {
        return telling() ? pattern.matcher(other).replaceAll(Matcher.quoteReplacement(GONE)) : other;
    }

    /** An operand of {@code LIKE … ESCAPE '!'} that finds all texts, JSON included, that may hold them, and others. */
    public String like() {
        String piece = BREAK.splitAsStream(squeezed).max(Comparator.comparingInt(String::length)).orElse("");
        int end = Math.min(piece.length(), LONGEST_PIECE);
        if (end < piece.length() && Character.isHighSurrogate(piece.charAt(end - 1))) {
            end--;
        }
        return Like.part(piece.substring(0, end));
    }

    @Override
    public String toString() {
        return "OwnWords[" + squeezed.length() + " characters]";
    }
}
