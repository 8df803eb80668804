package id.saring.match;

import id.saring.claim.Claim;
import id.saring.text.Grams;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/**
 * The words of all published claims in a Lucene index, one document a wording. It is derived from the store and holds
 * nothing the store does not.
 */
final class ClaimIndex implements Closeable {
    static final String TERMS = "terms";
    static final String GRAMS = "grams";
    private static final String CLAIM = "claim";
    private static final String LINK = "link";
    private static final String WORDS = "words";
    private static final String VERSION = "version";

    private static final FieldType COUNTED = new FieldType();

    static {
        COUNTED.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        COUNTED.setTokenized(true);
        COUNTED.freeze();
    }

    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile Statistics statistics;

    ClaimIndex(Directory directory) {
        try {
            Analyzer analyzer = new WhitespaceAnalyzer();
            IndexWriterConfig config = new IndexWriterConfig(analyzer);
            config.setSimilarity(new BM25Similarity());
            this.writer = new IndexWriter(directory, config);
            this.searchers = new SearcherManager(writer, null);
            this.statistics = readStatistics();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the claim index", e);
        }
    }

    /** What is known of the words of all claims, of the same moment. */
    record Statistics(TermStatistics terms, TermStatistics grams, Spelling spelling) {}

    /** What a search found: a wording and Lucene's score of it. */
    record Hit(ClaimWords words, float score) {}

    /** Puts the claim in, or takes it out if it is not published. Visible after {@link #refresh}. */
    void put(Claim claim, Set<String> links) {
        Term id = new Term(CLAIM, claim.id().toString());
        try {
            if (!claim.published()) {
                writer.deleteDocuments(id);
                return;
            }
            List<Document> documents = new ArrayList<>();
            for (String wording : ClaimWords.wordings(claim)) {
                documents.add(document(ClaimWords.parse(wording), wording, links));
            }
            writer.updateDocuments(id, documents);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot index claim " + claim.id(), e);
        }
    }

    /** Makes all that was put visible to searches. */
    void refresh() {
        try {
            if (searchers.maybeRefresh()) {
                statistics = readStatistics();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot refresh the claim index", e);
        }
    }

    /** Takes every claim out. */
    void clear() {
        try {
            writer.deleteAll();
            refresh();
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

    Statistics statistics() {
        return statistics;
    }

    List<Hit> search(Query query, int limit) {
        return withSearcher(searcher -> {
            ScoreDoc[] found = searcher.search(query, limit).scoreDocs;
            Hit[] hits = new Hit[found.length];
            // Doc values are read forward only, so in the order of the documents.
            Integer[] byDocument = new Integer[found.length];
            Arrays.setAll(byDocument, i -> i);
            Arrays.sort(byDocument, Comparator.comparingInt(i -> found[i].doc));
            List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
            LeafReaderContext leaf = null;
            BinaryDocValues words = null;
            for (int i : byDocument) {
                LeafReaderContext of = leaves.get(ReaderUtil.subIndex(found[i].doc, leaves));
                if (words == null || of != leaf) {
                    leaf = of;
                    words = DocValues.getBinary(of.reader(), WORDS);
                }
                words.advanceExact(found[i].doc - of.docBase);
                hits[i] = new Hit(ClaimWords.parse(words.binaryValue().utf8ToString()), found[i].score);
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
        return search(new TermQuery(new Term(LINK, address)), limit);
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

    private static Document document(ClaimWords words, String wording, Set<String> links) {
        Document document = new Document();
        document.add(new StringField(CLAIM, Long.toString(words.claimId()), Field.Store.NO));
        document.add(new Field(TERMS, words.terms(), COUNTED));
        StringBuilder grams = new StringBuilder();
        Grams.ofWords(words.words(), gram -> grams.append(Grams.text(gram)).append(' '));
        document.add(new Field(GRAMS, grams.toString(), COUNTED));
        for (String link : links) {
            document.add(new StringField(LINK, link, Field.Store.NO));
        }
        // Doc values and not a stored field: those are compressed in blocks, and sixty are read for every message.
        document.add(new BinaryDocValuesField(WORDS, new BytesRef(wording)));
        return document;
    }

    private Statistics readStatistics() {
        return withSearcher(searcher -> {
            IndexReader reader = searcher.getIndexReader();
            return new Statistics(
                    TermStatistics.read(reader, TERMS, TermStatistics::key),
                    TermStatistics.read(reader, GRAMS, Grams::parse),
                    TermStatistics.readSpelling(reader, TERMS));
        });
    }
}
