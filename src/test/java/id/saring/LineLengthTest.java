package id.saring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No line of code or comment is longer than fits beside another file; only what stands in quotes may be. */
class LineLengthTest {

    private static final int LONGEST = 120;

    @Test
    void aLineFitsOnAScreen() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")).flatMap(LineLengthTest::tooLong))
                    .isEmpty();
        }
    }

    private static Stream<String> tooLong(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return IntStream.range(0, lines.size())
                    .filter(i -> lines.get(i).codePointCount(0, lines.get(i).length()) > LONGEST)
                    .filter(i -> !lines.get(i).startsWith("import ") && !quoted(lines, i))
                    .mapToObj(i -> file + ":" + (i + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a line holds a string or stands in a text block, which to break could change what it says. */
    private static boolean quoted(List<String> lines, int line) {
        long opened = lines.subList(0, line).stream().filter(text -> text.split("\"\"\"", -1).length % 2 == 0).count();
        return lines.get(line).contains("\"") || opened % 2 == 1;
    }
}
