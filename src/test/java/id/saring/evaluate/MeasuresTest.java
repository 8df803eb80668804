package id.saring.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MeasuresTest {
    private static final Measures MEASURES = new Measures(List.of(
            answer(message("a", Set.of("1"), Set.of("1")), "match", 0.9, "1", "7"),
            answer(message("b", Set.of("2", "3"), Set.of("2", "3")), "match", 0.8, "7", "2", "3"),
            answer(message("c", Set.of("4"), Set.of("4", "9")), "candidates", 0.7, "9", "8"),
            answer(message("n", Set.of(), Set.of()), "match", 0.6, "5")));

    @Test
    void ranking_counts_strict_labels() {
        assertThat(MEASURES.success(1)).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(MEASURES.success(5)).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(MEASURES.meanAveragePrecision(5)).isCloseTo((1 + (1 / 2.0 + 2 / 3.0) / 2 + 0) / 3, within(1e-9));
    }

    @Test
    void recall_counts_each_right_claim_that_was_found() {
        assertThat(MEASURES.recall()).isCloseTo((1 + 1 + 0) / 3.0, within(1e-9));
    }

    @Test
    void answers_count_near_duplicates() {
        assertThat(MEASURES.recallAtPrecision(0.6)).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(MEASURES.recallAtPrecision(0.95)).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(MEASURES.matchPrecision()).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(MEASURES.matchRecall()).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(MEASURES.falseMatches()).isEqualTo(1);
    }

    @Test
    void confidence_is_held_against_how_often_it_is_right() {
        Reliability reliability = Reliability.of(List.of(
                answer(message("a", Set.of("1"), Set.of("1")), "match", 0.92, "1"),
                answer(message("b", Set.of("2"), Set.of("2")), "match", 0.98, "7"),
                answer(message("c", Set.of("4"), Set.of("4", "9")), "candidates", 0.25, "9"),
                new Answer(message("n", Set.of(), Set.of()), "not_found", List.of(), List.of(), List.of(), true, 1)));
        assertThat(reliability.bins())
                .extracting(Reliability.Bin::from, Reliability.Bin::count, Reliability.Bin::right)
                .containsExactly(tuple(0.0, 1, 0.0), tuple(0.2, 1, 1.0), tuple(0.9, 2, 0.5));
        assertThat(reliability.bins().getLast().said()).isCloseTo(0.95, within(1e-9));
        assertThat(reliability.error()).isCloseTo((0 + 0.75 + 2 * 0.45) / 4, within(1e-9));
        assertThat(reliability.brier())
                .isCloseTo((0.08 * 0.08 + 0.98 * 0.98 + 0.75 * 0.75) / 4, within(1e-9));
    }

    private static Message message(String id, Set<String> right, Set<String> acceptable) {
        return new Message(id, "text", "kind", right, acceptable);
    }

    private static Answer answer(Message message, String outcome, double score, String... ranked) {
        List<String> keys = List.of(ranked);
        return new Answer(message, outcome, keys, keys.stream().map(c -> score).toList(), keys, true, 1);
    }
}
