package id.saring.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessorTest {
    @ParameterizedTest
    @CsvSource({
        "0.31, 0.05, true",
        "0.60, 0.29, true",
        "0.31, 0.20, false",
        "0.29, 0.05, false",
    })
    void a_passage_is_heard_where_it_is_sure_and_much_surer_than_the_whole(
            double passage, double whole, boolean heard) {
        assertThat(Assessor.tellsMore(passage, whole)).isEqualTo(heard);
    }
}
