package id.saring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Operators read {@code .env.example}; it must tell all that is read from the environment, and nothing else. */
class EnvExampleTest {
    @Test
    void every_environment_name_stands_in_the_example_with_its_default() throws IOException {
        assertThat(named(Path.of(".env.example"), "(?m)^#?([A-Z][A-Z0-9_]*)=(.*)$"))
                .isNotEmpty()
                .isEqualTo(named(Path.of("src/main/resources/application.yml"), "\\$\\{([A-Z][A-Z0-9_]*):([^}]*)}"));
    }

    private static Map<String, String> named(Path file, String form) throws IOException {
        Map<String, String> defaults = new TreeMap<>();
        Matcher found = Pattern.compile(form).matcher(Files.readString(file));
        while (found.find()) {
            defaults.put(found.group(1), found.group(2));
        }
        return defaults;
    }
}
