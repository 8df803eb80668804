package id.saring.match;

import id.saring.text.Grams;
import java.util.Arrays;
import java.util.List;

/** The distinct character grams of a message with their weights, and how well a claim's grams cover them. */
final class MessageGrams {
    private final LongCounts slots;
    private final long[] grams;

    /** In how many wordings each stands; 0 for those that no claim has. */
    private final int[] counts;

    private final TermStatistics statistics;
    private final double[] idf;
    private final int[] found;
    private int size;

    /** @param words each once */
    MessageGrams(List<String> words, TermStatistics statistics) {
        int most = words.stream().mapToInt(word -> Math.max(1, word.length() + 3 - Grams.SIZE)).sum();
        // Many words share a gram: at most two thirds of the table are taken, mostly less than half.
        this.slots = new LongCounts(3L * most / 4);
        this.grams = new long[most];
        this.statistics = statistics;
        for (String word : words) {
            Grams.of(word, this::add);
        }
        this.counts = statistics.counts(grams, size);
        this.found = new int[size];
        this.idf = new double[size];
    }

    private void add(long gram) {
        if (slots.putIfAbsent(gram, size + 1)) {
            grams[size++] = gram;
        }
    }

    /** A gram, and in how many wordings it stands. */
    record Gram(String text, int count) {}

    /** The rarest grams the index knows, at most {@code limit}; of equally rare ones those that come first. */
    List<Gram> rarest(int limit) {
        Largest rarest = new Largest(limit);
        for (int i = 0; i < size; i++) {
            if (counts[i] > 0) {
                rarest.offer(i, -counts[i]);
            }
        }
        return Arrays.stream(rarest.numbers()).mapToObj(i -> new Gram(Grams.text(grams[i]), counts[i])).toList();
    }

    /** Worked out when it is asked for: of a long message's grams most are in no candidate. 0 if no claim has it. */
    private double idf(int slot) {
        if (idf[slot] == 0 && counts[slot] > 0) {
            idf[slot] = statistics.idf(counts[slot]);
        }
        return idf[slot];
    }

    /** BM25 of a claim's words for this message's grams. Not for two threads at once. */
    double score(String claimWords, double averageLength) {
        int[] touched = new int[Math.min(size, claimWords.length() + 2)];
        int[] counts = new int[2];
        Grams.ofWords(claimWords, gram -> {
            counts[0]++;
            int slot = slots.get(gram) - 1;
            if (slot >= 0 && found[slot]++ == 0) {
                touched[counts[1]++] = slot;
            }
        });
        double score = 0;
        for (int i = 0; i < counts[1]; i++) {
            int slot = touched[i];
            score += Bm25.weigh(idf(slot), found[slot], counts[0], averageLength);
            found[slot] = 0;
        }
        return score;
    }
}
