package id.saring.match;

import id.saring.claim.Claim;
import id.saring.core.ClaimId;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;

/**
 * The words of all published claims in a Lucene index, one document a wording. It is derived from the store and holds
 * nothing the store does not.
 */
final class ClaimIndex implements Closeable {
    static final String TERMS = "terms";
    static final String GRAMS = "grams";
    static final String CLAIM = "claim";
    static final String DAY = "day";
    static final String LINK = "link";
    private static final String VERSION = "version";

    /**
     * So many claims put in one after another are made visible in between, to bound what must be remembered of them.
     */
    private static final int REFRESHED_AFTER = 20_000;

    /**
     * Larger parts are written at once and merged less often than with Lucene's 16; two indexes may be filled at a
     * time.
     */
    private static final double BUFFER_MEBIBYTES = 48;

    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Set<Long> putSinceRefresh = new HashSet<>();
    private volatile IndexStatistics statistics;

    ClaimIndex(Directory directory) {
        try {
            Analyzer analyzer = new WhitespaceAnalyzer();
            IndexWriterConfig config = new IndexWriterConfig(analyzer);
            config.setSimilarity(new BM25Similarity());
            config.setRAMBufferSizeMB(BUFFER_MEBIBYTES);
            this.writer = new IndexWriter(directory, config);
            this.searchers = new SearcherManager(writer, null);
            this.statistics = withSearcher(searcher -> IndexStatistics.read(searcher.getIndexReader()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the claim index", e);
        }
    }

    /** What a search found: a wording and Lucene's score of it. */
    record Hit(ClaimWords words, float score) {}

    /**
     * Puts the claim in, or takes it out if it is not published. Visible after {@link #refresh}. Only one thread may
     * put.
     */
    void put(Claim claim, Set<String> links) {
        Term id = new Term(CLAIM, claim.id().toString());
        List<String> wordings = claim.published() ? ClaimWords.wordings(claim) : List.of();
        try {
            // What is put twice is looked up among the old wordings, so these must be up to date.
            if (!putSinceRefresh.add(claim.id().value()) || putSinceRefresh.size() > REFRESHED_AFTER) {
                refresh();
                putSinceRefresh.add(claim.id().value());
            }
            List<ClaimWords> old = wordingsOf(id);
            List<Document> documents = new ArrayList<>();
            for (String wording : wordings) {
                ClaimWords words = ClaimWords.parse(wording);
                documents.add(WordingDocument.of(words, wording, links));
                statistics.add(words);
            }
            old.forEach(statistics::remove);
            if (documents.isEmpty()) {
                writer.deleteDocuments(id);
            } else if (old.isEmpty()) {
                writer.addDocuments(documents);
            } else {
                writer.updateDocuments(id, documents);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot index claim " + claim.id(), e);
        }
    }

    /** Makes all that was put visible to searches. */
    void refresh() {
        try {
            searchers.maybeRefreshBlocking();
            putSinceRefresh.clear();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot refresh the claim index", e);
        }
    }

    /**
     * Puts all parts of the index together into one: every part adds to what each term of a search costs. Takes a
     * quarter of a minute for a million claims.
     */
    void compact() {
        try {
            writer.forceMerge(1);
            refresh();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot compact the claim index", e);
        }
    }

    /** Takes every claim out. */
    void clear() {
        try {
            writer.deleteAll();
            refresh();
            statistics = IndexStatistics.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot clear the claim index", e);
        }
    }

    /** What was given to {@link #commit} last; empty if nothing was. */
    String committed() {
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        if (data != null) {
            for (Map.Entry<String, String> entry : data) {
                if (entry.getKey().equals(VERSION)) {
                    return entry.getValue();
                }
            }
        }
        return "";
    }

    /** Writes the index to disk together with the version of the store it was made from. */
    void commit(String version) {
        try {
            writer.setLiveCommitData(Map.of(VERSION, version).entrySet());
            writer.commit();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot commit the claim index", e);
        }
    }

    IndexStatistics statistics() {
        return statistics;
    }

    /** The wordings in which the scores of these terms add up to most, the best first. */
    List<Hit> search(List<Query> terms, int limit) {
        return withSearcher(searcher -> {
            ScoreDoc[] found = TermByTerm.search(searcher, terms, limit);
            Hit[] hits = new Hit[found.length];
            // Doc values are read forward only, so in the order of the documents.
            long[] byDocument = new long[found.length];
            Arrays.setAll(byDocument, i -> (long) found[i].doc << 32 | i);
            Arrays.sort(byDocument);
            List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
            LeafReaderContext leaf = null;
            BinaryDocValues words = null;
            for (long place : byDocument) {
                int i = (int) place;
                LeafReaderContext of = leaves.get(ReaderUtil.subIndex(found[i].doc, leaves));
                if (words == null || of != leaf) {
                    leaf = of;
                    words = WordingDocument.words(of.reader());
                }
                hits[i] = new Hit(WordingDocument.read(found[i].doc - of.docBase, words), found[i].score);
            }
            return List.of(hits);
        });
    }

    /** What is done with a searcher. */
    interface Search<T> {
        T run(IndexSearcher searcher) throws IOException;
    }

    <T> T withSearcher(Search<T> search) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return search.run(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot search the claim index", e);
        }
    }

    /** Claims that name this canonical web address as a source or an appearance. */
    List<Hit> linkedFrom(String address, int limit) {
        return search(List.of(new TermQuery(new Term(LINK, address))), limit);
    }

    @Override
    public void close() {
        try {
            searchers.close();
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the claim index", e);
        }
    }

    /** Closes the index without writing what was not committed: nobody needs it any more. */
    void discard() {
        try {
            searchers.close();
            writer.rollback();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot discard the claim index", e);
        }
    }

    /** The wordings of a claim that searches see; none if it is not in. */
    List<ClaimWords> wordingsOf(ClaimId claim) {
        return wordingsOf(new Term(CLAIM, claim.toString()));
    }

    private List<ClaimWords> wordingsOf(Term claim) {
        return withSearcher(searcher -> {
            List<ClaimWords> found = new ArrayList<>();
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                LeafReader reader = leaf.reader();
                PostingsEnum documents = reader.postings(claim, PostingsEnum.NONE);
                if (documents != null) {
                    BinaryDocValues words = WordingDocument.words(reader);
                    int doc;
                    while ((doc = documents.nextDoc()) != DocIdSetIterator.NO_MORE_DOCS) {
                        if (reader.getLiveDocs() == null || reader.getLiveDocs().get(doc)) {
                            found.add(WordingDocument.read(doc, words));
                        }
                    }
                }
            }
            return found;
        });
    }
}
