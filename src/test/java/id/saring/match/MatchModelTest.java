package id.saring.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchModelTest {
    private static final List<String> LINES = List.of(
            "# fitted on a and b",
            "message-word WEIGHT 0.600000 0.200000 -0.250000",
            "claim-word WEIGHT 0.600000 0.200000 1.500000",
            "order-keyword SCORE 12.500000 4.000000 0.250000",
            "order-indonesian SCORE 12.500000 4.000000 0.250000",
            "order-english SCORE 12.500000 4.000000 0.250000",
            "decide-bias -1.000000",
            "decide SCORE 20.000000 2.000000 1.500000",
            "decide LEAD_OVER_SECOND 2.500000 3.000000 0.250000",
            "calibration 0.800000 -0.100000");

    @TempDir
    private Path directory;

    @Test
    void a_model_is_written_as_it_was_read() throws IOException {
        Path copy = directory.resolve("copy.txt");
        MatchModel.read(file(LINES)).write(copy);
        assertThat(copy).hasContent(String.join("\n", LINES));
    }

    @Test
    void what_candidates_lend_each_other_is_kept_where_a_file_says_what_it_is_worth() throws IOException {
        List<String> lines = new ArrayList<>(LINES);
        lines.add(5, "lent-indonesian LENT 0.020000 0.030000 0.500000");
        Path copy = directory.resolve("copy.txt");
        MatchModel.read(file(lines)).write(copy);
        assertThat(copy).hasContent(String.join("\n", lines));
    }

    @Test
    void the_shipped_numbers_name_what_they_were_fitted_on_and_are_not_recalibrated() {
        assertThat(MatchModel.shipped().notes().getFirst()).startsWith("fitted on ");
        assertThat(MatchModel.shipped().calibration()).isEqualTo(Calibration.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4 | order-keyword SKORE 1 1 1 | line 4: this program measures nothing called "SKORE"
            4 | order-keyword GAP 1 1 | line 4: number 4 is missing or is none
            4 | order-keyword GAP 1 0 1 | line 4: mean, deviation or weight of GAP cannot be used
            4 | order-keyword GAP 1 1 NaN | line 4: mean, deviation or weight of GAP cannot be used
            4 | order-keyword ORDER 1 1 1 | line 4: this program measures nothing called "ORDER"
            4 | # no order | it lacks order-keyword lines
            7 | decide-bias none | line 7: number 1 is missing or is none
            10 | calibration -1 0 | line 10: a calibration needs a positive slope and an offset
            """)
    void a_broken_file_is_told_in_one_sentence(int line, String broken, String reason) throws IOException {
        List<String> lines = new ArrayList<>(LINES);
        lines.set(line - 1, broken);
        Path file = file(lines);
        assertThatThrownBy(() -> MatchModel.read(file))
                .isInstanceOf(UnusableModelException.class)
                .hasMessage("The match model " + file + " cannot be used: " + reason);
    }

    @Test
    void a_file_of_another_kind_is_told_what_is_expected() {
        assertThatThrownBy(() -> MatchModel.read(file(List.of("{\"json\": true}"))))
                .hasMessageContaining("line 1: it begins with none of ")
                .hasMessageContaining("decide, calibration, #");
    }

    @Test
    void a_missing_file_is_told_in_one_sentence() {
        Path missing = directory.resolve("missing.txt");
        assertThatThrownBy(() -> MatchModel.read(missing))
                .hasMessage("The match model " + missing + " cannot be used: it cannot be read");
    }

    private Path file(List<String> lines) throws IOException {
        return Files.write(directory.resolve("model.txt"), lines);
    }
}
