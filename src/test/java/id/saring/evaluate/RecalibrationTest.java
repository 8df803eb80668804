package id.saring.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.saring.match.Calibration;
import id.saring.match.MatchModel;
import id.saring.match.MatchSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecalibrationTest {
    @TempDir
    private Path directory;

    private final StringWriter printed = new StringWriter();

    @Test
    void confidence_that_promised_too_much_is_lowered_to_what_was_right() {
        Calibration truth = new Calibration(0.7, -0.8);
        MatchModel model = recalibrate(judged(4_000, truth, 3));
        assertThat(model.calibration().slope()).isCloseTo(0.7, within(0.06));
        assertThat(model.calibration().offset()).isCloseTo(-0.8, within(0.12));
        assertThat(model.calibration().probability(2)).isCloseTo(truth.probability(2), within(0.02));
        assertThat(printed.toString()).contains("4000 judged answers", "mean surprise").doesNotContain("within chance");
    }

    @Test
    void confidence_that_was_right_stays_as_it_is() {
        assertThat(recalibrate(judged(4_000, Calibration.NONE, 4)).calibration().probability(2))
                .isCloseTo(Calibration.NONE.probability(2), within(0.02));
    }

    @Test
    void a_second_recalibration_builds_on_the_first() {
        MatchModel once = recalibrate(judged(4_000, new Calibration(0.7, -0.8), 3));
        MatchModel twice = recalibration().of(once, judged(4_000, new Calibration(1, 0.5), 5));
        double z = 1.5;
        double first = once.calibration().slope() * z + once.calibration().offset();
        assertThat(twice.calibration().probability(z))
                .isCloseTo(new Calibration(1, 0.5).probability(first), within(0.03));
        assertThat(twice.notes()).filteredOn("recalibrated on 4000 judged answers"::equals).hasSize(2);
    }

    @Test
    void too_few_judged_answers_are_refused_in_plain_words() {
        assertThatThrownBy(() -> recalibrate(judged(99, Calibration.NONE, 1)))
                .hasMessageStartingWith("99 judged answers, ")
                .hasMessageEndingWith("are too few: at least 100 are needed, 5 of each kind");
        List<Judged> oneKind = new ArrayList<>(judged(400, Calibration.NONE, 1));
        oneKind.removeIf(answer -> !answer.right());
        assertThatThrownBy(() -> recalibrate(oneKind)).hasMessageContaining("0 wrong, are too few");
    }

    @Test
    void judgements_that_contradict_the_confidence_are_refused() {
        List<Judged> upsideDown = judged(2_000, Calibration.NONE, 1).stream()
                .map(answer -> new Judged(answer.confidence(), !answer.right()))
                .toList();
        assertThatThrownBy(() -> recalibrate(upsideDown)).hasMessageContaining("were not more often right");
    }

    @Test
    void a_table_of_confidences_is_read_whether_tabs_or_commas_part_it() throws IOException {
        List<Judged> expected = List.of(new Judged(0.9, true), new Judged(0.4, false));
        assertThat(read("judged.tsv", "note\tconfidence\tright\n-\t0.9\tyes\n-\t0.4\tsalah\n")).isEqualTo(expected);
        assertThat(read("judged.csv", "Right,Confidence\n1,0.9\nno,\"0.4\"\n")).isEqualTo(expected);
    }

    @Test
    void a_row_that_cannot_be_read_is_named() {
        assertThatThrownBy(() -> read("a.tsv", "confidence\tright\n0.9\tyes\n1.2\tno\n"))
                .hasMessageEndingWith("a.tsv row 2: \"1.2\" is no confidence between 0 and 1");
        assertThatThrownBy(() -> read("a.tsv", "confidence\tright\n0.9\tperhaps\n"))
                .hasMessageEndingWith("\"perhaps\" is neither yes nor no");
        assertThatThrownBy(() -> read("a.tsv", "0.9\tyes\n")).hasMessageContaining("needs a header");
        assertThatThrownBy(() -> read("a.csv", "confidence,right\n0.9\n")).hasMessageContaining("row 1");
    }

    private List<Judged> read(String name, String text) throws IOException {
        return JudgedFile.read(Files.writeString(directory.resolve(name), text), () -> {
            throw new AssertionError("a table of confidences needs no matcher");
        });
    }

    private MatchModel recalibrate(List<Judged> judged) {
        return recalibration().of(MatchModel.shipped(), judged);
    }

    private Recalibration recalibration() {
        return new Recalibration(MatchSettings.defaults(), new PrintWriter(printed));
    }

    /** Answers that were right as often as {@code truth} makes of their confidence. */
    private static List<Judged> judged(int count, Calibration truth, long seed) {
        Random random = new Random(seed);
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double z = 2 * random.nextGaussian() + 1;
            judged.add(new Judged(1 / (1 + Math.exp(-z)), random.nextDouble() < truth.probability(z)));
        }
        return judged;
    }
}
