package id.saring.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MeasuresTest {
    private static final Map<String, Set<String>> STRICT = Map.of("a", Set.of("1"), "b", Set.of("2", "3"), "c", Set.of("4"));
    private static final Map<String, Set<String>> LENIENT =
            Map.of("a", Set.of("1"), "b", Set.of("2", "3"), "c", Set.of("4", "9"));

    private static final Measures MEASURES = new Measures(
            List.of(
                    answer("a", "match", 0.9, "1", "7"),
                    answer("b", "match", 0.8, "7", "2", "3"),
                    answer("c", "candidates", 0.7, "9", "8"),
                    answer("n", "match", 0.6, "5")),
            STRICT,
            LENIENT);

    @Test
    void ranking_counts_strict_labels() {
        assertThat(MEASURES.success(1)).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(MEASURES.success(5)).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(MEASURES.meanAveragePrecision(5)).isCloseTo((1 + (1 / 2.0 + 2 / 3.0) / 2 + 0) / 3, within(1e-9));
    }

    @Test
    void answers_count_near_duplicates() {
        assertThat(MEASURES.recallAtPrecision(0.6)).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(MEASURES.recallAtPrecision(0.95)).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(MEASURES.matchPrecision()).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(MEASURES.matchRecall()).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(MEASURES.falseMatches()).isEqualTo(1);
    }

    private static Answer answer(String id, String outcome, double score, String... ranked) {
        return new Answer(
                new PackFiles.Message(id, "text", "kind"), outcome, List.of(ranked), List.of(ranked).stream().map(c -> score).toList(), 1);
    }
}
