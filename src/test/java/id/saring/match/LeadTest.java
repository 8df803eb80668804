package id.saring.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LeadTest {
    private static final Linear OWN = new Linear(List.of(new Linear.Input("SCORE", 0, 1, 1)), 0);
    private static final Linear LENT = new Linear(List.of(new Linear.Input("LENT", 0, 1, 10)), 0);
    private static final CandidateOrder ORDER = new CandidateOrder(
            new Orders(Orders.same(OWN).byKind(), Map.of(MessageKind.INDONESIAN, LENT)));

    private final List<Candidate> candidates =
            List.of(candidate(1, 9, 0), candidate(2, 8, 0.3), candidate(3, 5, 0));

    @Test
    void what_others_lend_may_put_a_claim_first_but_makes_the_decision_no_bolder() {
        List<Ranked> ranked = ORDER.rank(MessageKind.INDONESIAN, candidates);

        assertThat(ranked).extracting(r -> r.candidate().words.claimId()).containsExactly(2L, 1L, 3L);
        assertThat(ranked.getFirst().order()).isCloseTo(11, Offset.offset(1e-9));
        assertThat(Lead.inputs(ranked))
                .containsEntry("ORDER", 8.0)
                .containsEntry("LEAD_OVER_SECOND", -1.0)
                .containsEntry("LEAD_OVER_OTHER", -1.0)
                .containsEntry("LEAD_OVER_THIRD", 3.0);
    }

    @Test
    void where_nothing_is_lent_the_lead_is_that_of_the_order() {
        List<Ranked> ranked = ORDER.rank(MessageKind.ENGLISH, candidates);

        assertThat(ranked.getFirst().candidate().words.claimId()).isEqualTo(1);
        assertThat(Lead.inputs(ranked)).containsEntry("ORDER", 9.0).containsEntry("LEAD_OVER_SECOND", 1.0);
    }

    private static Candidate candidate(long id, double score, double lent) {
        Candidate candidate = new Candidate(IndexedClaims.words(id, "kata" + id));
        candidate.set(Feature.SCORE, score);
        candidate.set(Feature.LENT, lent);
        return candidate;
    }
}
