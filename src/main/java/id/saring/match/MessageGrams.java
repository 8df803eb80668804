package id.saring.match;

import id.saring.text.Grams;
import java.util.Arrays;
import java.util.List;

/** The distinct character grams of a message with their weights, and how well a claim's grams cover them. */
final class MessageGrams {
    private final LongCounts slots;
    private final long[] grams;
    private final double[] idf;
    private final int size;

    MessageGrams(List<String> words, TermStatistics statistics) {
        int characters = words.stream().mapToInt(word -> word.length() + 2).sum();
        this.slots = new LongCounts(characters);
        this.grams = new long[characters];
        this.idf = new double[characters];
        int[] count = {0};
        for (String word : words) {
            Grams.of(word, gram -> {
                if (slots.get(gram) == 0) {
                    int known = statistics.count(gram);
                    if (known > 0) {
                        grams[count[0]] = gram;
                        idf[count[0]] = statistics.idf(known);
                        slots.put(gram, ++count[0]);
                    }
                }
            });
        }
        this.size = count[0];
    }

    /** The rarest grams the index knows, at most {@code limit}. */
    List<String> rarest(int limit) {
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(idf[b], idf[a]));
        return Arrays.stream(order).limit(limit).map(i -> Grams.text(grams[i])).toList();
    }

    /** BM25 of a claim's words for this message's grams. */
    double score(List<String> claimWords, double averageLength) {
        int[] found = new int[size];
        int[] length = {0};
        for (String word : claimWords) {
            Grams.of(word, gram -> {
                length[0]++;
                int slot = slots.get(gram);
                if (slot > 0) {
                    found[slot - 1]++;
                }
            });
        }
        double score = 0;
        for (int i = 0; i < size; i++) {
            if (found[i] > 0) {
                score += Bm25.weigh(idf[i], found[i], length[0], averageLength);
            }
        }
        return score;
    }
}
