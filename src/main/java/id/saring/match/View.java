package id.saring.match;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How one text of a claim (its wording, its headline, its summary) stands against a message. */
final class View {
    final boolean present;
    final double weight;
    final double norm;
    final double found;
    final double foundSquare;
    final double passageCosine;
    final double passageCoverage;
    final double passageJaccard;
    final double score;

    private final Vocabulary.Text text;

    /** Where it begins among the words of the candidate, and how many it has. */
    private final int from;

    private final int length;

    /** The words of {@code text} from {@code from} on. */
    View(Vocabulary.Text text, int from, int length, Passages.Tally tally, double averageLength) {
        this.present = length > 0;
        this.text = text;
        this.from = from;
        this.length = length;
        double all = 0;
        double square = 0;
        double common = 0;
        double commonSquare = 0;
        double bm25 = 0;
        for (int i = 0; i < length; i++) {
            if (!isFirst(i)) {
                continue;
            }
            MessageWords.Term term = term(i);
            double idf = weight(i);
            all += idf;
            square += idf * idf;
            if (term == null) {
                continue;
            }
            common += idf;
            commonSquare += idf * idf;
            bm25 += Bm25.weigh(idf, count(i), length, averageLength);
            tally.add(term, idf);
        }
        this.weight = Math.max(1e-9, all);
        this.norm = Math.max(1e-9, Math.sqrt(square));
        this.found = common;
        this.foundSquare = commonSquare;
        this.score = bm25;
        Passages.Best best = tally.best(weight, norm);
        this.passageCoverage = best.coverage();
        this.passageJaccard = best.jaccard();
        this.passageCosine = best.cosine();
    }

    /** Term of the message at a place of the text, if it stands there. */
    MessageWords.@Nullable Term term(int place) {
        return text.terms()[from + place];
    }

    double weight(int place) {
        return text.rareness()[from + place];
    }

    /** Whether the word at a place of the text stands nowhere before. */
    boolean isFirst(int place) {
        return text.before()[from + place] < from;
    }

    /** How often the word at a place stands in the text. */
    private int count(int place) {
        int count = 0;
        for (int i = from; i < from + length; i++) {
            count += text.places()[i] == text.places()[from + place] ? 1 : 0;
        }
        return count;
    }

    /** Indexes of the message's terms that stand in the text, each once. */
    int[] found() {
        int[] found = new int[length];
        int size = 0;
        for (int i = 0; i < length; i++) {
            MessageWords.Term term = term(i);
            if (term != null && !contains(found, size, term.index)) {
                found[size++] = term.index;
            }
        }
        return Arrays.copyOf(found, size);
    }

    private static boolean contains(int[] values, int size, int value) {
        for (int i = 0; i < size; i++) {
            if (values[i] == value) {
                return true;
            }
        }
        return false;
    }

    /** The share of the text's weight that stands in the message; -1 without a text. */
    double coverage() {
        return present ? found / weight : -1;
    }

    /** The share of the message's weight that stands in the text; -1 without a text. */
    double ofMessage(MessageWords message) {
        return present ? found / message.weight : -1;
    }

    double cosine(MessageWords message) {
        return present ? foundSquare / (norm * message.norm) : -1;
    }

    /**
     * How densely the text's words stand in the message: the largest share of the text's weight that a stretch of twice
     * its length holds.
     */
    double closeness(MessageWords message) {
        int width = Math.max(4, 2 * length);
        double best = 0;
        for (int i = 0; i < length; i++) {
            MessageWords.Term anchor = term(i);
            if (anchor == null) {
                continue;
            }
            for (int o = 0; o < Math.min(anchor.occurrences, 3); o++) {
                best = Math.max(best, within(anchor.positions[o], anchor.positions[o] + width));
            }
        }
        return best / total();
    }

    private double within(int from, int to) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            MessageWords.Term term = term(i);
            if (term != null) {
                int at = Arrays.binarySearch(term.positions, 0, term.occurrences, from);
                int next = at >= 0 ? at : -at - 1;
                sum += next < term.occurrences && term.positions[next] < to ? weight(i) : 0;
            }
        }
        return sum;
    }

    /** The share of neighbouring words of the text that are neighbours in the message too. */
    double bigrams() {
        int common = 0;
        for (int i = 1; i < length; i++) {
            MessageWords.Term a = term(i - 1);
            MessageWords.Term b = term(i);
            if (a != null && b != null && follows(a, b)) {
                common++;
            }
        }
        return length < 2 ? 0 : common / (double) (length - 1);
    }

    private static boolean follows(MessageWords.Term a, MessageWords.Term b) {
        for (int i = 0; i < a.occurrences; i++) {
            if (Arrays.binarySearch(b.positions, 0, b.occurrences, a.positions[i] + 1) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The weight share of the heaviest run of words that stands unbroken in both. */
    double run() {
        double best = 0;
        for (int i = 0; i < length; i++) {
            MessageWords.Term first = term(i);
            if (first == null || i > 0 && term(i - 1) != null && allContinue(i)) {
                continue;
            }
            for (int o = 0; o < first.occurrences; o++) {
                double run = weight(i);
                int position = first.positions[o];
                for (int j = i + 1; j < length && standsAt(term(j), ++position); j++) {
                    run += weight(j);
                }
                best = Math.max(best, run);
            }
        }
        return present ? best / total() : 0;
    }

    /**
     * Whether every occurrence of word {@code i} follows word {@code i - 1}, so that a run from there is counted
     * already.
     */
    private boolean allContinue(int i) {
        MessageWords.Term term = term(i);
        if (term == null) {
            return false;
        }
        for (int o = 0; o < term.occurrences; o++) {
            if (!standsAt(term(i - 1), term.positions[o] - 1)) {
                return false;
            }
        }
        return true;
    }

    private static boolean standsAt(MessageWords.@Nullable Term term, int position) {
        return term != null && Arrays.binarySearch(term.positions, 0, term.occurrences, position) >= 0;
    }

    private double total() {
        double total = 0;
        for (int i = 0; i < length; i++) {
            total += weight(i);
        }
        return Math.max(1e-9, total);
    }
}
