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
            "order SCORE 12.500000 4.000000 0.250000",
            "bias -1.000000",
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
    void the_shipped_numbers_name_what_they_were_fitted_on_and_are_not_recalibrated() {
        assertThat(MatchModel.shipped().notes().getFirst()).startsWith("fitted on ");
        assertThat(MatchModel.shipped().calibration()).isEqualTo(Calibration.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2 | order SKORE 1 1 1 | line 2: this program measures nothing called "SKORE"
            2 | order GAP 1 1 | line 2: number 4 is missing or is none
            2 | order GAP 1 0 1 | line 2: mean, deviation or weight of GAP cannot be used
            2 | order GAP 1 1 NaN | line 2: mean, deviation or weight of GAP cannot be used
            2 | order LEAD_OVER_SECOND 1 1 1 | line 2: this program measures nothing called "LEAD_OVER_SECOND"
            2 | # no order | it lacks order, decide or bias lines
            3 | # no bias | it lacks order, decide or bias lines
            3 | bias none | line 3: number 1 is missing or is none
            6 | calibration -1 0 | line 6: a calibration needs a positive slope and an offset
            1 | {"json": true} | line 1: it begins with none of order, decide, bias, calibration, #
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
    void a_missing_file_is_told_in_one_sentence() {
        Path missing = directory.resolve("missing.txt");
        assertThatThrownBy(() -> MatchModel.read(missing))
                .hasMessage("The match model " + missing + " cannot be used: it cannot be read");
    }

    private Path file(List<String> lines) throws IOException {
        return Files.write(directory.resolve("model.txt"), lines);
    }
}
