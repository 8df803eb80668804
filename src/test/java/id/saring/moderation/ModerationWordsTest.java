package id.saring.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.account.Account;
import id.saring.account.Role;
import id.saring.account.Scope;
import id.saring.account.Weakness;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of the moderators' pages say the same things in each language. */
class ModerationWordsTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path SOURCES = Path.of("src/main/java/id/saring");
    private static final List<String> BUNDLES = List.of(
            "site", "verdicts", "moderation", "moderation-claims", "moderation-cases", "admin-log", "admin-charts",
            "admin-handles", "admin-keys");

    @ParameterizedTest
    @ValueSource(
            strings = {"moderation", "moderation-claims", "moderation-cases", "admin-log", "admin-charts",
            "admin-handles", "admin-keys"})
    void both_languages_have_the_same_keys_and_holes(String bundle) throws IOException {
        Properties indonesian = words(bundle, "");
        Properties english = words(bundle, "_en");
        assertThat(english.keySet()).isEqualTo(indonesian.keySet());
        assertThat(indonesian.stringPropertyNames()).allSatisfy(key -> {
            assertThat(indonesian.getProperty(key)).isNotBlank();
            assertThat(english.getProperty(key)).isNotBlank();
            assertThat(holes(english.getProperty(key))).as(key).isEqualTo(holes(indonesian.getProperty(key)));
        });
    }

    @Test
    void no_key_stands_in_two_bundles() throws IOException {
        Set<String> seen = new TreeSet<>();
        for (String bundle : BUNDLES) {
            if (!bundle.equals("verdicts")) {
                assertThat(words(bundle, "").stringPropertyNames()).as(bundle).noneMatch(seen::contains);
                seen.addAll(words(bundle, "").stringPropertyNames());
            }
        }
    }

    @Test
    void every_key_a_page_names_has_words() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> pages = Files.walk(RESOURCES.resolve("templates/moderation"))) {
            for (Path page : pages.filter(Files::isRegularFile).toList()) {
                named.addAll(found("#\\{([a-z][a-z0-9_.]*)[(}]", page));
            }
        }
        assertThat(named).hasSizeGreaterThan(50).isSubsetOf(known());
    }

    @Test
    void every_act_notice_problem_and_name_has_words() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                found("\"(account\\.[a-z_]+)\"", source).stream().map("act."::concat).forEach(named::add);
                found("Frame\\.redirect\\([^;]*, \"([a-z_]+)\"\\)", source).stream().map("notice."::concat)
                        .forEach(named::add);
                found("new Problem\\([^,]+, \"([a-z_]+)\"", source).stream().map("problem."::concat)
                        .forEach(named::add);
                found("new RefusedChangeException\\(\"([a-z_]+)\"", source).stream()
                        .filter(code -> !Set.of("link", "token_name", "key_name", "quota").contains(code))
                        .map("accounts."::concat)
                        .forEach(named::add);
            }
        }
        Stream.of(Weakness.values()).map(w -> "password." + w.name().toLowerCase(Locale.ROOT)).forEach(named::add);
        Stream.of(Role.values()).map(role -> "role." + role).forEach(named::add);
        Stream.of(Scope.values()).map(scope -> "scope." + scope).forEach(named::add);
        Stream.of(Account.State.values()).map(state -> "state." + state).forEach(named::add);
        assertThat(named).hasSizeGreaterThan(40).isSubsetOf(known());
    }

    private static Set<String> known() throws IOException {
        Set<String> known = new TreeSet<>();
        for (String bundle : BUNDLES) {
            known.addAll(words(bundle, bundle.equals("verdicts") ? "_id" : "").stringPropertyNames());
        }
        return known;
    }

    private static List<String> found(String pattern, Path file) throws IOException {
        return Pattern.compile(pattern).matcher(Files.readString(file)).results().map(found -> found.group(1)).toList();
    }

    private static Set<String> holes(String text) {
        return Pattern.compile("\\{\\d}").matcher(text).results().map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties words(String bundle, String language) throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve("messages")
                .resolve(bundle + language + ".properties"))) {
            words.load(reader);
        }
        return words;
    }
}
