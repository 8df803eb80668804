package id.saring.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of the candidates for one message, each with a place of its own. What is known of a word is looked up once,
 * however many candidates have it, and of all of them together: the table of all words is large, and each look a trip
 * to memory that need not wait for the one before.
 */
final class Vocabulary {
    private final LongCounts slots;
    private final long[] keys;

    /** Of each word the number of the last text that has it, from 1, and where it stands there last. */
    private final int[] texts;

    private final int[] lasts;
    private int size;

    private final List<Text> read = new ArrayList<>();

    private Vocabulary(int most) {
        this.slots = new LongCounts(most);
        this.keys = new long[most];
        this.texts = new int[most];
        this.lasts = new int[most];
    }

    /**
     * The words of a candidate: of its wording, its headline and its summary, one after the other.
     *
     * @param keys     of the words, see {@link ClaimWords#all}
     * @param places   of each word its place among those of all candidates
     * @param terms    of each word the message's term, or null
     * @param rareness how rare each is: its inverse document frequency
     * @param before   of each word where it stands last before; -1 if nowhere
     */
    record Text(
            long[] keys, int[] places, MessageWords.@Nullable Term[] terms, double[] rareness, int[] before) {
        static final Text EMPTY = of(new long[0]);

        private static Text of(long[] keys) {
            int length = keys.length;
            return new Text(
                    keys, new int[length], new MessageWords.Term[length], new double[length], new int[length]);
        }

        /** The last of its words' places. */
        int lastPlace() {
            return Arrays.stream(places).max().orElse(0);
        }
    }

    /** The texts of these wordings. */
    static List<Text> read(List<ClaimWords> wordings, MessageWords message, TermStatistics statistics) {
        Vocabulary vocabulary = new Vocabulary(wordings.stream().mapToInt(ClaimWords::length).sum());
        wordings.forEach(words -> vocabulary.add(words.all()));
        vocabulary.weigh(message, statistics);
        return vocabulary.read;
    }

    private void add(long[] words) {
        Text text = Text.of(words);
        read.add(text);
        for (int i = 0; i < words.length; i++) {
            int place = place(words[i]);
            text.places[i] = place;
            text.before[i] = texts[place] == read.size() ? lasts[place] : -1;
            texts[place] = read.size();
            lasts[place] = i;
        }
    }

    private int place(long key) {
        int known = slots.get(key);
        if (known > 0) {
            return known - 1;
        }
        keys[size++] = key;
        slots.put(key, size);
        return size - 1;
    }

    private void weigh(MessageWords message, TermStatistics statistics) {
        MessageWords.@Nullable Term[] terms = new MessageWords.Term[size];
        int[] counts = statistics.counts(keys, size);
        double[] rareness = new double[size];
        for (int place = 0; place < size; place++) {
            MessageWords.Term term = message.term(keys[place]);
            terms[place] = term;
            rareness[place] = term != null && term.key == keys[place] ? term.idf : statistics.idf(counts[place]);
        }
        for (Text text : read) {
            for (int i = 0; i < text.places.length; i++) {
                text.terms[i] = terms[text.places[i]];
                text.rareness[i] = rareness[text.places[i]];
            }
        }
    }
}
