package id.saring.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of the pages say the same things in each language. */
class SiteWordsTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern HOLE = Pattern.compile("\\{\\d}");

    @Test
    void both_languages_have_the_same_keys_and_holes() throws IOException {
        Properties indonesian = words("site.properties");
        Properties english = words("site_en.properties");
        assertThat(english.keySet()).isEqualTo(indonesian.keySet());
        assertThat(indonesian.stringPropertyNames()).allSatisfy(key -> {
            assertThat(indonesian.getProperty(key)).isNotBlank();
            assertThat(english.getProperty(key)).isNotBlank();
            assertThat(holes(english.getProperty(key))).as(key).isEqualTo(holes(indonesian.getProperty(key)));
        });
    }

    @Test
    void every_key_a_page_names_has_words() throws IOException {
        Set<String> known = words("site.properties").stringPropertyNames();
        Set<String> named = new TreeSet<>();
        try (Stream<Path> pages = Files.list(RESOURCES.resolve("templates"))) {
            for (Path page : pages.filter(Files::isRegularFile).toList()) {
                Pattern.compile("#\\{([a-z][a-z0-9_.]*)").matcher(Files.readString(page)).results()
                        .map(found -> found.group(1))
                        .forEach(named::add);
            }
        }
        assertThat(named).hasSizeGreaterThan(20).isSubsetOf(known);
    }

    private static Set<String> holes(String text) {
        return HOLE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties words(String file) throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve("messages").resolve(file))) {
            words.load(reader);
        }
        return words;
    }
}
