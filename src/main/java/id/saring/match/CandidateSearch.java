package id.saring.match;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.TermQuery;

/** Picks from the index the few wordings that are worth a close comparison. */
final class CandidateSearch {
    private static final int TERMS = 64;
    private static final int GRAMS = 64;

    /** A word that says the same is not the same word. */
    private static final float SYNONYM_BOOST = 0.7f;

    private final ClaimIndex index;

    CandidateSearch(ClaimIndex index) {
        this.index = index;
    }

    List<ClaimWords> find(MessageWords message, int limit) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        boolean empty = true;
        for (MessageWords.Term term : message.telling(TERMS)) {
            query.add(new TermQuery(new Term(ClaimIndex.TERMS, term.stem)), Occur.SHOULD);
            for (String synonym : term.synonyms) {
                query.add(new BoostQuery(new TermQuery(new Term(ClaimIndex.TERMS, synonym)), SYNONYM_BOOST), Occur.SHOULD);
            }
            empty = false;
        }
        for (String gram : message.grams.rarest(GRAMS)) {
            query.add(
                    new BoostQuery(new TermQuery(new Term(ClaimIndex.GRAMS, gram)), (float) Comparison.GRAM_BOOST),
                    Occur.SHOULD);
            empty = false;
        }
        if (empty) {
            return List.of();
        }
        List<ClaimWords> found = new ArrayList<>();
        for (ClaimIndex.Hit hit : index.search(query.build(), limit)) {
            found.add(hit.words());
        }
        return found;
    }
}
