package id.saring.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.saring.chat.RichText;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In the expected column bold is {@code B<…>}, italic {@code I<…>}, a link {@code L<text|address>}. */
class MarkupTest {
    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', value = {
        "*bold* and _italic_                    # B<bold> and I<italic>",
        "(*bold*, _italic_.)                    # (B<bold>, I<italic>.)",
        "[a page](https://example.org/a_b*c)    # L<a page|https://example.org/a_b*c>",
        "see [one](http://a.b) [two](http://c.d)# see L<one|http://a.b> L<two|http://c.d>",
        "2*3*4 and snake_case_name              # 2*3*4 and snake_case_name",
        "* item, 5 * 6 _ x                      # * item, 5 * 6 _ x",
        "\\*as it is\\*, \\_too\\_, \\[x](y), C:\\dir # *as it is*, _too_, [x](y), C:\\dir",
        "[SALAH] and [x] (y)                    # [SALAH] and [x] (y)",
        "an empty ** and __ pair                # an empty  and  pair",
        "*a * b*                                # B<a * b>",
        "_\"quoted\"_                           # I<\"quoted\">",
        "<b>& {{x}}                             # <b>& {{x}}",
    })
    void markup_is_read_as_the_table_says(String source, String expected) {
        assertThat(shown(Markup.parse(source, List.of()))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*x", "x *y\nz*", "_x", "[x](https://a", "[x](y)", "[x](javascript:alert)",
            "[](https://a.b)"})
    void what_is_not_closed_or_leads_nowhere_is_refused(String source) {
        assertThatThrownBy(() -> Markup.parse(source, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', value = {
        "*\uE000* \uE001    # B<*a*> _b_",
        "[\uE000](\uE002)   # L<*a*|https://example.org/(x)>",
        "_x\uE001_          # I<x_b_>",
        "\uE000*2           # *a**2",
    })
    void values_are_put_in_as_they_are(String source, String expected) {
        assertThat(shown(Markup.parse(source, List.of("*a*", "_b_", "https://example.org/(x)")))).isEqualTo(expected);
    }

    private static String shown(RichText text) {
        return text.spans().stream()
                .map(span -> switch (span) {
                    case RichText.Plain p -> p.text();
                    case RichText.Bold b -> "B<" + b.text() + ">";
                    case RichText.Italic i -> "I<" + i.text() + ">";
                    case RichText.Link l -> "L<" + l.text() + "|" + l.url() + ">";
                })
                .collect(Collectors.joining());
    }
}
