package id.saring.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimKind;
import id.saring.claim.ClaimState;
import id.saring.claim.Source;
import id.saring.core.Language;
import id.saring.core.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonLinesImportTest extends ExchangeTest {
    @Test
    void every_field_of_the_own_form_is_read() {
        importText("a.jsonl", """
                {"key":"k1","language":"en","claim":"The claim","headline":"The headline","verdict":"MISLEADING",\
                "rating":"Missing context","kind":"false context","summary":"Why",\
                "sources":[{"title":"One","url":"https://example.org/1","publisher":"P"},"https://example.org/2"],\
                "phrasings":["a","b"],"appearances":["https://example.org/post"],"firstSeenOn":"2026-01-02",\
                "reviewedOn":"3 January 2026","reviewedBy":"R","state":"withdrawn"}
                """);
        Claim claim = only();
        assertThat(claim.key()).isEqualTo("k1");
        assertThat(claim.state()).isEqualTo(ClaimState.WITHDRAWN);
        assertThat(claim.content()).isEqualTo(new ClaimContent(
                Language.EN, "The claim", "The headline", Verdict.MISLEADING, "Missing context",
                ClaimKind.FALSE_CONTEXT,
                "Why",
                List.of(
                        new Source("One", "https://example.org/1", "P"),
                        new Source("The headline", "https://example.org/2", null)),
                List.of("a", "b"), List.of("https://example.org/post"), LocalDate.of(2026, 1, 2),
                LocalDate.of(2026, 1, 3), "R"));
    }

    @Test
    void a_data_set_names_some_fields_otherwise() {
        importText("a.ndjson", """
                {"id": 17, "claim": "Klaim", "title": "Judul", "body": "Isi", "verdict": "SALAH",\
                "url": "https://example.org/x", "date": "12-Agu-18", "lang": "en"}
                """);
        Claim claim = only();
        assertThat(claim.key()).isEqualTo("17");
        assertThat(claim.published()).isTrue();
        assertThat(claim.content()).isEqualTo(new ClaimContent(
                Language.EN, "Klaim", "Judul", Verdict.FALSE, "SALAH", null, "Isi",
                List.of(new Source("Judul", "https://example.org/x", null)), List.of(), List.of(), null,
                LocalDate.of(2018, 8, 12), null));
    }

    @Test
    void the_free_date_of_a_data_set_does_not_cost_the_claim() {
        ImportReport report =
                importText("a.jsonl",
                "{\"id\":\"1\",\"claim\":\"x\",\"date\":\"stated on July 13, 2010 in an interview:\"}");
        assertThat(report.created()).isEqualTo(1);
        assertThat(only().content().reviewedOn()).isNull();
        assertThat(report.notes()).containsExactly("Date left out, not a day (1 row)");
    }

    @Test
    void an_unknown_word_makes_a_draft_that_keeps_the_word() {
        ImportReport report = importText("a.jsonl", """
                {"key":"a","claim":"satu","verdict":"FITNAH"}
                {"key":"b","claim":"dua","verdict":"FITNAH","state":"PUBLISHED"}
                {"key":"c","claim":"tiga"}
                """);
        assertThat(stored()).allSatisfy(claim -> {
            assertThat(claim.state()).isEqualTo(ClaimState.DRAFT);
            assertThat(claim.verdict()).isNull();
        });
        assertThat(stored()).extracting(claim -> claim.content().rating()).containsExactly("FITNAH", "FITNAH", null);
        assertThat(report.notes()).containsExactly("Kept as a draft, verdict not known: FITNAH (2 rows)");
    }

    @Test
    void a_row_without_key_gets_the_same_one_in_every_import() {
        String row = "{\"claim\":\"Klaim\",\"verdict\":\"%s\",\"url\":\"https://example.org/%s\"}";
        importText("a.jsonl", row.formatted("SALAH", 1));
        assertThat(only().key()).matches("auto-[0-9a-f]{24}");
        assertThat(importText("a.jsonl", row.formatted("SALAH", 1)).unchanged()).isEqualTo(1);
        assertThat(importText("a.jsonl", row.formatted("BENAR", 1)).updated()).isEqualTo(1);
        assertThat(importText("a.jsonl", row.formatted("SALAH", 2)).created()).isEqualTo(1);
        imports = new ClaimImport(claims, Language.EN);
        assertThat(importText("a.jsonl", row.formatted("SALAH", 1)).created()).isEqualTo(1);
    }

    @Test
    void importing_a_file_twice_changes_nothing() {
        String file =
                "{\"claim\":\"satu\",\"verdict\":\"SALAH\"}\n{\"claim\":\"dua\"}\n{\"claim\":\"satu\",\"verdict\":\"SALAH\"}\n";
        assertThat(importText("a.jsonl", file)).extracting(ImportReport::created, ImportReport::unchanged)
                .containsExactly(2L, 1L);
        List<Claim> before = stored();
        long version = claims.storeVersion();
        assertThat(importText("a.jsonl", file).unchanged()).isEqualTo(3);
        assertThat(stored()).isEqualTo(before);
        assertThat(claims.storeVersion()).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            {"claim":"x"                                              ~ is not valid JSON
            {"claim":"x"} {"claim":"y"}                               ~ is not valid JSON
            {"claim":"x","claim":"y"}                                 ~ is not valid JSON
            nonsense                                                  ~ is not valid JSON
            ["claim"]                                                 ~ is not a JSON object
            "claim"                                                   ~ is not a JSON object
            {"verdict":"SALAH"}                                       ~ has no claim text
            {"claim":"  "}                                            ~ has no claim text
            {"claim":7}                                               ~ claim must be text
            {"claim":"x","verdict":false}                             ~ verdict must be text
            {"claim":"x","url":"ftp://example.org/"}                  ~ url has "ftp://example.org/", which is not a web address
            {"claim":"x","url":"example.org"}                         ~ which is not a web address
            {"claim":"x","sources":[{"title":"t"}]}                   ~ a source has no url
            {"claim":"x","sources":[7]}                               ~ a source has no url
            {"claim":"x","appearances":["javascript:alert(1)"]}       ~ which is not a web address
            {"claim":"x","phrasings":[{"a":1}]}                       ~ phrasings must be a list of texts
            {"claim":"x","state":"LIVE"}                              ~ state "LIVE" is not one of [DRAFT, PUBLISHED, WITHDRAWN]
            {"claim":"x","state":"PUBLISHED"}                         ~ is to be published without a verdict
            {"claim":"x","kind":"lie"}                                ~ kind "lie" is not one of
            {"claim":"x","language":"pt"}                             ~ language "pt" is not one of id, en
            {"claim":"x","reviewedOn":"yesterday"}                    ~ "yesterday" is not a day
            {"claim":"x\\u0000"}                                      ~ claim has a character that cannot be stored
            {"claim":"x\\ud83d"}                                      ~ claim has a character that cannot be stored""")
    void a_bad_row_is_told_with_its_line_and_the_others_go_in(String row, String reason) {
        ImportReport report = importText("a.jsonl", "{\"key\":\"1\",\"claim\":\"satu\"}\n\n" + row
                + "\n{\"key\":\"2\",\"claim\":\"dua\"}");
        assertThat(stored()).extracting(Claim::key).containsExactly("1", "2");
        assertThat(report.failed()).isEqualTo(1);
        assertThat(report.rows()).isEqualTo(3);
        assertThat(errors()).singleElement().asString().startsWith("line 3: ").contains(reason).doesNotContain("\n");
        assertThat(report.errors()).isEqualTo(failed);
    }

    @Test
    void fields_that_are_too_long_are_told() {
        importText("a.jsonl", """
                {"claim":"%s"}
                {"claim":"x","key":"%s"}
                {"claim":"x","junk":"%s"}
                {"claim":"x","url":"https://example.org/%s"}
                {"key":"last","claim":"x"}
                """.formatted("a".repeat(10_001), "k".repeat(201), "j".repeat(1_000_001), "u".repeat(2000)));
        assertThat(errors()).containsExactly(
                "line 1: claim is longer than 10000 characters",
                "line 2: key is longer than 200 characters",
                "line 3: is longer than 1000000 characters",
                "line 4: url is longer than 2000 characters");
        assertThat(only().key()).isEqualTo("last");
    }

    @Test
    void reasons_are_short_and_in_one_line() {
        importText("a.jsonl", "{\"claim\":\"x\",\"language\":\"" + "a\\n😀".repeat(20)
                + "\"}\n{\"claim\":\"x\",\"url\":\"" + "😀".repeat(900) + "\"}");
        assertThat(errors()).hasSize(2)
                .allSatisfy(error -> assertThat(error).hasSizeLessThan(420).doesNotContain("\n"));
    }

    @Test
    void fields_not_known_are_told_once() {
        ImportReport report = importText("a.jsonl",
                "{\"claim\":\"x\",\"sumary\":\"y\"}\n{\"claim\":\"z\",\"sumary\":\"y\"}");
        assertThat(report.notes()).containsExactly("Field left out, not known: sumary (2 rows)");
    }

    @Test
    void marks_and_line_ends_of_other_systems_are_read() {
        importText("a.jsonl", "\uFEFF{\"key\":\"a\",\"claim\":\"satu\"}\r\n{\"key\":\"b\",\"claim\":\"dua\"}\r\n");
        assertThat(stored()).extracting(Claim::text).containsExactly("satu", "dua");
        assertThat(errors()).isEmpty();
    }

    @Test
    void bytes_that_are_not_utf8_cost_only_their_row() {
        importBytes("a.jsonl", "{\"key\":\"a\",\"claim\":\"café\"}\n".getBytes(StandardCharsets.ISO_8859_1));
        importText("a.jsonl", "{\"key\":\"b\",\"claim\":\"caf\uFFFD\"}");
        assertThat(errors()).containsExactly("line 1: claim has bytes that are not UTF-8; save the file as UTF-8");
        assertThat(only().text()).isEqualTo("caf\uFFFD");
    }

    @Test
    void utf16_with_its_mark_is_read() {
        importBytes("a.jsonl", "\uFEFF{\"claim\":\"halo 🧄\"}".getBytes(StandardCharsets.UTF_16LE));
        assertThat(only().text()).isEqualTo("halo 🧄");
    }

    @Test
    void gzip_is_read_whatever_its_name() throws IOException {
        importBytes("a.jsonl.gz", gzip("{\"key\":\"a\",\"claim\":\"satu\"}"));
        importBytes("a.jsonl", gzip("{\"key\":\"b\",\"claim\":\"dua\"}"));
        importBytes("upload", gzip("{\"key\":\"c\",\"claim\":\"tiga\"}\n"));
        assertThat(stored()).hasSize(3);
    }

    @Test
    void of_a_damaged_gzip_what_came_before_goes_in() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            text.append("{\"key\":\"%d\",\"claim\":\"klaim %d\"}\n".formatted(i, i * 7919));
        }
        byte[] whole = gzip(text.toString());
        ImportReport report = importBytes("a.jsonl.gz", Arrays.copyOf(whole, whole.length / 2));
        assertThat(report.created()).isBetween(1000L, 4000L);
        assertThat(errors()).singleElement().asString().startsWith("the file: is damaged")
                .endsWith("nothing after it was read");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void an_empty_file_holds_nothing() {
        assertThat(importText("a.jsonl", "").rows()).isZero();
        assertThatThrownBy(() -> importText("upload", "")).isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("empty");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            {"claim":"x"}                                        ~ 1
            {"claim":"x"}¶{"claim":"y"}                          ~ 2
            [{"claim":"x"},{"claim":"y"}]                        ~ 2
            {¶"@type":"ClaimReview",¶"claimReviewed":"x"¶}       ~ 1
            claim,verdict¶x,SALAH                                ~ 1
            key;claim;verdict¶1;x;SALAH¶2;y;SALAH                ~ 2""")
    void the_kind_is_told_by_the_content_if_the_name_does_not(String content, int rows) {
        assertThat(importText("upload", content.replace('¶', '\n')).created()).isEqualTo(rows);
    }

    @Test
    void a_file_that_cannot_be_used_is_refused_in_one_sentence() throws IOException {
        assertThatThrownBy(() -> importText("upload.txt", "Hello there"))
                .isInstanceOf(UnusableFileException.class)
                .hasMessage("Cannot tell what kind of file this is; name it .jsonl, .csv, .json or .xml: upload.txt");
        Path none = dir.resolve("none.jsonl");
        assertThatThrownBy(() -> imports.run(none, listener))
                .isInstanceOf(UnusableFileException.class)
                .hasMessage("Cannot read " + none + ": there is no such file or directory");
        Path folder = Files.createDirectory(dir.resolve("folder.jsonl"));
        assertThatThrownBy(() -> imports.run(folder, listener))
                .isInstanceOf(UnusableFileException.class)
                .hasMessage("Not a file: " + folder);
    }

    @Test
    void a_published_claim_does_not_fall_back_to_draft() {
        importText("a.jsonl", "{\"key\":\"a\",\"claim\":\"satu\",\"verdict\":\"SALAH\"}");
        ImportReport report = importText("a.jsonl", """
                {"key":"b","claim":"dua","verdict":"SALAH"}
                {"key":"a","claim":"satu"}
                {"key":"c","claim":"tiga"}
                {"key":"b","claim":"dua"}
                """);
        assertThat(report).extracting(ImportReport::created, ImportReport::failed).containsExactly(2L, 2L);
        assertThat(errors()).containsExactly(
                "line 2: claim a is PUBLISHED and cannot become DRAFT",
                "line 4: claim b is PUBLISHED and cannot become DRAFT");
        assertThat(claims.findByKey("a").orElseThrow().published()).isTrue();
        assertThat(claims.findByKey("c")).isPresent();
    }

    @Test
    void a_hundred_thousand_rows_go_in_and_every_few_thousand_are_told() throws IOException {
        Path file = dir.resolve("big.jsonl");
        try (var out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < 100_000; i++) {
                out.write("{\"key\":\"k%d\",\"claim\":\"Klaim nomor %d beredar\",\"verdict\":\"SALAH\",\"url\":\"https://example.org/%d\"}\n".formatted(i, i, i));
            }
        }
        List<Long> told = new ArrayList<>();
        ImportReport report = imports.run(file, new ImportListener() {
            @Override
            public void progress(long rows) {
                told.add(rows);
            }
        });
        assertThat(report).extracting(ImportReport::created, ImportReport::failed).containsExactly(100_000L, 0L);
        assertThat(claims.count(ClaimState.PUBLISHED)).isEqualTo(100_000);
        assertThat(claims.storeVersion()).as("a transaction per thousand rows").isEqualTo(100);
        assertThat(told).hasSize(20).endsWith(100_000L);
    }
}
