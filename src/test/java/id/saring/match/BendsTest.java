package id.saring.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BendsTest {
    @Test
    void a_bend_is_what_an_input_has_above_it_and_the_decision_knows_it() {
        Map<String, Double> inputs = new HashMap<>(Map.of("LEAD_OVER_OTHER", 3.0));

        Bends.add(inputs);

        assertThat(inputs)
                .containsEntry("LEAD_OVER_OTHER_FROM_1.0", 2.0)
                .containsEntry("LEAD_OVER_OTHER_FROM_2.5", 0.5)
                .containsEntry("LEAD_OVER_OTHER_FROM_4.5", 0.0);
        assertThat(Trial.inputs()).containsAll(Bends.names());
    }
}
