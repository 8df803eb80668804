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

    /** Shorter words are anybody's, unless they are all there is. */
    private static final int TELLING = 20;

    private static final int LONGEST_PIECE = 200;
    private static final Pattern BREAK = Pattern.compile("[\\\\\"\\p{Cntrl}]|\\s\\s+");

    private final String text;
    private final Pattern pattern;

    public OwnWords(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("Own words are not blank");
        }
        this.text = text.strip();
        this.pattern = Pattern.compile(
                Arrays.stream(this.text.split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s+")));
    }

    /** Whether they are all that {@code other} says. */
    public boolean areAllOf(String other) {
        return pattern.matcher(other.strip()).matches();
    }

    /** {@code other} with {@link #GONE} in their place; short words only go where they are all of it. */
    public String takenOutOf(String other) {
        if (areAllOf(other)) {
            return GONE;
        }
        return text.length() < TELLING ? other : pattern.matcher(other).replaceAll(Matcher.quoteReplacement(GONE));
    }

    /** An operand of {@code LIKE … ESCAPE '!'} that finds all texts, JSON included, that may hold them, and others. */
    public String like() {
        String piece = BREAK.splitAsStream(text).max(Comparator.comparingInt(String::length)).orElse("");
        int end = Math.min(piece.length(), LONGEST_PIECE);
        if (end < piece.length() && Character.isHighSurrogate(piece.charAt(end - 1))) {
            end--;
        }
        return '%' + piece.substring(0, end).replaceAll("[!%_]", "!$0") + '%';
    }

    @Override
    public String toString() {
        return "OwnWords[" + text.length() + " characters]";
    }
}
