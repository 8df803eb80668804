package id.saring.match;

import static id.saring.match.IndexedClaims.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FellowsTest {
    private final IndexStatistics statistics = IndexStatistics.empty();

    @Test
    void a_word_that_a_claim_lacks_counts_where_claims_with_it_share_the_claims_words() {
        List<ClaimWords> claims = List.of(
                words(1, "guru bayar bpjs"),
                words(2, "guru larang sekolah"),
                words(3, "iuran bpjs lunas"),
                words(4, "iuran bpjs denda"));

        List<Candidate> candidates = compared("guru iuran", claims);

        Candidate payer = of(candidates, 1);
        Candidate other = of(candidates, 2);
        assertThat(payer.get(Feature.LENT)).isPositive();
        assertThat(payer.get(Feature.LENT_WEIGHT)).isPositive();
        assertThat(payer.get(Feature.COVERED_BY_FELLOWS)).isPositive();
        assertThat(payer.get(Feature.EXPECTED_REST_WEIGHT)).isGreaterThan(other.get(Feature.EXPECTED_REST_WEIGHT));
        assertThat(other.get(Feature.LENT)).isZero();
        assertThat(other.get(Feature.COVERED_BY_FELLOWS)).isZero();
    }

    @Test
    void what_a_claim_says_itself_is_not_lent_to_it() {
        List<Candidate> candidates =
                compared("guru iuran", List.of(words(1, "guru iuran bpjs"), words(2, "guru iuran naik")));

        assertThat(candidates).hasSize(2).allSatisfy(c -> {
            assertThat(c.get(Feature.LENT)).isZero();
            assertThat(c.get(Feature.COVERED_BY_FELLOWS)).isZero();
        });
    }

    @Test
    void english_messages_are_ordered_without_it() {
        List<Candidate> candidates = compared(
                "the teacher did not pay all of the contributions",
                List.of(words(1, "teacher insurance"), words(2, "contribut insurance")));

        assertThat(candidates).hasSize(2).allSatisfy(c -> assertThat(c.get(Feature.LENT)).isZero());
    }

    @Test
    void no_more_candidates_take_part_than_there_are_bits() {
        List<ClaimWords> claims = new ArrayList<>();
        for (int id = 1; id <= 80; id++) {
            claims.add(words(id, (id % 2 == 0 ? "guru " : "iuran ") + "bpjs"));
        }

        List<Candidate> candidates = compared("guru iuran", claims);

        assertThat(candidates).hasSize(80);
        assertThat(candidates.subList(0, 64)).allSatisfy(c -> assertThat(c.get(Feature.LENT)).isPositive());
        assertThat(candidates.subList(64, 80)).allSatisfy(c -> assertThat(c.get(Feature.LENT)).isZero());
    }

    private List<Candidate> compared(String message, List<ClaimWords> claims) {
        claims.forEach(statistics::add);
        for (int id = 100; id < 140; id++) {
            statistics.add(words(id, "banjir jambi"));
        }
        return new Comparison(
                        MessageWords.of(message, statistics), statistics, MatchModel.shipped().words().over())
                .measure(claims, 100);
    }

    private static Candidate of(List<Candidate> candidates, long claimId) {
        return candidates.stream().filter(c -> c.words.claimId() == claimId).findFirst().orElseThrow();
    }
}
