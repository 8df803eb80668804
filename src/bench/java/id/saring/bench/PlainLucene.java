package id.saring.bench;

import id.saring.claim.ClaimContent;
import id.saring.claim.Claims;
import id.saring.text.LanguageGuess;
import id.saring.text.TextLanguage;
import id.saring.text.Token;
import id.saring.text.Tokenizer;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.MMapDirectory;

/**
 * What anyone would build first: the stems of every claim in one field, and Lucene's own ten best for those of a
 * message.
 */
final class PlainLucene implements Closeable {
    private static final String TEXT = "text";
    private static final int BEST = 10;

    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    PlainLucene(Path directory) throws IOException {
        this.reader = DirectoryReader.open(new MMapDirectory(directory));
        this.searcher = new IndexSearcher(reader);
        searcher.setSimilarity(new BM25Similarity());
        searcher.setQueryCache(null);
    }

    static void build(SyntheticClaims claims, Path directory) throws IOException {
        Files.createDirectories(directory);
        IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer()).setOpenMode(OpenMode.CREATE);
        try (IndexWriter writer = new IndexWriter(new MMapDirectory(directory), config)) {
            for (int i = 0; i < claims.size(); i++) {
                Document document = new Document();
                document.add(new TextField(TEXT, text(claims.claim(i)), Field.Store.NO));
                writer.addDocument(document);
            }
            // As our own is: every part adds to what a look-up costs.
            writer.forceMerge(1);
            writer.commit();
        }
    }

    TopDocs search(String message) throws IOException {
        List<Token> words = Tokenizer.cut(message);
        TextLanguage language = LanguageGuess.of(words).orElse(TextLanguage.INDONESIAN);
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        Set<String> stems = new LinkedHashSet<>(stems(Tokenizer.spellOut(words, language), language));
        // A long message has more words than a query may have.
        stems.stream()
                .limit(IndexSearcher.getMaxClauseCount())
                .forEach(stem -> query.add(new TermQuery(new Term(TEXT, stem)), Occur.SHOULD));
        return searcher.search(query.build(), BEST);
    }

    private static String text(Claims.Row row) {
        ClaimContent content = row.content();
        TextLanguage language = TextLanguage.of(content.language().code());
        StringBuilder all = new StringBuilder();
        for (String text : new String[] {content.text(), content.headline(), content.summary()}) {
            if (text != null) {
                List<Token> tokens = Tokenizer.spellOut(Tokenizer.cut(text), language);
                all.append(String.join(" ", stems(tokens, language))).append(' ');
            }
        }
        return all.toString();
    }

    private static List<String> stems(List<Token> tokens, TextLanguage language) {
        return tokens.stream()
                .map(Token::word)
                .filter(word -> !language.isStopWord(word))
                .map(language::stem)
                .toList();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
