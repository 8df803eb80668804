package id.saring.match;

import id.saring.text.Grams;
import java.io.IOException;
import java.util.concurrent.atomic.LongAccumulator;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.util.Bits;

/**
 * What is known of the words of all claims in an index, kept in step with every wording that is put in or taken out.
 */
record IndexStatistics(TermStatistics terms, TermStatistics grams, Spelling spelling, LongAccumulator newest) {
    static IndexStatistics empty() {
        return of(new TermStatistics(), new TermStatistics(), Long.MIN_VALUE);
    }

    private static IndexStatistics of(TermStatistics terms, TermStatistics grams, long newest) {
        return new IndexStatistics(
                terms, grams, new Spelling(terms, grams), new LongAccumulator(Math::max, newest));
    }

    /** Counts on from these without changing them. */
    IndexStatistics continued() {
        return of(terms.continued(), grams.continued(), newest.get());
    }

    /** Counts the words of all wordings in: from the term dictionary, less what it still counts of those taken out. */
    static IndexStatistics read(IndexReader index) throws IOException {
        IndexStatistics read = empty();
        byte[] newest = PointValues.getMaxPackedValue(index, ClaimIndex.DAY);
        if (newest != null) {
            read.newest.accumulate(LongPoint.decodeDimension(newest, 0));
        }
        for (LeafReaderContext leaf : index.leaves()) {
            LeafReader reader = leaf.reader();
            read.terms.addAll(reader.terms(ClaimIndex.TERMS), TermStatistics::key, reader.maxDoc());
            read.grams.addAll(reader.terms(ClaimIndex.GRAMS), Grams::parse, reader.maxDoc());
            Bits live = reader.getLiveDocs();
            BinaryDocValues words = WordingDocument.words(reader);
            for (int doc = 0; live != null && doc < reader.maxDoc(); doc++) {
                if (!live.get(doc)) {
                    read.remove(WordingDocument.read(doc, words));
                }
            }
        }
        return read;
    }

    void add(ClaimWords words) {
        terms.add(words.termKeys());
        grams.add(words.grams());
        if (words.hasDay()) {
            newest.accumulate(words.day());
        }
    }

    void remove(ClaimWords words) {
        terms.remove(words.termKeys());
        grams.remove(words.grams());
    }

    /** The day of the newest review since the index was opened, as days since 1970. */
    long newestDay() {
        return newest.get();
    }
}
