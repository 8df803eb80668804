package id.saring.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Held against Lucene's own search, in an index of several parts, one of them larger than what is added up at once. */
class TermByTermTest {
    private static final int[] PARTS = {150_000, 3, 2_000};
    private static final int WORDS = 3_000;
    private static final int LIMIT = 60;

    private static DirectoryReader reader;
    private static IndexSearcher searcher;

    @BeforeAll
    static void index() throws IOException {
        Random random = new Random(7);
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        IndexWriterConfig config =
                new IndexWriterConfig(new WhitespaceAnalyzer()).setMergePolicy(NoMergePolicy.INSTANCE)
                        .setRAMBufferSizeMB(256);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            int number = 0;
            for (int part : PARTS) {
                for (int i = 0; i < part; i++) {
                    StringBuilder words = new StringBuilder();
                    for (int w = random.nextInt(6); w >= 0; w--) {
                        words.append(word(random)).append(' ');
                    }
                    Document document = new Document();
                    document.add(new TextField("text", words.toString(), Field.Store.NO));
                    document.add(new StringField("number", Integer.toString(number++ % 10), Field.Store.NO));
                    writer.addDocument(document);
                }
                writer.flush();
            }
            writer.deleteDocuments(new Term("number", "4"));
            writer.commit();
        }
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
    }

    @AfterAll
    static void close() throws IOException {
        reader.close();
    }

    private static String word(Random random) {
        // Some words are in a tenth of all documents, others in one or two.
        return "w" + (int) (WORDS * Math.pow(random.nextDouble(), 3));
    }

    @Test
    void finds_what_lucene_finds_with_the_same_scores() throws IOException {
        assertThat(reader.leaves()).hasSize(PARTS.length);
        Random random = new Random(8);
        for (int i = 0; i < 50; i++) {
            List<Query> terms = new ArrayList<>();
            for (int t = random.nextInt(20); t >= 0; t--) {
                Query term = new TermQuery(new Term("text", word(random)));
                terms.add(t % 3 == 0 ? new BoostQuery(term, 0.2f) : term);
            }
            ScoreDoc[] expected = lucene(terms);
            ScoreDoc[] found = TermByTerm.search(searcher, terms, LIMIT);
            assertThat(found).hasSameSizeAs(expected);
            for (int d = 0; d < found.length; d++) {
                assertThat(found[d].score).isCloseTo(expected[d].score, within(1e-4f));
            }
            // Where two are equal but for the last digit, they may be in another order.
            float last = expected.length == 0 ? 0 : expected[expected.length - 1].score;
            assertThat(documents(expected, last)).isEqualTo(documents(found, last));
        }
    }

    private static ScoreDoc[] lucene(List<Query> terms) throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        terms.forEach(term -> any.add(term, Occur.SHOULD));
        return searcher.search(any.build(), LIMIT).scoreDocs;
    }

    private static List<Integer> documents(ScoreDoc[] found, float last) {
        List<Integer> documents = new ArrayList<>();
        for (ScoreDoc document : found) {
            if (document.score > last + 1e-4f) {
                documents.add(document.doc);
            }
        }
        documents.sort(Integer::compare);
        return documents;
    }

    @Test
    void of_equal_ones_those_put_in_first_are_kept() throws IOException {
        ScoreDoc[] found = TermByTerm.search(searcher, List.of(new TermQuery(new Term("number", "3"))), 3);
        assertThat(found).extracting(document -> document.doc).containsExactly(3, 13, 23);
    }

    @Test
    void finds_nothing_where_no_term_is_known_or_given() throws IOException {
        assertThat(TermByTerm.search(searcher, List.of(), LIMIT)).isEmpty();
        assertThat(TermByTerm.search(searcher, List.of(new TermQuery(new Term("text", "w?"))), LIMIT)).isEmpty();
        assertThat(TermByTerm.search(searcher, List.of(new TermQuery(new Term("number", "4"))), LIMIT)).isEmpty();
    }
}
