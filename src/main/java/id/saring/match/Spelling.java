package id.saring.match;

import id.saring.text.Grams;
import id.saring.text.Negations;
import id.saring.text.TextLanguage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what a word that no claim has may have been meant to be: words one slip of a finger away whose stem some claim
 * has, or words that carry no content. It keeps nothing: of some fifty words for each letter, nearly all hold four
 * letters in a row that no claim has, and the stems of the others are among the terms that are counted anyway.
 */
final class Spelling {
    private static final int SHORTEST = 4;
    private static final int SHORTEST_STOP_WORD = 5;
    private static final int LONGEST = 24;

    /**
     * How likely a slip is at the first letter beside the others. English has more words that differ in it alone; where
     * the language is open it may be English.
     */
    private static final double WRONG_START_INDONESIAN = 0.2;

    private static final double WRONG_START_OTHERS = 0;

    /** Words that carry no content are in no claim's terms; each counts like one in so many of all wordings. */
    private static final int STOP_WORD_SHARE = 45;

    private static final double LIKELY = 0.5;

    /** A score below this, or far below the best one, is none. */
    private static final double LEAST = 0.15;

    private static final double LEAST_SHARE = 0.02;
    private static final int MOST = 2;

    private static final Comparator<Correction> ORDER =
            Comparator.comparingDouble((Correction one) -> -one.score).thenComparing(Correction::word);

    private final TermStatistics terms;
    private final TermStatistics grams;

    Spelling(TermStatistics terms, TermStatistics grams) {
        this.terms = terms;
        this.grams = grams;
    }

    /**
     * What may have been meant.
     *
     * @param word  as it should have been typed
     * @param stem  of the word
     * @param count in how many wordings the stem stands; of a stop word, as if it stood in so many
     * @param score how likely it is, in wordings that may have been meant
     */
    record Correction(String word, String stem, int count, double score) {}

    /** A number is none, nor is what is longer than any word; to look for either would be work for nothing. */
    static boolean mayBeSlip(String word) {
        return word.length() <= LONGEST && word.chars().noneMatch(Character::isDigit);
    }

    /** What may have been meant by a lower-case word, the likeliest first, each stem once; empty if nothing is near. */
    List<Correction> of(String word, Stems stems) {
        if (word.length() < SHORTEST || !mayBeSlip(word)) {
            return List.of();
        }
        Search search = new Search(stems);
        double wrongStart = stems.language().filter(TextLanguage.INDONESIAN::equals).isPresent()
                ? WRONG_START_INDONESIAN
                : WRONG_START_OTHERS;
        Slips.of(word, wrongStart, search::consider);
        if (search.found.isEmpty()) {
            Slips.anyOther(word, wrongStart, search::consider);
        }
        return search.best();
    }

    /** What was found so far for one word. */
    private final class Search {
        private final Stems stems;
        private final Map<String, Correction> found = new HashMap<>();

        Search(Stems stems) {
            this.stems = stems;
        }

        void consider(StringBuilder meant, int from, int to, double likelihood) {
            if (!isLikeWords(meant, from, to)) {
                return;
            }
            String word = meant.substring(1, meant.length() - 1);
            boolean small = word.length() >= SHORTEST_STOP_WORD && stems.isStopWord(word);
            if ((small || Negations.isNegation(word)) && likelihood < LIKELY) {
                // Many words are a letter apart from these, which change what is said or say nothing.
                return;
            }
            if (small) {
                add(word, "", Math.max(1, terms.wordings() / STOP_WORD_SHARE), likelihood);
                return;
            }
            String stem = stems.of(word);
            int count = terms.countIfKnown(TermStatistics.key(stem));
            if (count > 0) {
                add(word, stem, count, likelihood);
            }
        }

        /** Whether some claim has each four letters in a row of those that were changed. */
        private boolean isLikeWords(StringBuilder meant, int from, int to) {
            int first = Math.max(0, from - Grams.SIZE + 1);
            int last = Math.min(meant.length() - Grams.SIZE, to - 1);
            // To ask the small table of all of them first is quicker than to ask the large one of any.
            for (int i = first; i <= last; i++) {
                if (!grams.mayHave(Grams.at(meant, i))) {
                    return false;
                }
            }
            for (int i = first; i <= last; i++) {
                if (grams.count(Grams.at(meant, i)) == 0) {
                    return false;
                }
            }
            return true;
        }

        private void add(String word, String stem, int count, double likelihood) {
            Correction correction = new Correction(word, stem, count, likelihood * count);
            found.merge(stem, correction, (one, other) -> ORDER.compare(one, other) <= 0 ? one : other);
        }

        List<Correction> best() {
            List<Correction> all = new ArrayList<>(found.values());
            all.sort(ORDER);
            double least = all.isEmpty() ? 0 : Math.max(LEAST, LEAST_SHARE * all.getFirst().score);
            return all.stream().filter(one -> one.score >= least).limit(MOST).toList();
        }
    }
}
