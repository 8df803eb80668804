package id.saring.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        // swapped; a neighbour on the keyboard; typed twice; one of two forgotten
        "jalna     | jalan     | 1",
        "samdra    | sandra    | 1",
        "keciil    | kecil     | 1",
        "maf       | maaf      | 1",
        // a letter forgotten, at the end too; a letter too many; any other letter
        "prsiden   | presiden  | 0.5",
        "vaksi     | vaksin    | 0.5",
        "jalsan    | jalan     | 0.2",
        "jakan     | jaran     | 0.05",
        // at the start
        "kpaal     | kapal     | 1",
        "uskapal   | skapal    | 0.06",
        "apal      | kapal     | 0.15",
        "lapal     | kapal     | 0.3"
    })
    void each_slip_is_as_likely_as_fingers_make_it(String typed, String meant, double likelihood) {
        assertThat(of(typed, 0.3)).containsEntry(meant, likelihood);
    }

    @Test
    void two_slips_are_too_many() {
        assertThat(of("sadnar", 1)).doesNotContainKeys("sandra", "sadnar");
    }

    @Test
    void where_no_wrong_start_is_likely_none_is_tried() {
        assertThat(of("lapal", 0)).isNotEmpty().allSatisfy((meant, likelihood) -> assertThat(meant).startsWith("l"));
    }

    @Test
    void the_changed_letters_are_between_the_places_told() {
        List<String> changed = new ArrayList<>();
        Slips.of("jalna", 1, (meant, from, to, likelihood) -> {
            String before = meant.substring(1, from);
            String after = meant.substring(to, meant.length() - 1);
            assertThat("jalna").startsWith(before).endsWith(after);
            changed.add(meant.substring(from, to));
        });
        assertThat(changed).contains("an", "a", "");
    }

    private static Map<String, Double> of(String typed, double wrongStart) {
        Map<String, Double> found = new HashMap<>();
        Slips.Sink sink = (meant, from, to, likelihood) ->
                found.merge(meant.substring(1, meant.length() - 1), Math.round(likelihood * 1e9) / 1e9, Math::max);
        Slips.of(typed, wrongStart, sink);
        Slips.anyOther(typed, wrongStart, sink);
        return found;
    }
}
