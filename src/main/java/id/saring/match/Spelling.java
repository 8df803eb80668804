package id.saring.match;

/**
 * Finds the word of the index that a slip of the finger was meant to be: the best-known stem with the same first
 * letter, one edit (insertion, deletion, substitution or swap) away. It keeps nothing: every such edit is looked up
 * among the terms that are counted anyway, about seventy look-ups for each letter of the word.
 */
final class Spelling {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 24;
    private static final int RAREST = 2;

    /** All letters a folded word may have been meant to have. */
    private static final char[] LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789".toCharArray();

    private final TermStatistics terms;

    Spelling(TermStatistics terms) {
        this.terms = terms;
    }

    /** The stem meant, or {@code stem} itself if none is near. */
    String correct(String stem) {
        if (stem.length() < SHORTEST || stem.length() > LONGEST || isDigit(stem.charAt(0))) {
            return stem;
        }
        Search search = new Search(stem);
        long before = TermStatistics.extended(TermStatistics.EMPTY, stem.charAt(0));
        for (int i = 1; i <= stem.length(); i++) {
            search.editsAt(i, before);
            if (i < stem.length()) {
                before = TermStatistics.extended(before, stem.charAt(i));
            }
        }
        return search.best;
    }

    private static boolean isDigit(char c) {
        return Character.isDigit(c);
    }

    /** The best stem found so far near one misspelt one. */
    private final class Search {
        private final String stem;
        private String best;
        private int bestCount = RAREST - 1;

        Search(String stem) {
            this.stem = stem;
            this.best = stem;
        }

        /** Tries every edit at place {@code i}; {@code before} is the key of the letters before it. */
        void editsAt(int i, long before) {
            for (char letter : LETTERS) {
                long key = TermStatistics.extended(before, letter);
                consider(key, i, i, letter);
                if (i < stem.length() && letter != stem.charAt(i)) {
                    consider(key, i, i + 1, letter);
                }
            }
            if (i < stem.length()) {
                consider(before, i, i + 1, '\0');
            }
            if (i + 1 < stem.length() && stem.charAt(i) != stem.charAt(i + 1)) {
                long swapped = TermStatistics.extended(TermStatistics.extended(before, stem.charAt(i + 1)),
                        stem.charAt(i));
                if (isBetter(count(swapped, i + 2))) {
                    take(stem.substring(0, i) + stem.charAt(i + 1) + stem.charAt(i) + stem.substring(i + 2),
                            swapped, i + 2);
                }
            }
        }

        /**
         * The stem whose letters from {@code from} to before {@code to} are replaced by {@code letter}, or by nothing.
         */
        private void consider(long key, int from, int to, char letter) {
            if (isBetter(count(key, to))) {
                take(stem.substring(0, from) + (letter == '\0' ? "" : letter) + stem.substring(to), key, to);
            }
        }

        private int count(long key, int rest) {
            long whole = key;
            for (int i = rest; i < stem.length(); i++) {
                whole = TermStatistics.extended(whole, stem.charAt(i));
            }
            return terms.countIfKnown(whole);
        }

        private boolean isBetter(int count) {
            return count > bestCount || count == bestCount && count >= RAREST;
        }

        private void take(String found, long key, int rest) {
            int count = count(key, rest);
            // Of two equally known ones the first by the alphabet, so that the order of the search does not matter.
            if (count > bestCount || found.compareTo(best) < 0) {
                best = found;
                bestCount = count;
            }
        }
    }
}
