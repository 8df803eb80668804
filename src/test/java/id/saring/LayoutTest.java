package id.saring;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the packages to their layout: who is on which level, who may import whom, and how types are named. */
class LayoutTest {
    private static final String ROOT = "id.saring";

    private record Row(int level, Set<String> mayImport) {}

    /** The layout table: one row a package. Change it only on purpose, in a commit of its own. */
    private static final Map<String, Row> TABLE = Map.ofEntries(
            row(0, "core"),
            row(0, "rate"),
            row(0, "text"),
            row(1, "db", "core"),
            row(1, "http", "core", "rate"),
            row(2, "queue", "core", "db"),
            row(2, "audit", "core", "db"),
            row(3, "tally", "core", "db"),
            row(3, "account", "core", "rate", "db", "audit"),
            row(3, "claim", "core", "db", "audit"),
            row(4, "match", "core", "text", "claim"),
            row(4, "bulletin", "core", "db", "claim"),
            row(4, "chat", "core", "rate", "db", "queue"),
            row(4, "exchange", "core", "claim"),
            row(5, "submission", "core", "db", "text", "claim", "match", "chat", "audit"),
            row(5, "check", "core", "text", "db", "audit", "claim", "match"),
            row(5, "feed", "core", "db", "http", "claim", "exchange"),
            row(5, "reply", "core", "claim", "match", "chat"),
            row(5, "telegram", "core", "rate", "http", "chat"),
            row(5, "webhook", "core", "db", "http", "queue", "audit", "claim", "bulletin", "exchange"),
            row(5, "webchat", "core", "db", "http", "chat"),
            row(5, "whatsapp", "core", "rate", "http", "chat"),
            row(6, "conversation", "core", "rate", "text", "db", "claim", "match", "chat", "reply",
            "submission", "audit"),
            row(7, "evaluate", "core", "text", "db", "claim", "match", "submission"),
            row(
                    7, "moderation", "core", "text", "db", "http", "queue", "audit", "account", "claim",
                    "match", "chat",
                    "exchange", "feed", "reply", "submission", "conversation"),
            row(
                    8, "admin", "core", "text", "db", "http", "queue", "audit", "account", "claim", "match", "chat",
                    "exchange", "feed", "reply", "submission", "webhook", "conversation", "moderation", "tally"),
            row(7, "factcheck", "core", "http", "claim", "match"),
            row(7, "mcp", "core", "http", "check", "claim", "match"),
            row(7, "syndication", "core", "http", "claim", "exchange", "bulletin"),
            row(7, "site", "core", "http", "audit", "check", "claim", "bulletin", "match", "exchange", "reply"));

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ROOT);

    @Test
    void every_package_has_a_row_and_a_sentence() {
        Set<String> packages = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            packages.add(feature(type));
        }
        packages.remove("");
        assertThat(packages).isEqualTo(new TreeSet<>(TABLE.keySet()));
        assertThat(packages).allSatisfy(name -> assertThat(
                        Files.readString(Path.of("src/main/java/id/saring", name, "package-info.java")))
                .startsWith("/**")
                .contains("@NullMarked"));
    }

    @Test
    void packages_import_only_what_their_row_names() {
        Map<String, String> forbidden = new TreeMap<>();
        for (JavaClass type : CLASSES) {
            String from = feature(type);
            if (from.isEmpty()) {
                continue;
            }
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (!target.getPackageName().startsWith(ROOT)) {
                    continue;
                }
                String to = feature(target);
                if (!to.equals(from) && !TABLE.get(from).mayImport().contains(to)) {
                    forbidden.put(from + " -> " + (to.isEmpty() ? "root" : to), dependency.getDescription());
                }
            }
        }
        assertThat(forbidden).isEmpty();
    }

    @Test
    void rows_name_only_lower_levels() {
        TABLE.forEach((name, row) -> assertThat(row.mayImport())
                .as("what %s may import", name)
                .allSatisfy(other -> assertThat(TABLE.get(other).level()).isLessThan(row.level())));
    }

    @Test
    void names_bear_an_intent() {
        List<String> emptyNames = List.of("Service", "Manager", "Helper", "Util", "Utils", "Impl", "DTO", "Dto");
        for (JavaClass type : CLASSES) {
            assertThat(emptyNames).as(type.getName()).noneMatch(type.getSimpleName()::endsWith);
        }
    }

    @Test
    void nobody_asks_the_machine_what_time_zone_it_is_in() throws IOException {
        Set<String> asking = Set.of("ZoneId.systemDefault", "TimeZone.getDefault", "Clock.systemDefaultZone",
                "LocalDate.now", "LocalDateTime.now", "ZonedDateTime.now", "OffsetDateTime.now");
        List<String> calls = CLASSES.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> asking.contains(
                        call.getTargetOwner().getSimpleName() + "." + call.getTarget().getName())
                        && call.getTarget().getRawParameterTypes().isEmpty())
                .map(call -> call.getDescription())
                .toList();
        assertThat(calls).as("saring.time-zone says it").isEmpty();
        try (Stream<Path> pages = Files.walk(Path.of("src/main/resources/templates"))) {
            List<Path> moments = pages
                    .filter(page -> page.toString().matches(".*/(admin|moderation)/.*[.]html"))
                    .filter(page -> read(page).contains("#temporals"))
                    .toList();
            assertThat(moments).as("#times says it in the pages of staff").isEmpty();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void text_and_core_know_no_framework() {
        for (JavaClass type : CLASSES) {
            if (feature(type).equals("text") || feature(type).equals("core")) {
                assertThat(type.getDirectDependenciesFromSelf())
                        .noneMatch(d -> d.getTargetClass().getPackageName().startsWith("org.springframework"));
            }
        }
    }

    private static Map.Entry<String, Row> row(int level, String name, String... mayImport) {
        return Map.entry(name, new Row(level, Set.of(mayImport)));
    }

    private static String feature(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
    }
}
