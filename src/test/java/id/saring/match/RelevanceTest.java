package id.saring.match;

import static id.saring.match.IndexedClaims.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RelevanceTest {
    private final IndexStatistics statistics = IndexStatistics.empty();

    @Test
    void what_all_rivals_share_tells_less_than_what_one_of_them_has() {
        List<ClaimWords> claims = List.of(
                words(1, "undian hadiah bank kaltara"),
                words(2, "undian hadiah bank jambi"),
                words(3, "undian hadiah bank riau"));
        claims.forEach(statistics::add);
        // Many other claims speak of the one place, none of draws: rare everywhere is not rare among rivals.
        for (int id = 4; id < 60; id++) {
            statistics.add(words(id, "banjir jambi"));
        }
        MessageWords message = MessageWords.of("undian hadiah bank daerah jambi", statistics);

        List<Candidate> candidates =
                new Comparison(message, statistics, MatchModel.shipped().words().over()).measure(claims, 60);

        Candidate own = candidates.stream().filter(c -> c.words.claimId() == 2).findFirst().orElseThrow();
        assertThat(candidates).hasSize(3).filteredOn(c -> c != own).allSatisfy(rival -> {
            assertThat(own.get(Feature.RIVAL_RARENESS)).isGreaterThan(2 * rival.get(Feature.RIVAL_RARENESS));
            assertThat(own.get(Feature.RIVAL_RELEVANCE)).isGreaterThan(rival.get(Feature.RIVAL_RELEVANCE));
        });
    }

    @Test
    void what_only_tells_rivals_apart_takes_no_part_in_the_decision() {
        assertThat(Trial.inputs())
                .doesNotContain("RIVAL_RARENESS", "RIVAL_RELEVANCE", "LENT", "COVERED_BY_FELLOWS")
                .contains("RELEVANCE", "ORDER", "SIGNED");
        assertThat(Trial.features()).contains("RIVAL_RARENESS", "RIVAL_RELEVANCE");
    }
}
