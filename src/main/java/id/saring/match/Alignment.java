package id.saring.match;

import java.util.Arrays;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * Finds words of a claim that a message has written so alike that they may be the same, as <em>vaksinasi</em> and
 * <em>vaksin</em> are: by the similarity of Jaro and Winkler (Winkler 1990), of Apache Commons Text.
 *
 * <p>It takes longer than all else that is measured of a word. So it is asked only of words that begin with the same
 * letter, are about as long, and have so many letters in common that it may say yes.
 */
final class Alignment {
    /** From this similarity on, of at most 1, two words may be the same. */
    private static final double ALIKE = 0.9;

    /** How many letters longer one may be. */
    private static final int LONGER = 4;

    /** Of a long message the rarest words take part. */
    private static final int MOST = 64;

    /** What each letter adds that both begin with, as a share of what is missing to 1; and how many count. */
    private static final double PREFIX = 0.1;

    private static final int LONGEST_PREFIX = 4;

    /** Letters are told by so many of their bits. Those that share them are only compared more often. */
    private static final int LETTER = 31;

    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    private final String[] words;
    private final int[] letters;

    /** For each first letter one of the words, and after each word another; -1 after the last. */
    private final int[] first = new int[LETTER + 1];

    private final int[] next;

    Alignment(MessageWords message) {
        int size = Math.min(MOST, message.byWeight.length);
        this.words = new String[size];
        this.letters = new int[size];
        this.next = new int[size];
        Arrays.fill(first, -1);
        for (int i = 0; i < size; i++) {
            String word = message.byWeight[i].word;
            int begin = word.charAt(0) & LETTER;
            words[i] = word;
            letters[i] = letters(word);
            next[i] = first[begin];
            first[begin] = i;
        }
    }

    /** The share of a claim's weight in words that the message has only so, from 0 to 1. */
    double share(ClaimWords words, View claim) {
        double all = 0;
        double aligned = 0;
        for (int i = 0; i < words.claim().length; i++) {
            all += claim.weight(i);
            if (claim.term(i) == null && !words.isNumber(i) && has(words.form(i))) {
                aligned += claim.weight(i);
            }
        }
        return all == 0 ? 0 : aligned / all;
    }

    private boolean has(String word) {
        int seen = letters(word);
        for (int i = first[word.charAt(0) & LETTER]; i >= 0; i = next[i]) {
            if (mayBeAlike(word, seen, words[i], letters[i]) && areAlike(word, words[i])) {
                return true;
            }
        }
        return false;
    }

    static boolean areAlike(String word, String other) {
        return word.charAt(0) == other.charAt(0)
                && Math.abs(word.length() - other.length()) <= LONGER
                && SIMILARITY.apply(word, other) >= ALIKE;
    }

    /** Whether two words of such {@link #letters} would be alike if all letters that can match did, and in order. */
    static boolean mayBeAlike(String word, int letters, String other, int otherLetters) {
        int prefix = 0;
        int longest = Math.min(LONGEST_PREFIX, Math.min(word.length(), other.length()));
        while (prefix < longest && word.charAt(prefix) == other.charAt(prefix)) {
            prefix++;
        }
        double common = Math.min(
                word.length() - Integer.bitCount(letters & ~otherLetters),
                other.length() - Integer.bitCount(otherLetters & ~letters));
        double jaro = (common / word.length() + common / other.length() + 1) / 3;
        return jaro + PREFIX * prefix * (1 - jaro) >= ALIKE;
    }

    static int letters(String word) {
        int letters = 0;
        for (int i = 0; i < word.length(); i++) {
            letters |= 1 << (word.charAt(i) & LETTER);
        }
        return letters;
    }
}
