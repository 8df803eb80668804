package id.saring.match;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Picks from the index the few wordings that are worth a close comparison. Its work is bounded, whatever the length of
 * the message and the number of claims: every term has a cost, and what the rarest ones leave of a budget the others
 * may use.
 */
final class CandidateSearch {
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
     * are, by the root. Of a message of few words they shrink faster: its rare words leave most of a budget to its most
     * common ones, while those of a long message need it all.
     */
    private static final int VERY_MANY_WORDINGS = 150_000;

    private static final int FEW_TERMS = 32;

    /** How fast what may be searched for shrinks with the number of wordings, as a power of it. */
    private record Shrinking(double terms, double grams, double gramCount) {}

    private static final Shrinking OF_FEW = new Shrinking(0.75, 0.85, 0.4);
    private static final Shrinking OF_MANY = new Shrinking(0.5, 0.5, 0);

    /** Of many words some are spelt as the claim spells them: a few grams find as much as all of them. */
    private static final int GRAMS_OF_MANY = 16;

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
        return index.search(clauses, limit).stream().map(ClaimIndex.Hit::words).toList();
    }

    /**
     * What is searched for among so many wordings; of a message that the index knows anything of, at least one term or
     * gram.
     */
    static List<Query> clauses(MessageWords message, int wordings) {
        List<Query> clauses = new ArrayList<>();
        List<MessageWords.Term> telling = message.telling();
        boolean many = telling.size() > FEW_TERMS;
        Shrinking shrinking = many ? OF_MANY : OF_FEW;
        long left = (long) (TERM_BUDGET * share(shrinking.terms, wordings));
        for (MessageWords.Term term : telling) {
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
        left = (long) (GRAM_BUDGET * share(shrinking.grams, wordings));
        int grams = (int) (grams(wordings) * share(shrinking.gramCount, wordings));
        for (MessageGrams.Gram gram : message.grams.rarest(many ? Math.min(grams, GRAMS_OF_MANY) : grams)) {
            if (cost(gram.count()) <= left || clauses.isEmpty()) {
                Query query = new TermQuery(new Term(ClaimIndex.GRAMS, gram.text()));
                clauses.add(new BoostQuery(query, (float) Comparison.GRAM_BOOST));
                left -= cost(gram.count());
            }
        }
        return clauses;
    }

    private static double share(double exponent, int wordings) {
        return Math.min(1, Math.pow(VERY_MANY_WORDINGS / (double) wordings, exponent));
    }

    private static int grams(int wordings) {
        return (int) Math.min(GRAMS, GRAMS * Math.sqrt(MANY_WORDINGS / (double) wordings));
    }

    private static long cost(int wordings) {
        return LOOK_UP + wordings;
    }
}
