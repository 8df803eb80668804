package id.saring.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GuardsTest {
    private final IndexStatistics statistics = IndexStatistics.empty();

    @Test
    void a_message_that_is_hardly_like_the_claim_as_it_was_typed_gets_no_verdict() {
        assertThat(objections("madu kutun", 0.9, 0.39)).contains("slips");
        assertThat(objections("madu kutun", 0.9, 0.4)).doesNotContain("slips");
    }

    @Test
    void a_word_read_as_another_is_none_of_the_two_that_a_verdict_needs() {
        statistics.add(IndexedClaims.words(1, "madu kutub salju"));
        assertThat(objections("madu kutbu", 0.9, 0.9)).contains("words");
        assertThat(objections("madu kutub", 0.9, 0.9)).doesNotContain("words");
        assertThat(objections("madu kutbu salju", 0.9, 0.9)).doesNotContain("words");
    }

    private List<String> objections(String message, double confidence, double typed) {
        Assessment assessment = new Assessment(
                MessageWords.of(message, statistics), List.of(), Map.of(), confidence, typed, List.of(), false);
        return new Guards(MatchSettings.defaults())
                .of(assessment).stream()
                .filter(guard -> guard.objection() != null)
                .map(Explanation.Guard::name)
                .toList();
    }
}
