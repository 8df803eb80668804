package id.saring.match;

import java.io.IOException;
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
    private final LongCounts counts;
    private final int documents;
    private final double averageLength;

    private TermStatistics(LongCounts counts, int documents, double averageLength) {
        this.counts = counts;
        this.documents = documents;
        this.averageLength = averageLength;
    }

    /** Reads the terms of {@code field}; {@code key} turns a term into its 64-bit key. */
    static TermStatistics read(IndexReader reader, String field, ToLongFunction<String> key) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, field);
        if (terms == null) {
            return new TermStatistics(new LongCounts(1), 0, 1);
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
        return new TermStatistics(counts, reader.numDocs(), Math.max(1, averageLength));
    }

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
        int n = Math.min(count, documents);
        return Math.log(1 + (documents - n + 0.5) / (n + 0.5));
    }

    /** FNV-1a over the characters. */
    static long key(String term) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < term.length(); i++) {
            hash = (hash ^ term.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
