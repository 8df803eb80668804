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
    final double[] weights;

    /** The same of their squares. */
    final double[] norms;

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

    /** Those of the words that stand in the passage's sentences; all, where all is one passage. */
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
        int from = sentenceOf[first];
        int to = sentenceOf[last];
        return words.stream().filter(token -> token.sentence() >= from && token.sentence() <= to).toList();
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
        return Arrays.copyOf(passages, size);
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
