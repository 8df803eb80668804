package id.saring.match;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Picks from the index the few wordings that are worth a close comparison. Its work is bounded, whatever the length of
 * the message and the number of claims: every term has a cost, and what the rarest ones leave of a budget the others
 * may use.
 */
final class CandidateSearch {
    private static final int TERMS = 64;
    private static final int GRAMS = 64;

    /** A word that says the same is not the same word. */
    private static final float SYNONYM_BOOST = 0.7f;

    /** A gram costs as much as a term and tells less the more claims there are: from here on fewer are searched for. */
    private static final int MANY_WORDINGS = 20_000;

    /** What looking a term up costs, in wordings gone through for it. */
    private static final int LOOK_UP = 300;

    /** In wordings gone through. A store of 100,000 claims hardly ever needs it all. */
    private static final long TERM_BUDGET = 100_000;

    /**
     * The more claims there are beyond so many, the less a common word tells among them, and the smaller both budgets
     * are: by the root.
     */
    private static final int VERY_MANY_WORDINGS = 150_000;

    /**
     * The same for grams. Claims found by terms are compared by their grams in any case: these find what terms cannot.
     */
    private static final long GRAM_BUDGET = 25_000;

    private final ClaimIndex index;

    CandidateSearch(ClaimIndex index) {
        this.index = index;
    }

    List<ClaimWords> find(MessageWords message, int limit) {
        return find(clauses(message), limit);
    }

    /** What is searched for of the message. */
    List<Query> clauses(MessageWords message) {
        return clauses(message, index.statistics().terms().documents());
    }

    List<ClaimWords> find(List<Query> clauses, int limit) {
        if (clauses.isEmpty()) {
            return List.of();
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        clauses.forEach(clause -> query.add(clause, Occur.SHOULD));
        List<ClaimWords> found = new ArrayList<>();
        for (ClaimIndex.Hit hit : index.search(query.build(), limit)) {
            found.add(hit.words());
        }
        return found;
    }

    /**
     * What is searched for among so many wordings; of a message that the index knows anything of, at least one term or
     * gram.
     */
    static List<Query> clauses(MessageWords message, int wordings) {
        List<Query> clauses = new ArrayList<>();
        long left = budget(TERM_BUDGET, wordings);
        for (MessageWords.Term term : message.telling(TERMS)) {
            if (cost(term.count) <= left || clauses.isEmpty()) {
                clauses.add(new TermQuery(new Term(ClaimIndex.TERMS, term.stem)));
                left -= cost(term.count);
            }
            for (Meanings.Meaning synonym : term.synonyms) {
                if (cost(synonym.count()) <= left) {
                    Query query = new TermQuery(new Term(ClaimIndex.TERMS, synonym.stem()));
                    clauses.add(new BoostQuery(query, SYNONYM_BOOST));
                    left -= cost(synonym.count());
                }
            }
        }
        left = budget(GRAM_BUDGET, wordings);
        for (MessageGrams.Gram gram : message.grams.rarest(grams(wordings))) {
            if (cost(gram.count()) <= left || clauses.isEmpty()) {
                Query query = new TermQuery(new Term(ClaimIndex.GRAMS, gram.text()));
                clauses.add(new BoostQuery(query, (float) Comparison.GRAM_BOOST));
                left -= cost(gram.count());
            }
        }
        return clauses;
    }

    private static long budget(long most, int wordings) {
        return (long) Math.min(most, most * Math.sqrt(VERY_MANY_WORDINGS / (double) wordings));
    }

    private static int grams(int wordings) {
        return (int) Math.min(GRAMS, GRAMS * Math.sqrt(MANY_WORDINGS / (double) wordings));
    }

    private static long cost(int wordings) {
        return LOOK_UP + wordings;
    }
}
