package id.saring.match;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.ToLongFunction;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * In how many of the wordings of the index each term of one field stands, and what follows from it. It is kept in step
 * with every wording that is put in or taken out, so that nothing is ever counted anew: one thread changes it, others
 * read. A million terms need 25 MB.
 */
final class TermStatistics {
    /** Fewer wordings tell too little of how common a word is; weights are then those of a store of this size. */
    private static final int FEWEST = 1_000;

    private final TermCounts counts = new TermCounts();
    private final @Nullable TermStatistics below;
    private volatile int wordings;
    private int withTerms;
    private long length;

    private volatile int documents = FEWEST;
    private volatile double averageLength = 1;

    TermStatistics() {
        this.below = null;
    }

    private TermStatistics(TermStatistics below) {
        this.below = below;
        this.wordings = below.wordings;
        this.withTerms = below.withTerms;
        this.length = below.length;
        settle();
    }

    /** Counts on from these without changing them. */
    TermStatistics continued() {
        return new TermStatistics(this);
    }

    /** Counts a wording of the given terms in, each by its key, as often as it stands there. Sorts {@code keys}. */
    void add(long[] keys) {
        change(keys, 1);
    }

    /** Counts out a wording that was counted in. Sorts {@code keys}. */
    void remove(long[] keys) {
        change(keys, -1);
    }

    /** Counts the wordings of a part of an index in, those taken out but not yet forgotten by it included. */
    void addAll(@Nullable Terms terms, ToLongFunction<String> key, int allWordings) throws IOException {
        wordings += allWordings;
        if (terms != null) {
            TermsEnum all = terms.iterator();
            for (BytesRef term = all.next(); term != null; term = all.next()) {
                counts.add(key.applyAsLong(term.utf8ToString()), all.docFreq());
            }
            withTerms += terms.getDocCount();
            length += terms.getSumTotalTermFreq();
        }
        settle();
    }

    private void change(long[] keys, int by) {
        Arrays.sort(keys);
        for (int i = 0; i < keys.length; i++) {
            if (i == 0 || keys[i] != keys[i - 1]) {
                counts.add(keys[i], by);
            }
        }
        wordings += by;
        withTerms += keys.length > 0 ? by : 0;
        length += (long) by * keys.length;
        settle();
    }

    private void settle() {
        documents = Math.max(FEWEST, wordings);
        averageLength = Math.max(1, length / (double) Math.max(1, withTerms));
    }

    /** How many wordings the weights are made for: those of the index, but at least {@value #FEWEST}. */
    int documents() {
        return documents;
    }

    /** How many wordings the index holds. */
    int wordings() {
        return wordings;
    }

    /** Mean number of terms of a wording. */
    double averageLength() {
        return averageLength;
    }

    /** In how many wordings the term of this key stands; 0 for an unknown one. */
    int count(long key) {
        return below == null ? counts.get(key) : Math.max(0, below.count(key) + counts.get(key));
    }

    /** The same for each of the first {@code size} keys. */
    int[] counts(long[] keys, int size) {
        int[] all = new int[size];
        for (int i = 0; i < size; i++) {
            all[i] = count(keys[i]);
        }
        return all;
    }

    /** The same where most keys asked for are unknown ones. */
    int countIfKnown(long key) {
        return mayHave(key) ? count(key) : 0;
    }

    /** False if no wording ever had the term; nearly always the quicker way to learn that. */
    boolean mayHave(long key) {
        return counts.mayHave(key) || below != null && below.mayHave(key);
    }

    /** BM25's inverse document frequency, {@code ln(1 + (N - n + 0.5) / (n + 0.5))}. */
    double idf(int count) {
        int all = documents;
        int n = Math.min(count, all);
        return Math.log(1 + (all - n + 0.5) / (n + 0.5));
    }

    /** FNV-1a over the characters. */
    static long key(CharSequence term) {
        return key(term, 0, term.length());
    }

    /** The key of the characters from {@code from} to before {@code to}. */
    static long key(CharSequence text, int from, int to) {
        long hash = EMPTY;
        for (int i = from; i < to; i++) {
            hash = extended(hash, text.charAt(i));
        }
        return hash;
    }

    /** The key of the empty term. */
    static final long EMPTY = 0xcbf29ce484222325L;

    /** The key of a term and one more character. */
    static long extended(long key, char next) {
        return (key ^ next) * 0x100000001b3L;
    }
}
