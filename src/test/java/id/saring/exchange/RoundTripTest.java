package id.saring.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimKind;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.claim.Claims.Row;
import id.saring.claim.Source;
import id.saring.core.Language;
import id.saring.core.Verdict;
import id.saring.db.Database;
import id.saring.db.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest extends ExchangeTest {
    private ClaimExport export;

    @BeforeEach
    void fill() {
        export = new ClaimExport(claims);
        List<Row> rows = new ArrayList<>();
        for (String odd : CsvCellsTest.ODD_TEXTS) {
            if (!odd.isBlank()) {
                rows.add(new Row("odd" + rows.size(), odd(odd), ClaimState.values()[rows.size() % 3]));
            }
        }
        rows.add(new Row("bare", bare("teks", null), ClaimState.DRAFT));
        rows.add(new Row("=key", bare("teks", Verdict.SATIRE), ClaimState.PUBLISHED));
        rows.add(new Row("rating", rated("FITNAH"), ClaimState.DRAFT));
        rows.add(new Row("blank", odd(" ", "teks"), ClaimState.DRAFT));
        for (Verdict verdict : Verdict.values()) {
            rows.add(new Row(verdict.name(), bare("teks " + verdict, verdict), ClaimState.WITHDRAWN));
        }
        claims.saveAll(rows);
    }

    private static ClaimContent odd(String text) {
        return odd(text, text);
    }

    private static ClaimContent odd(String text, String claim) {
        List<Source> sources = text.isBlank()
                ? List.of()
                : List.of(new Source(text, "https://example.org/?a=1&b=2", text));
        return new ClaimContent(
                Language.EN, claim, text, Verdict.FALSE, text, ClaimKind.FALSE_CONTEXT, text, sources,
                List.of(text, "x", text),
                List.of("https://example.org/p"), LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 2), text);
    }

    private static ClaimContent rated(String word) {
        return new ClaimContent(
                Language.ID, "teks", null, null, word, null, null, List.of(), List.of(), List.of(), null, null, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jsonl", "a.ndjson.gz", "a.csv", "a.CSV.GZ"})
    void what_went_out_comes_back_and_goes_out_the_same(String name) throws IOException {
        Path first = dir.resolve(name);
        assertThat(export.toFile(first)).isEqualTo(stored().size());
        try (Database other = Database.open(DatabaseSettings.embedded(dir.resolve("other")))) {
            Claims empty = new Claims(other, Clock.systemUTC());
            ImportReport report = new ClaimImport(empty, Language.ID).run(first, listener);
            assertThat(errors()).isEmpty();
            assertThat(report.notes()).isEmpty();
            assertThat(report.created()).isEqualTo(stored().size());
            Path second = dir.resolve("second-" + name);
            new ClaimExport(empty).toFile(second);
            assertThat(Files.readAllBytes(second)).isEqualTo(Files.readAllBytes(first));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jsonl", "a.csv"})
    void an_export_imported_into_its_own_store_changes_nothing(String name) {
        claims.move(claims.findByKey("blank").orElseThrow().id(), 1, ClaimState.WITHDRAWN);
        export.toFile(dir.resolve(name));
        long version = claims.storeVersion();
        ImportReport report = imports.run(dir.resolve(name), listener);
        assertThat(errors()).isEmpty();
        // The one with blank fields loses them: blank means absent.
        assertThat(report.unchanged()).isEqualTo(stored().size() - 1L);
        assertThat(claims.storeVersion()).isEqualTo(version + 1);
    }

    @Test
    void claim_review_keeps_what_it_can_express() {
        export.toFile(dir.resolve("a.json"));
        List<Claim> before = stored();
        try (Database other = Database.open(DatabaseSettings.embedded(dir.resolve("other")))) {
            Claims empty = new Claims(other, Clock.systemUTC());
            new ClaimImport(empty, Language.ID).run(dir.resolve("a.json"), listener);
            assertThat(errors()).isEmpty();
            List<Claim> after = new ArrayList<>();
            empty.forEach(after::add);
            assertThat(after).extracting(Claim::key).isEqualTo(before.stream().map(Claim::key).toList());
            assertThat(after).extracting(Claim::state).isEqualTo(before.stream().map(Claim::state).toList());
            assertThat(after).extracting(Claim::verdict).isEqualTo(before.stream().map(Claim::verdict).toList());
            assertThat(after).extracting(Claim::language).isEqualTo(before.stream().map(Claim::language).toList());
            assertThat(after).extracting(c -> c.content().sources())
                    .isEqualTo(before.stream().map(c -> c.content().sources()).toList());
            assertThat(after).extracting(c -> c.content().reviewedOn())
                    .isEqualTo(before.stream().map(c -> c.content().reviewedOn()).toList());
        }
    }

    @Test
    void a_claim_review_is_written_as_search_engines_read_it() throws IOException {
        Claim claim = claims.findByKey("TRUE").orElseThrow();
        assertThat(ClaimReviews.of(claim, "https://saring.example/c/1").toString()).isEqualTo("""
                {"@type":"ClaimReview",\
                "identifier":{"@type":"PropertyValue","propertyID":"saring","value":"TRUE"},\
                "url":"https://saring.example/c/1","claimReviewed":"teks TRUE","inLanguage":"id",\
                "creativeWorkStatus":"WITHDRAWN",\
                "reviewRating":{"@type":"Rating","ratingValue":5,"worstRating":1,"bestRating":5,"alternateName":"Benar"}}""");
        assertThat(ClaimReviews.of(claims.findByKey("SATIRE").orElseThrow(), null).toString())
                .contains("\"reviewRating\":{\"@type\":\"Rating\",\"alternateName\":\"Satire\"}")
                .doesNotContain("ratingValue")
                .doesNotContain("url");
        assertThat(ClaimReviews.of(claims.findByKey("odd0").orElseThrow(), null).toString())
                .contains("\"url\":\"https://example.org/?a=1&b=2\"")
                .contains("\"name\":\"plain\"")
                .contains("\"datePublished\":\"2026-02-02\"")
                .contains("\"author\":{\"@type\":\"Organization\",\"name\":\"plain\"}")
                .contains("\"alternateName\":\"False\",\"ratingExplanation\":\"plain\"")
                .contains("\"itemReviewed\":{\"@type\":\"Claim\",\"datePublished\":\"2026-01-01\","
                        + "\"appearance\":[{\"@type\":\"CreativeWork\",\"url\":\"https://example.org/p\"}]}");
    }

    @Test
    void a_file_is_replaced_only_when_the_new_one_is_whole() throws IOException {
        Path file = dir.resolve("a.jsonl");
        Files.writeString(file, "old");
        Claims broken = new Claims(database, Clock.systemUTC());
        database.close();
        assertThatThrownBy(() -> new ClaimExport(broken).toFile(file)).isInstanceOf(RuntimeException.class);
        assertThat(file).hasContent("old");
        try (Stream<Path> left = Files.list(dir)) {
            assertThat(left.map(Path::getFileName).map(Path::toString)).containsExactlyInAnyOrder("a.jsonl", "store");
        }
    }

    @Test
    void an_export_nobody_could_write_is_refused_in_one_sentence() {
        assertThatThrownBy(() -> export.toFile(dir.resolve("a.xlsx")))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("must end in .jsonl, .csv or .json");
        assertThatThrownBy(() -> export.toFile(dir.resolve("none/a.csv")))
                .isInstanceOf(UnusableFileException.class)
                .hasMessage("Cannot write " + dir.resolve("none/a.csv") + ": there is no such file or directory");
        assertThatThrownBy(() -> export.toFile(dir)).isInstanceOf(UnusableFileException.class);
    }

    @Test
    void a_dry_run_tells_what_the_import_then_does_and_writes_nothing() throws IOException {
        Path file = dir.resolve("a.jsonl");
        StringBuilder text = new StringBuilder("""
                {"key":"TRUE","claim":"teks TRUE","verdict":"TRUE","state":"WITHDRAWN"}
                {"key":"FALSE","claim":"lain","verdict":"FALSE"}
                {"key":"=key","claim":"teks"}
                {"key":"new","claim":"baru"}
                {"key":"new","claim":"baru"}
                {"key":"new","claim":"baru","verdict":"SALAH"}
                {"key":"new","claim":"baru"}
                broken
                """);
        IntStream.range(0, 1500).forEach(i -> text.append("{\"key\":\"n%d\",\"claim\":\"klaim\"}\n".formatted(i)));
        text.append("{\"key\":\"n7\",\"claim\":\"klaim\"}\n{\"key\":\"n8\",\"claim\":\"lain\"}\n");
        Files.writeString(file, text);
        List<Claim> before = stored();
        long version = claims.storeVersion();

        ImportReport rehearsed = imports.rehearse(file, listener);
        assertThat(stored()).isEqualTo(before);
        assertThat(claims.storeVersion()).isEqualTo(version);
        assertThat(rehearsed)
                .extracting(ImportReport::created, ImportReport::updated, ImportReport::unchanged, ImportReport::failed)
                .containsExactly(1501L, 3L, 3L, 3L);
        assertThat(imports.run(file, listener)).isEqualTo(rehearsed);
    }

    @Test
    void rows_are_read_without_a_store() throws IOException {
        Path file = dir.resolve("a.jsonl");
        Files.writeString(file, "{\"key\":\"a\",\"claim\":\"x\"}\nbroken\n{\"key\":\"b\",\"claim\":\"y\"}\n");
        List<String> keys = new ArrayList<>();
        ClaimImport.readRows(file, Language.EN, row -> keys.add(row.key() + row.content().language()), failed::add);
        assertThat(keys).containsExactly("aEN", "bEN");
        assertThat(errors()).singleElement().asString().startsWith("line 2: ");
    }
}
