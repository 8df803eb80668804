package id.saring.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code SECURITY.md} promises a test for every threat; here it is kept to that. */
class ThreatModelTest {
    private static final Pattern NAMED = Pattern.compile("`(\\w+)`|\\*([a-z_0-9]+)(…?)\\*");

    @Test
    void every_threat_names_a_test_and_every_test_named_exists() throws IOException {
        Map<String, String> tests = sources();
        List<String> missing = new ArrayList<>();
        int threats = 0;
        for (String line : Files.readAllLines(Path.of("SECURITY.md"))) {
            if (!line.startsWith("| ") || line.startsWith("| Who ")) {
                continue;
            }
            threats++;
            String[] cells = line.split(" \\| ");
            String source = null;
            Matcher named = NAMED.matcher(cells.length < 4 ? "" : cells[3]);
            while (named.find()) {
                if (named.group(1) != null) {
                    source = tests.get(named.group(1));
                    if (source == null) {
                        missing.add(named.group(1));
                    }
                } else if (source == null
                        || !source.contains("void " + named.group(2) + (named.group(3).isEmpty() ? "(" : ""))) {
                    missing.add(named.group());
                }
            }
            if (source == null) {
                missing.add("a test in: " + line);
            }
        }
        assertThat(missing).isEmpty();
        assertThat(threats).isGreaterThan(20);
    }

    private static Map<String, String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            ThreatModelTest::read,
                            (one, other) -> one + other));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
