package id.saring.match;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * In how many wordings each term of one field of the index stands, and what follows from it: a snapshot whose look-ups
 * cost nanoseconds and which needs about 25 MB for a million terms.
 */
final class TermStatistics {
    /** Fewer wordings tell too little of how common a word is; weights are then those of a store of this size. */
    private static final int FEWEST = 1_000;

    private final LongCounts counts;
    private final int documents;
    private final double averageLength;
    private final double idfOfUnknown;

    private TermStatistics(LongCounts counts, int documents, double averageLength) {
        this.counts = counts;
        this.documents = documents;
        this.averageLength = averageLength;
        this.idfOfUnknown = computeIdf(0);
    }

    /** Reads the terms of {@code field}; {@code key} turns a term into its 64-bit key. */
    static TermStatistics read(IndexReader reader, String field, ToLongFunction<String> key) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, field);
        if (terms == null) {
            return new TermStatistics(new LongCounts(1), FEWEST, 1);
        }
        long size = 0;
        for (TermsEnum all = terms.iterator(); all.next() != null; ) {
            size++;
        }
        LongCounts counts = new LongCounts(size);
        TermsEnum all = terms.iterator();
        for (BytesRef term = all.next(); term != null; term = all.next()) {
            counts.put(key.applyAsLong(term.utf8ToString()), all.docFreq());
        }
        double averageLength = terms.getSumTotalTermFreq() / (double) Math.max(1, terms.getDocCount());
        return new TermStatistics(counts, Math.max(FEWEST, reader.numDocs()), Math.max(1, averageLength));
    }

    /** Reads the spelling of the stems in {@code field}. */
    static Spelling readSpelling(IndexReader reader, String field) throws IOException {
        record Known(String stem, int count) {}
        List<Known> known = new ArrayList<>();
        Terms terms = MultiTerms.getTerms(reader, field);
        if (terms != null) {
            TermsEnum all = terms.iterator();
            for (BytesRef term = all.next(); term != null; term = all.next()) {
                int count = all.docFreq();
                String stem = term.utf8ToString();
                if (Spelling.isTarget(stem, count)) {
                    known.add(new Known(stem, count));
                }
            }
        }
        known.sort(Comparator.comparingInt((Known k) -> -k.count).thenComparing(Known::stem));
        return Spelling.of(known.stream().map(Known::stem).toArray(String[]::new));
    }

    /** How many wordings the weights are made for: those of the index, but at least {@value #FEWEST}. */
    int documents() {
        return documents;
    }

    /** Mean number of terms of a wording. */
    double averageLength() {
        return averageLength;
    }

    /** In how many wordings the term of this key stands; 0 for an unknown one. */
    int count(long key) {
        return counts.get(key);
    }

    /** BM25's inverse document frequency, {@code ln(1 + (N - n + 0.5) / (n + 0.5))}. */
    double idf(int count) {
        return count == 0 ? idfOfUnknown : computeIdf(count);
    }

    private double computeIdf(int count) {
        int n = Math.min(count, documents);
        return Math.log(1 + (documents - n + 0.5) / (n + 0.5));
    }

    /** FNV-1a over the characters. */
    static long key(CharSequence term) {
        return key(term, 0, term.length(), -1);
    }

    /** The key of {@code term} with the character at {@code left} left out. */
    static long key(CharSequence term, int left) {
        return key(term, 0, term.length(), left);
    }

    /** The key of the characters from {@code from} to before {@code to}, without the one at {@code left}. */
    static long key(CharSequence text, int from, int to, int left) {
        long hash = 0xcbf29ce484222325L;
        for (int i = from; i < to; i++) {
            if (i != left) {
                hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
            }
        }
        return hash;
    }
}
