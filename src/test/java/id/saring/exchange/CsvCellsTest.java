package id.saring.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.claim.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellsTest {
    static final List<String> ODD_TEXTS = List.of(
            "plain", "two\nlines", "windows\r\nlines", "a | b", "a|b", "back\\slash", "\\n written out", "ends with \\",
            "  spaces around\t", "\n", " x\n", "5 < 6 > 4", "\"quoted\"", "=1+1", "'=1+1", "-", "@who", "'", "\\u0041",
            "koma, titik; koma", "🧄\u00A0", "\\", "a\\|b", "\\<x>", "\u2003em");

    @Test
    void a_list_comes_back_as_it_was_written() {
        List<String> texts = ODD_TEXTS.stream().filter(text -> !text.isBlank()).toList();
        assertThat(CsvCells.readList(CsvCells.writeList(texts))).isEqualTo(texts);
        assertThat(texts).allSatisfy(text ->
                assertThat(CsvCells.readList(CsvCells.writeList(List.of(text)))).containsExactly(text));
    }

    @Test
    void sources_come_back_as_they_were_written() {
        List<Source> sources = ODD_TEXTS.stream()
                .filter(text -> !text.isBlank())
                .map(text -> new Source(text, "https://example.org/a?x=%3C", text.startsWith("5") ? null : text))
                .toList();
        assertThat(CsvCells.readSources(CsvCells.writeSources(sources)))
                .extracting(node -> new Source(
                        node.get("title").stringValue(),
                        node.get("url").stringValue(),
                        node.get("publisher").stringValue().isEmpty() ? null : node.get("publisher").stringValue()))
                .isEqualTo(sources);
    }

    @Test
    void a_list_may_be_parted_by_lines_or_bars() {
        assertThat(CsvCells.readList("satu | dua")).containsExactly("satu", "dua");
        assertThat(CsvCells.readList("satu\r\n dua \n\n")).containsExactly("satu", "dua");
        assertThat(CsvCells.readList("C:\\folder | a|b")).containsExactly("C:\\folder", "a|b");
        assertThat(CsvCells.readList(" ")).isEmpty();
    }

    @Test
    void a_source_may_be_a_bare_address() {
        assertThat(CsvCells.readSources("https://example.org/1 | Judul <https://example.org/2>"))
                .extracting(node -> node.get("url").stringValue())
                .containsExactly("https://example.org/1", "https://example.org/2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"x\")", "+62 812", "-5 derajat", "@admin", "\tx"})
    void no_cell_is_a_formula(String text) {
        assertThat(CsvCells.write(text)).isEqualTo("'" + text);
        assertThat(CsvCells.read("'" + text)).isEqualTo(text);
    }

    @Test
    void texts_come_back_as_they_were_written() {
        assertThat(ODD_TEXTS).filteredOn(text -> !text.isBlank())
                .allSatisfy(text -> assertThat(CsvCells.read(CsvCells.write(text))).isEqualTo(text));
    }
}
