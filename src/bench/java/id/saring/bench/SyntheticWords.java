package id.saring.bench;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Invented words of one language, the more common the earlier, and how often each is used: by the law of Zipf and
 * Mandelbrot, as in real claims, where no content word stands in more than a few texts of a hundred.
 */
final class SyntheticWords {
    private static final int SIZE = 150_000;
    private static final double FLATTENED = 30;
    private static final double EXPONENT = 1.05;
    private static final int NAMES = 40_000;

    private final String[] words;
    private final String[] names = new String[NAMES];
    private final double[] cumulated = new double[SIZE];
    private final String[] onsets;
    private final String[] nuclei;
    private final String[] codas;

    private SyntheticWords(long seed, String onsets, String nuclei, String codas) {
        this.onsets = onsets.split(" ");
        this.nuclei = nuclei.split(" ");
        this.codas = codas.split(" ", -1);
        SplittableRandom random = new SplittableRandom(seed);
        Set<String> distinct = new LinkedHashSet<>();
        while (distinct.size() < SIZE) {
            // Common words are short.
            distinct.add(word(random, distinct.size() < 2_000 ? 2 : 3));
        }
        this.words = distinct.toArray(String[]::new);
        for (int i = 0; i < NAMES; i++) {
            String name = word(random, 2 + random.nextInt(2));
            names[i] = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        }
        double sum = 0;
        for (int i = 0; i < SIZE; i++) {
            sum += 1 / Math.pow(i + FLATTENED, EXPONENT);
            cumulated[i] = sum;
        }
    }

    static SyntheticWords indonesian(long seed) {
        return new SyntheticWords(
                seed,
                "b c d g h j k l m n p r s t w y ny ng s t k m p b",
                "a a a a e e i i i o u u ai au",
                " n n ng h k r s t l m   ");
    }

    static SyntheticWords english(long seed) {
        return new SyntheticWords(
                seed,
                "b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh sl st str t tr v w",
                "a e i o u ea ee oa ou ai",
                " n t d r l ck ng st nd m p rt ve   ");
    }

    /** A word, common ones more often. */
    String any(SplittableRandom random) {
        return words[place(cumulated, SIZE, random)];
    }

    /** A name, well-known ones more often. */
    String name(SplittableRandom random) {
        return names[place(cumulated, NAMES, random)];
    }

    private static int place(double[] cumulated, int among, SplittableRandom random) {
        int found = Arrays.binarySearch(cumulated, 0, among, random.nextDouble() * cumulated[among - 1]);
        return Math.min(found >= 0 ? found : -found - 1, among - 1);
    }

    static <T> T pick(List<T> all, SplittableRandom random) {
        return all.get(random.nextInt(all.size()));
    }

    private String word(SplittableRandom random, int syllables) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(onsets[random.nextInt(onsets.length)]).append(nuclei[random.nextInt(nuclei.length)]);
        }
        return word.append(codas[random.nextInt(codas.length)]).toString();
    }
}
