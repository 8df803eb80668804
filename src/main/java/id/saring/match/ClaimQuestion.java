package id.saring.match;

import id.saring.claim.ClaimState;
import id.saring.core.ClaimId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** A moderator's question in Lucene's terms. */
final class ClaimQuestion {
    private static final int MOST_WORDS = 20;
    private static final int MOST_NEAR_WORDS = 60;

    /** The nearest first; the id comes last, as in every order. */
    static final Sort NEAREST = new Sort(SortField.FIELD_SCORE, by(ClaimCatalog.CREATED, true));

    static final Analyzer ANALYZER = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            return new TokenStreamComponents(words, new ASCIIFoldingFilter(new LowerCaseFilter(words)));
        }
    };

    private ClaimQuestion() {}

    static Query of(ClaimQuery query) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        String text = query.text().strip();
        if (text.matches("#\\d{1,18}")) {
            all.add(new TermQuery(new Term(ClaimCatalog.ID, text.substring(1))), Occur.FILTER);
        } else if (!text.isEmpty()) {
            addWords(all, text);
        }
        add(all, ClaimCatalog.STATE, query.state());
        add(all, ClaimCatalog.VERDICT, query.verdict());
        add(all, ClaimCatalog.LANGUAGE, query.language());
        add(all, ClaimCatalog.KIND, query.kind());
        if (query.reviewedFrom() != null || query.reviewedTo() != null) {
            long from = query.reviewedFrom() == null ? Long.MIN_VALUE + 1 : query.reviewedFrom().toEpochDay();
            long to = query.reviewedTo() == null ? Long.MAX_VALUE : query.reviewedTo().toEpochDay();
            all.add(LongField.newRangeQuery(ClaimCatalog.REVIEWED, from, to), Occur.FILTER);
        }
        BooleanQuery asked = all.build();
        return asked.clauses().isEmpty() ? new MatchAllDocsQuery() : new ConstantScoreQuery(asked);
    }

    /** The claim's id is what every order falls back on in the end. */
    static Sort sort(ClaimQuery.Order order) {
        SortField young = by(ClaimCatalog.CREATED, true);
        return switch (order) {
            case CHANGED -> new Sort(by(ClaimCatalog.CHANGED, true), young);
            case FORGOTTEN -> new Sort(by(ClaimCatalog.CHANGED, false), by(ClaimCatalog.CREATED, false));
            case REVIEWED -> new Sort(by(ClaimCatalog.REVIEWED, true), young);
            case CREATED -> new Sort(young);
        };
    }

    /** What shares words with the text; of a long one its beginning tells what it is about. */
    static Query near(String text, ClaimState state) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        words(text).stream().limit(MOST_NEAR_WORDS).forEach(word ->
                any.add(new TermQuery(new Term(ClaimCatalog.WORDS, word)), Occur.SHOULD));
        return new BooleanQuery.Builder()
                .add(any.build(), Occur.MUST)
                .add(new TermQuery(new Term(ClaimCatalog.STATE, state.name())), Occur.FILTER)
                .build();
    }

    static ClaimId idOf(FieldDoc found) {
        return new ClaimId((Long) found.fields[found.fields.length - 1]);
    }

    private static SortField by(String field, boolean reverse) {
        return LongField.newSortField(field, reverse, SortedNumericSelector.Type.MIN);
    }

    /** Each word must begin a word of the claim, so that a list narrows while somebody types. */
    private static void addWords(BooleanQuery.Builder all, String text) {
        Set<String> words = words(text);
        if (words.isEmpty()) {
            all.add(new MatchNoDocsQuery(), Occur.FILTER);
        }
        words.stream().limit(MOST_WORDS).forEach(word ->
                all.add(new PrefixQuery(new Term(ClaimCatalog.WORDS, word)), Occur.FILTER));
    }

    private static void add(BooleanQuery.Builder all, String field, @Nullable Enum<?> value) {
        if (value != null) {
            all.add(new TermQuery(new Term(field, value.name())), Occur.FILTER);
        }
    }

    private static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        try (TokenStream tokens = ANALYZER.tokenStream(ClaimCatalog.WORDS, text)) {
            CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(word.toString());
            }
            tokens.end();
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
