package id.saring.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimKind;
import id.saring.claim.Source;
import id.saring.core.Language;
import id.saring.core.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvImportTest extends ExchangeTest {
    @Test
    void every_column_is_read() {
        importText("a.csv", """
                key,language,claim,headline,verdict,rating,kind,summary,sources,phrasings,appearances,firstSeenOn,reviewedOn,reviewedBy,state
                k1,en,"The claim, with ""quotes""
                and lines",Headline,MISLEADING,Missing context,FALSE_CONTEXT,Why,"One <https://example.org/1> P
                https://example.org/2",first | second,https://example.org/p | https://example.org/q,2026-01-02,"January 3, 2026",R,PUBLISHED
                """);
        assertThat(errors()).isEmpty();
        assertThat(only().content()).isEqualTo(new ClaimContent(
                Language.EN, "The claim, with \"quotes\"\nand lines", "Headline", Verdict.MISLEADING, "Missing context",
                ClaimKind.FALSE_CONTEXT, "Why",
                List.of(new Source("One", "https://example.org/1", "P"),
                new Source("Headline", "https://example.org/2", null)),
                List.of("first", "second"), List.of("https://example.org/p", "https://example.org/q"),
                LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 3), "R"));
    }

    @Test
    void headers_of_spreadsheets_are_understood() {
        importBytes("a.csv", "\uFEFFClaim;Verdict;First seen on;reviewed_by;Catatan\r\nSatu;SALAH;2 Mei 2020;R;x\r\n"
                .getBytes(StandardCharsets.UTF_8));
        ClaimContent content = only().content();
        assertThat(content.firstSeenOn()).isEqualTo(LocalDate.of(2020, 5, 2));
        assertThat(content.reviewedBy()).isEqualTo("R");
        assertThat(content.rating()).isEqualTo("SALAH");
    }

    @Test
    void a_file_without_a_claim_column_is_refused() {
        assertThatThrownBy(() -> importText("a.csv", "text,verdict\nx,SALAH\n"))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("\"claim\"");
        assertThatThrownBy(() -> importText("a.csv", "claim,Claim\nx,y\n"))
                .isInstanceOf(UnusableFileException.class)
                .hasMessage("The CSV file has a column twice: claim");
        assertThatThrownBy(() -> importText("a.csv", "\n")).isInstanceOf(UnusableFileException.class);
    }

    @Test
    void bad_rows_are_told_by_the_line_they_begin_on() {
        ImportReport report = importText("a.csv", """
                key,claim,verdict,url
                1,satu,SALAH,
                2,dua,SALAH
                3,"tiga
                tiga",SALAH,nowhere

                4,,SALAH,
                5,lima,SALAH,,,
                6,enam,SALAH,https://example.org/
                """);
        assertThat(stored()).extracting(Claim::key).containsExactly("1", "6");
        assertThat(errors()).containsExactly(
                "line 3: has 3 cells where the header has 4",
                "line 4: url has \"nowhere\", which is not a web address",
                "line 7: has no claim text",
                "line 8: has 6 cells where the header has 4");
        assertThat(report.rows()).isEqualTo(6);
    }

    @Test
    void a_quote_that_is_not_closed_costs_only_its_row() {
        importText("a.csv", """
                key,claim
                1,satu
                2,"dua
                3,tiga
                4,"empat
                empat"
                5,layar 5" rusak
                6,"enam" enam
                7,tujuh
                """);
        assertThat(stored()).extracting(Claim::key).contains("1", "3", "5", "7").doesNotContain("2", "6");
        assertThat(errors()).contains(
                "line 3: has a quote that is not closed or stands in the middle of a cell",
                "line 8: has a quote that is not closed or stands in the middle of a cell");
        assertThat(claims.findByKey("5").orElseThrow().text()).isEqualTo("layar 5\" rusak");
    }

    @Test
    void bytes_that_are_not_utf8_cost_only_their_row() {
        importBytes("a.csv", "key,claim\n1,café\n2,kopi\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(only().key()).isEqualTo("2");
        assertThat(errors()).containsExactly("line 2: claim has bytes that are not UTF-8; save the file as UTF-8");
    }

    @Test
    void importing_a_table_twice_changes_nothing() {
        String table = "claim,verdict\nsatu,SALAH\ndua,BENAR\n";
        assertThat(importText("a.csv", table).created()).isEqualTo(2);
        assertThat(importText("a.csv", table).unchanged()).isEqualTo(2);
    }
}
