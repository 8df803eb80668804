package id.saring.admin;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.chat.Block;
import id.saring.chat.Maintenance;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of the handles say the same things in each language, and none is missing. */
class HandleWordsTest {
    private static final Path RESOURCES = Path.of("src/main/resources");

    @Test
    void both_languages_have_the_same_keys_and_holes() throws IOException {
        Properties indonesian = words("admin-handles");
        Properties english = words("admin-handles_en");
        assertThat(english.keySet()).isEqualTo(indonesian.keySet());
        assertThat(indonesian.stringPropertyNames()).allSatisfy(key -> {
            assertThat(english.getProperty(key)).isNotBlank();
            assertThat(holes(english.getProperty(key))).as(key).isEqualTo(holes(indonesian.getProperty(key)));
        });
    }

    @Test
    void no_key_stands_in_another_bundle_too() throws IOException {
        for (String bundle : List.of("site", "moderation", "moderation-claims", "moderation-cases")) {
            assertThat(words(bundle).stringPropertyNames()).as(bundle).doesNotContainAnyElementsOf(
                    words("admin-handles").stringPropertyNames());
        }
    }

    @Test
    void every_key_the_pages_and_acts_name_has_words() throws IOException {
        Set<String> named = new TreeSet<>();
        for (String page : List.of("handles", "blocks", "dead-letters", "dead-letter-list", "dead-letter")) {
            named.addAll(found("#\\{([a-z][a-z0-9_.A-Z]*)[(}]",
                    RESOURCES.resolve("templates/admin/" + page + ".html")));
        }
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/id/saring/admin"))) {
            for (Path source : sources.filter(HandleWordsTest::isOurs).toList()) {
                found("Frame\\.redirect\\([^;]*, \"([a-z_]+)\"\\)", source).stream().map("notice."::concat)
                        .forEach(named::add);
                found("\"((?:block|maintenance|dead_letter|backup|index|retention|responses|channel)\\.[a-z_]+)\"",
                        source)
                        .stream().map("act."::concat).forEach(named::add);
                found("new Problem\\([^,]+, \"([a-z_]+)\"", source).stream().map("problem."::concat)
                        .forEach(named::add);
                found("new Outcome\\(\"([a-z]+)\"", source).forEach(code ->
                        named.addAll(List.of("test.result." + code, "notice.test_" + code)));
            }
        }
        Stream.of(Block.Cause.values()).map(cause -> "block.cause." + cause).forEach(named::add);
        Stream.of(Maintenance.Mode.values()).forEach(mode ->
                named.addAll(List.of("maintenance.on." + mode, "maintenance.mode." + mode,
                        "maintenance.words." + mode)));
        assertThat(named).hasSizeGreaterThan(100)
                .isSubsetOf(new TreeSet<>(words("admin-handles").stringPropertyNames()));
    }

    private static boolean isOurs(Path source) {
        return source.getFileName().toString().matches(
                "(Handle|Maintenance|Block|DeadLetter)Pages.java|Chores.java|TestMessages.java|BackupRounds.java");
    }

    private static List<String> found(String pattern, Path file) throws IOException {
        return Pattern.compile(pattern).matcher(Files.readString(file)).results().map(found -> found.group(1)).toList();
    }

    private static Set<String> holes(String text) {
        return Pattern.compile("\\{\\d").matcher(text).results().map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties words(String bundle) throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve("messages").resolve(bundle + ".properties"))) {
            words.load(reader);
        }
        return words;
    }
}
