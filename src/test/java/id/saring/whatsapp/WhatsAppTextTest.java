package id.saring.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.chat.RichText;
import id.saring.chat.RichText.Bold;
import id.saring.chat.RichText.Italic;
import id.saring.chat.RichText.Link;
import id.saring.chat.RichText.Plain;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsAppTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            biasa saja               | biasa saja
            *tebal*                  | ∗tebal∗
            _miring_ dan ~coret~     | ＿miring＿ dan ∼coret∼
            ```kode``` dan `kode`    | ˋˋˋkodeˋˋˋ dan ˋkodeˋ
            snake_case 2*3           | snake_case 2*3
            https://x.org/a_b-c      | https://x.org/a_b-c
            > kutipan                | › kutipan
            a > b                    | a > b
            *                        | ∗
            """)
    void no_sign_of_a_text_is_read_as_markup(String text, String written) {
        assertThat(WhatsAppText.of(RichText.plain(text))).isEqualTo(written);
    }

    @Test
    void bold_italic_and_links_are_written_in_whatsapps_way() {
        RichText text = new RichText(List.of(
                new Bold("❌ SALAH"), new Plain("\n\n"), new Italic("“2*3 _itu_ 7”"), new Plain("\nSumber:\n• "),
                new Link("Cek *fakta*", "https://example.org/a_b_"), new Plain("\n"),
                new Link("https://example.org", "https://example.org")));
        assertThat(WhatsAppText.of(text)).isEqualTo("*❌ SALAH*\n\n_“2∗3 ＿itu＿ 7”_\nSumber:\n"
                + "• Cek ∗fakta∗: https://example.org/a_b_\nhttps://example.org");
        assertThat(WhatsAppText.plain(text)).startsWith("❌ SALAH\n\n“2*3 ＿itu＿ 7”\nSumber:");
    }

    @Test
    void marks_stand_only_where_whatsapp_reads_them() {
        assertThat(written(new Bold(" tebal "), new Plain("ya"))).isEqualTo(" *tebal* ya");
        assertThat(written(new Plain("kata"), new Bold("sambung"))).isEqualTo("katasambung");
        assertThat(written(new Bold("sambung"), new Plain("an"))).isEqualTo("sambungan");
        assertThat(written(new Bold("satu\ndua"))).isEqualTo("*satu*\n*dua*");
        assertThat(written(new Bold("satu\n\n dua"), new Plain("."))).isEqualTo("*satu*\n\n *dua*.");
        assertThat(written(new Bold(""), new Italic("  "))).isEqualTo("  ");
        assertThat(written(new Bold("a"), new Italic("b"))).isEqualTo("ab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*a* _b_ ~c~ `d` > e", "***", "> > *", "🧄*🧄"})
    void what_is_neutral_is_as_long_as_before(String text) {
        assertThat(WhatsAppText.of(RichText.plain(text))).hasSameSizeAs(text);
        assertThat(written(new Bold(text)).length()).isLessThanOrEqualTo(text.length() + 2);
    }

    @Test
    void a_cut_never_splits_what_is_seen_as_one_character() {
        assertThat(WhatsAppText.cut("Bawang putih", 12)).isEqualTo("Bawang putih");
        assertThat(WhatsAppText.cut("Bawang putih", 8)).isEqualTo("Bawang…");
        assertThat(WhatsAppText.cut("ab👨‍👩‍👧cd", 5)).isEqualTo("ab…");
        assertThat(WhatsAppText.cut("👍👍👍", 4)).isEqualTo("👍…");
    }

    private static String written(RichText.Span... spans) {
        return WhatsAppText.of(new RichText(List.of(spans)));
    }
}
