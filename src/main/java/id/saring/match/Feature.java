package id.saring.match;

/**
 * What is measured of a message and a candidate claim. Weights are inverse document frequencies of stems; "claim" is
 * the wording that was found, "title" the headline of its review; a claim without title has -1 there.
 */
enum Feature {
    TERMS_SCORE,
    CLAIM_SCORE,
    TITLE_SCORE,
    GRAMS_SCORE,
    SCORE,
    SCORE_BY_SIZE,
    RANK,
    SCORE_SHARE,
    TERMS_SHARE,
    CLAIM_SHARE,
    TITLE_SHARE,
    GRAMS_SHARE,
    GAP,
    CROWD,
    MESSAGE_EXPLAINED,
    SELF_SHARE,
    CLAIM_COVERAGE,
    CLAIM_OF_MESSAGE,
    CLAIM_COSINE,
    CLAIM_PASSAGE_COSINE,
    CLAIM_PASSAGE_COVERAGE,
    CLAIM_PASSAGE_JACCARD,
    CLAIM_RUN,
    CLAIM_BIGRAMS,
    TITLE_COVERAGE,
    TITLE_OF_MESSAGE,
    TITLE_COSINE,
    TITLE_PASSAGE_COSINE,
    TITLE_PASSAGE_COVERAGE,
    TITLE_PASSAGE_JACCARD,
    TITLE_RUN,
    TITLE_BIGRAMS,
    BEST_COVERAGE,
    BEST_COSINE,
    BEST_PASSAGE_COSINE,
    BEST_PASSAGE_JACCARD,
    BEST_RUN,
    BODY_COVERAGE,
    BODY_OF_MESSAGE,
    RAREST_FOUND,
    THREE_RAREST_FOUND,
    WEIGHT_FOUND,
    RAREST_MISSING,
    RAREST_UNEXPLAINED,
    NUMBERS_FOUND,
    NUMBERS_MISSING,
    NAMES_FOUND,
    NAMES_MISSING,
    FORM_COVERAGE,
    CLOSENESS,
    LEAD_COVERAGE,
    NEGATION_DIFFERS,
    CLAIM_LENGTH,
    MESSAGE_LENGTH,
    LENGTH_RATIO,
    PASSAGES,
    UNKNOWN_SHARE,
    DATED,
    DATE_NEARNESS,
    DATE_BEFORE,
    RELEVANCE,
    CLAIM_RELEVANCE,
    RELEVANT_EXPLAINED,
    EXPECTED_COVERAGE,
    RELEVANCE_SHARE,
    RIVAL_RARENESS,
    RIVAL_RELEVANCE,
    LENT,
    LENT_WEIGHT,
    EXPECTED_REST,
    EXPECTED_REST_WEIGHT,
    COVERED_BY_FELLOWS,
    ALIGNED,
    AGE,
    SIGNED,
    STORE_SIZE;

    /**
     * Whether it helps to decide if the first candidate is right. What only tells rivals apart changes with how many
     * there are, and would make the confidence another one in a small store; what rivals lend would make it bold.
     */
    boolean decides() {
        return this != RIVAL_RARENESS && this != RIVAL_RELEVANCE && !lends();
    }

    /** Whether it helps to order candidates. Who wrote a message may well be whom the right claim is about. */
    boolean orders() {
        return this != SIGNED && !lends();
    }

    /** Whether it is what the other candidates lend, see {@link Fellows}. */
    boolean lends() {
        return this.compareTo(LENT) >= 0 && this.compareTo(COVERED_BY_FELLOWS) <= 0;
    }
}
