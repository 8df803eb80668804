package id.saring.match;

import id.saring.text.Token;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message parted into passages: sentences joined until a passage has enough words to say something. A long message
 * may hold a claim in one of them and something else in all others.
 */
final class Passages {
    private static final int ENOUGH_WORDS = 8;

    private final MessageWords.Term[] sequence;
    private final int[] sentenceOf;

    /** For each content word the passage it stands in. */
    private final int[] passageOf;

    /** Of each passage the sum of its terms' weights, each term once. */
    private final double[] weights;

    /** The same of their squares. */
    private final double[] norms;

    /** Parts the content words, and tells each term the passages it stands in. */
    Passages(TermFinder.Found words) {
        this.sequence = words.inOrder();
        this.sentenceOf = words.sentences();
        this.passageOf = cut(sentenceOf);
        int count = passageOf.length == 0 ? 0 : passageOf[passageOf.length - 1] + 1;
        this.weights = new double[count];
        this.norms = new double[count];
        for (MessageWords.Term term : words.distinct()) {
            term.passages = of(term);
            for (int passage : term.passages) {
                weights[passage] += term.idf;
                norms[passage] += term.idf * term.idf;
            }
        }
    }

    /**
     * How like a text a passage is, by the passage that is most so in each respect; 0 where none has a word of it.
     *
     * @param coverage the share of the text's weight that stands in the passage
     * @param jaccard  the weight of what both have, of all that either has
     * @param cosine   of the angle between their words' weights
     */
    record Best(double coverage, double jaccard, double cosine) {}

    /**
     * Finds the passages most like a text, for one text after the other. Only passages that have a word of the text are
     * looked at: a long message has many, and there are sixty claims of up to three texts. For one thread.
     */
    final class Tally {
        private final double[] found = new double[count()];
        private final double[] squares = new double[count()];
        private final int[] touched = new int[count()];
        private int size;

        /** Notes that the text has a term of the message, of a weight above 0. */
        void add(MessageWords.Term term, double weight) {
            for (int passage : term.passages) {
                if (found[passage] == 0) {
                    touched[size++] = passage;
                }
                found[passage] += weight;
                squares[passage] += weight * weight;
            }
        }

        /** What was noted since this was last asked, for a text of this weight and length as a vector. */
        Best best(double weight, double norm) {
            double coverage = 0;
            double jaccard = 0;
            double cosine = 0;
            for (int i = 0; i < size; i++) {
                int p = touched[i];
                coverage = Math.max(coverage, found[p] / weight);
                jaccard = Math.max(jaccard, found[p] / (weight + weights[p] - found[p]));
                cosine = Math.max(cosine, squares[p] / (norm * Math.sqrt(norms[p])));
                found[p] = 0;
                squares[p] = 0;
            }
            size = 0;
            return new Best(coverage, jaccard, cosine);
        }
    }

    int count() {
        return weights.length;
    }

    /** The passage that holds most of these terms, each given once; null stands for none. */
    int nearest(MessageWords.@Nullable Term[] terms) {
        double[] found = new double[count()];
        for (MessageWords.@Nullable Term term : terms) {
            if (term != null) {
                for (int passage : term.passages) {
                    found[passage] += term.idf;
                }
            }
        }
        int best = 0;
        for (int p = 1; p < found.length; p++) {
            best = found[p] > found[best] ? p : best;
        }
        return best;
    }

    /**
     * Those of the words that stand in the passage's sentences; all, where all is one passage.
     *
     * @param words in the order of the message, so that their sentences ascend
     */
    List<Token> words(int passage, List<Token> words) {
        if (count() < 2) {
            return words;
        }
        int first = 0;
        while (passageOf[first] != passage) {
            first++;
        }
        int last = first;
        while (last + 1 < passageOf.length && passageOf[last + 1] == passage) {
            last++;
        }
        return words.subList(
                firstFrom(sentenceOf[first], words), firstFrom(sentenceOf[last] + 1, words));
    }

    /** Where the words of this sentence and those after it begin. */
    private static int firstFrom(int sentence, List<Token> words) {
        int from = 0;
        int to = words.size();
        while (from < to) {
            int middle = (from + to) / 2;
            if (words.get(middle).sentence() < sentence) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** The passage's content words. */
    String text(int passage) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < passageOf.length; i++) {
            if (passageOf[i] == passage) {
                text.append(sequence[i].word).append(' ');
            }
        }
        return text.toString().strip();
    }

    /** The passages a term stands in, each once; its positions ascend. */
    private int[] of(MessageWords.Term term) {
        int[] passages = new int[term.occurrences];
        int size = 0;
        for (int i = 0; i < term.occurrences; i++) {
            int passage = passageOf[term.positions[i]];
            if (size == 0 || passages[size - 1] != passage) {
                passages[size++] = passage;
            }
        }
        return size == passages.length ? passages : Arrays.copyOf(passages, size);
    }

    private static int[] cut(int[] sentences) {
        int[] passageOf = new int[sentences.length];
        int passage = 0;
        int length = 0;
        for (int i = 0; i < sentences.length; i++) {
            if (i > 0 && length >= ENOUGH_WORDS && sentences[i] != sentences[i - 1]) {
                passage++;
                length = 0;
            }
            passageOf[i] = passage;
            length++;
        }
        return passageOf;
    }
}
