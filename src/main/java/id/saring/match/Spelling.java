package id.saring.match;

import id.saring.text.Grams;
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

    /** How likely a slip is at the first letter beside the others. English has more words that differ in it alone. */
    private static final double WRONG_START_INDONESIAN = 0.2;

    private static final double WRONG_START_ENGLISH = 0;

    /** Words that carry no content are in no claim's terms; each counts like one in so many of all wordings. */
    private static final int STOP_WORD_SHARE = 45;

    /** A score below this, or far below the best one, is none. */
    private static final double LEAST = 0.15;

    private static final double LEAST_SHARE = 0.02;
    private static final int MOST = 4;

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

    /** What may have been meant by a lower-case word, the likeliest first, each stem once; empty if nothing is near. */
    List<Correction> of(String word, Stems stems) {
        if (word.length() < SHORTEST || word.length() > LONGEST || Character.isDigit(word.charAt(0))) {
            return List.of();
        }
        Search search = new Search(stems);
        boolean english = stems.spelling() == TextLanguage.ENGLISH;
        Slips.of(word, english ? WRONG_START_ENGLISH : WRONG_START_INDONESIAN, search::consider);
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
            if (word.length() >= SHORTEST_STOP_WORD && stems.isStopWord(word)) {
                add(word, "", terms.documents() / STOP_WORD_SHARE, likelihood);
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
            int last = Math.min(meant.length() - Grams.SIZE, to - 1);
            for (int i = Math.max(0, from - Grams.SIZE + 1); i <= last; i++) {
                if (grams.countIfKnown(Grams.at(meant, i)) == 0) {
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
