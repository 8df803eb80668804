package id.saring.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessorTest {
    private static final ClaimWords HONEY =
            IndexedClaims.words(1, "madu kutub mencairkan es di puncak gunung salju abadi");
    private static final ClaimWords BUFFALO = IndexedClaims.words(2, "kerbau kembar lahir di sawah desa");

    private final Assessor assessor = new Assessor(MatchModel.shipped(), GuardSettings.defaults());
    private final IndexStatistics statistics = IndexStatistics.empty();

    @Test
    void a_message_is_compared_as_typed_only_where_the_claims_words_were_read_into_it() {
        statistics.add(HONEY);
        statistics.add(BUFFALO);
        Assessment into = assess("madu kutbu mencairkna es di puncak gunung salju abadi");
        assertThat(into.message().corrected.changes()).containsEntry("kutbu", "kutub");
        assertThat(into.confidence()).isGreaterThan(GuardSettings.defaults().asTyped());
        assertThat(into.typed()).isLessThan(into.confidence());

        Assessment beside = assess("madu kutub mencairkan es di puncak gunung salju abadi krebau");
        assertThat(beside.message().corrected.changes()).containsEntry("krebau", "kerbau");
        assertThat(beside.confidence()).isGreaterThan(GuardSettings.defaults().asTyped());
        assertThat(beside.typed()).isEqualTo(beside.confidence());
    }

    private Assessment assess(String message) {
        return assessor.assess(message, new Corpus() {
            @Override
            public IndexStatistics statistics() {
                return statistics;
            }

            @Override
            public List<ClaimWords> find(MessageWords words, int limit) {
                return List.of(HONEY, BUFFALO);
            }

            @Override
            public List<ClaimWords> linkedFrom(String address, int limit) {
                return List.of();
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "0.31, 0.05, true",
        "0.60, 0.29, true",
        "0.31, 0.20, false",
        "0.29, 0.05, false",
    })
    void a_passage_is_heard_where_it_is_sure_and_much_surer_than_the_whole(
            double passage, double whole, boolean heard) {
        assertThat(assessor.tellsMore(passage, whole)).isEqualTo(heard);
    }
}
