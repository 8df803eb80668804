package id.saring.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.chat.Button;
import id.saring.chat.RichText;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TelegramHtmlTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            vaksin <5G> & chip,        vaksin &lt;5G&gt; &amp; chip
            "gratis",                  &quot;gratis&quot;
            jum'at é ü ñ – 😷,          jum'at é ü ñ – 😷
            &lt; &nbsp; &#60;,         &amp;lt; &amp;nbsp; &amp;#60;
            <b>bukan tebal</b>,        &lt;b&gt;bukan tebal&lt;/b&gt;
            *_~`,                      *_~`
            """)
    void only_the_four_signs_are_escaped(String text, String html) {
        assertThat(TelegramHtml.escape(text)).isEqualTo(html);
    }

    @Test
    void spans_become_tags_and_links_keep_their_address() {
        RichText text = new RichText(List.of(
                new RichText.Bold("SALAH <1>"), new RichText.Plain("\nA & B "), new RichText.Italic("lama"),
                new RichText.Link("\"Baca\"", "https://x.example/?a=1&b=\"2\"")));
        assertThat(TelegramHtml.of(text)).isEqualTo("<b>SALAH &lt;1&gt;</b>\nA &amp; B <i>lama</i>"
                + "<a href=\"https://x.example/?a=1&amp;b=&quot;2&quot;\">&quot;Baca&quot;</a>");
        assertThat(TelegramHtml.plain(text))
                .isEqualTo("SALAH <1>\nA & B lama\"Baca\" (https://x.example/?a=1&b=\"2\")");
    }

    @RepeatedTest(30)
    void whatever_is_written_arrives_as_it_was(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String signs = "<>&\"'/;#=ab lt gt\n\u00e9\uD83D\uDE37";
        List<RichText.Span> spans = IntStream.range(0, 6).<RichText.Span>mapToObj(i -> {
            String text = random.ints(12, 0, signs.codePointCount(0, signs.length()))
                    .mapToObj(at -> Character.toString(signs.codePointAt(signs.offsetByCodePoints(0, at))))
                    .collect(Collectors.joining());
            return switch (random.nextInt(4)) {
                case 0 -> new RichText.Bold(text);
                case 1 -> new RichText.Italic(text);
                case 2 -> new RichText.Link(text, "https://x.example/" + text.strip());
                default -> new RichText.Plain(text);
            };
        }).toList();
        RichText rich = new RichText(spans);
        assertThat(EntityParser.parse(TelegramHtml.of(rich)).text()).isEqualTo(rich.plainText());
    }

    static Stream<List<List<String>>> keyboards() {
        return Stream.of(
                List.of(List.of("Ya", "Bukan")),
                List.of(List.of("Ya", "Bukan"), List.of("Entah")),
                List.of(List.of("Vaksin mengandung chip magnetik"), List.of("Bukan semuanya")),
                List.of(List.of("Ya"), List.of("Beri tahu saya kalau sudah diperiksa"), List.of("Bukan", "Batal")));
    }

    @ParameterizedTest
    @MethodSource("keyboards")
    void two_short_buttons_share_a_row_and_a_long_one_has_its_own(List<List<String>> rows) {
        List<Button> buttons = rows.stream().flatMap(List::stream).map(label -> new Button(label, "d")).toList();
        assertThat(TelegramKeyboard.of(buttons).getKeyboard().stream()
                        .map(row -> row.stream().map(button -> button.getText()).toList()))
                .isEqualTo(rows);
    }
}
