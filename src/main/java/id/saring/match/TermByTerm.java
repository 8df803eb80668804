package id.saring.match;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.LongHeap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the documents in which the scores of a few terms add up to most, going through one term after the other.
 * Lucene's own search of several terms goes through the documents, so that it may pass over those that cannot be among
 * the best. Where the terms stand in some ten thousand of a million, there is little to pass over, and to know what
 * costs more than to add all up. For one search.
 */
final class TermByTerm {
    /** So many documents are added up at a time: their sums stay near the processor. */
    private static final int WINDOW = 1 << 16;

    private final LongHeap best;
    private final DocAndFloatFeatureBuffer batch = new DocAndFloatFeatureBuffer();

    /** The sums of the documents of a window; 0 where no term stands. */
    private float[] sums = {};

    /** Where they are not 0, and how many. */
    private int[] places = {};

    private int found;

    private TermByTerm(int limit) {
        this.best = new LongHeap(limit);
    }

    /**
     * The best documents, at most {@code limit}, the best first; of equal ones those that were put in first.
     *
     * @param terms queries with scores above 0
     */
    static ScoreDoc[] search(IndexSearcher searcher, List<Query> terms, int limit) throws IOException {
        List<Weight> weights = new ArrayList<>(terms.size());
        for (Query term : terms) {
            weights.add(searcher.createWeight(term, ScoreMode.COMPLETE, 1));
        }
        TermByTerm search = new TermByTerm(limit);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            search.take(leaf, weights);
        }
        return search.best();
    }

    private void take(LeafReaderContext leaf, List<Weight> weights) throws IOException {
        List<Scorer> scorers = new ArrayList<>(weights.size());
        long postings = 0;
        for (Weight weight : weights) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null && scorer.iterator().nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                scorers.add(scorer);
                postings += scorer.iterator().cost();
            }
        }
        int all = leaf.reader().maxDoc();
        int width = Math.min(all, WINDOW);
        if (sums.length < width) {
            sums = new float[width];
        }
        places = new int[(int) Math.min(postings, width)];
        for (int from = 0; from < all; from += WINDOW) {
            for (Scorer scorer : scorers) {
                add(scorer, from, leaf.reader().getLiveDocs());
            }
            keepBest(leaf.docBase + from);
        }
    }

    private void add(Scorer scorer, int from, @Nullable Bits live) throws IOException {
        if (scorer.docID() >= from + WINDOW) {
            return;
        }
        for (scorer.nextDocsAndScores(from + WINDOW, live, batch); batch.size > 0;
                scorer.nextDocsAndScores(from + WINDOW, live, batch)) {
            for (int i = 0; i < batch.size; i++) {
                int place = batch.docs[i] - from;
                if (sums[place] == 0) {
                    places[found++] = place;
                }
                sums[place] += batch.features[i];
            }
        }
    }

    /** Keeps the best documents of a window that begins at {@code from}, and clears it. */
    private void keepBest(int from) {
        for (int i = 0; i < found; i++) {
            // Scores are positive, and the bits of such numbers are in their order.
            long score = Float.floatToIntBits(sums[places[i]]);
            best.insertWithOverflow(score << Integer.SIZE | Integer.MAX_VALUE - (from + places[i]));
            sums[places[i]] = 0;
        }
        found = 0;
    }

    private ScoreDoc[] best() {
        ScoreDoc[] documents = new ScoreDoc[best.size()];
        for (int i = documents.length - 1; i >= 0; i--) {
            long kept = best.pop();
            documents[i] = new ScoreDoc(Integer.MAX_VALUE - (int) kept,
                    Float.intBitsToFloat((int) (kept >>> Integer.SIZE)));
        }
        return documents;
    }
}
