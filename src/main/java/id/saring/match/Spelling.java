package id.saring.match;

import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Finds the word of the index that a slip of the finger was meant to be: the best-known stem with the same first letter,
 * one edit (insertion, deletion, substitution or swap) away. Every stem lies under itself and under each form with one
 * letter left out, so that a look-up costs as many probes as the word has letters.
 */
final class Spelling {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 24;
    private static final int RAREST = 2;
    private static final LevenshteinDistance AT_MOST_TWO = new LevenshteinDistance(2);

    private final String[] stems;
    private final LongCounts forms;

    /** @param stems the known stems, best-known first */
    private Spelling(String[] stems) {
        this.stems = stems;
        long size = 0;
        for (String stem : stems) {
            size += stem.length();
        }
        this.forms = new LongCounts(size);
        for (int i = 0; i < stems.length; i++) {
            put(TermStatistics.key(stems[i]), i);
            for (int left = 1; left < stems[i].length(); left++) {
                put(keyWithout(stems[i], left), i);
            }
        }
    }

    /** Whether a stem that stands in {@code count} wordings is worth being corrected to. */
    static boolean isTarget(String stem, int count) {
        return count >= RAREST
                && stem.length() >= SHORTEST - 1
                && stem.length() <= LONGEST
                && !Character.isDigit(stem.charAt(0));
    }

    /** @param stems the known stems that are targets, best-known first */
    static Spelling of(String[] stems) {
        return new Spelling(stems);
    }

    /** The stem meant, or {@code stem} itself if none is near. */
    String correct(String stem) {
        if (stem.length() < SHORTEST || stem.length() > LONGEST || Character.isDigit(stem.charAt(0))) {
            return stem;
        }
        int best = better(stem, forms.get(TermStatistics.key(stem)), 0);
        for (int left = 1; left < stem.length(); left++) {
            best = better(stem, forms.get(keyWithout(stem, left)), best);
        }
        return best == 0 ? stem : stems[best - 1];
    }

    private void put(long key, int index) {
        if (forms.get(key) == 0) {
            forms.put(key, index + 1);
        }
    }

    private int better(String stem, int found, int best) {
        if (found == 0 || best != 0 && found >= best) {
            return best;
        }
        return oneEditApart(stem, stems[found - 1]) ? found : best;
    }

    private static boolean oneEditApart(String a, String b) {
        int distance = AT_MOST_TWO.apply(a, b);
        return distance == 1 || distance == 2 && a.length() == b.length() && isSwap(a, b);
    }

    private static boolean isSwap(String a, String b) {
        int i = 0;
        while (a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return i + 1 < a.length()
                && a.charAt(i) == b.charAt(i + 1)
                && a.charAt(i + 1) == b.charAt(i)
                && a.substring(i + 2).equals(b.substring(i + 2));
    }

    private static long keyWithout(String stem, int left) {
        return TermStatistics.key(stem, left);
    }
}
