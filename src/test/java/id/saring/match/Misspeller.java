package id.saring.match;

import java.util.Random;
import java.util.regex.Pattern;

/** Misspells texts as thumbs do, the same way for the same seed: letters swapped, left out, typed twice or missed. */
final class Misspeller {
    private static final double SHARE = 0.3;
    private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");
    private static final String[] NEIGHBOURS = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};

    private final Random random;

    Misspeller(long seed) {
        this.random = new Random(seed);
    }

    /** The text with a slip in some of its longer words. */
    String misspell(String text) {
        return WORD.matcher(text).replaceAll(word -> random.nextDouble() < SHARE ? slip(word.group()) : word.group());
    }

    private String slip(String word) {
        int at = random.nextInt(word.length() - 1);
        String before = word.substring(0, at);
        String after = word.substring(at + 1);
        return switch (random.nextInt(4)) {
            case 0 -> before + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
            case 1 -> before + after;
            case 2 -> before + word.charAt(at) + word.charAt(at) + after;
            default -> before + neighbour(word.charAt(at)) + after;
        };
    }

    private char neighbour(char letter) {
        for (String row : NEIGHBOURS) {
            int place = row.indexOf(letter);
            if (place >= 0) {
                return row.charAt(place == 0 ? 1 : place - 1);
            }
        }
        return letter;
    }
}
