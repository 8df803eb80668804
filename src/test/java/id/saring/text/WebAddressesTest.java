package id.saring.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which addresses are seen in a text, and which of them are one page. */
class WebAddressesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "https://www.Example.org/Berita/  | example.org/Berita",
        "http://example.org               | example.org",
        "HTTP://EXAMPLE.ORG/              | example.org",
        "https://m.example.org/a          | example.org/a",
        "https://mobile.example.org/a     | example.org/a",
        "https://amp.example.org/a        | example.org/a",
        "https://example.org/a/amp/       | example.org/a",
        "https://example.org/a/amp        | example.org/a",
        "https://example.org/a#bagian     | example.org/a",
        "https://example.org:443/a        | example.org/a",
        "https://example.org:8443/a       | example.org:8443/a",
        "https://example.org/?fbclid=x    | example.org",
        "https://example.org/a?utm_source=wa&id=5&igshid=x | example.org/a?id=5",
        "https://example.org/w?v=AbC&t=30s&feature=share   | example.org/w?v=AbC",
        "https://example.org/a?p=1&p=2    | example.org/a?p=1&p=2",
        "https://example.org/Aa?x=Bb      | example.org/Aa?x=Bb",
        "  example.org/a                  | example.org/a"
    })
    void one_page_has_one_spelling(String address, String canonical) {
        assertThat(WebAddresses.canonical(address)).isEqualTo(canonical);
        assertThat(WebAddresses.canonical(canonical)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "cek https://example.org/a. Lalu     | https://example.org/a",
        "(https://example.org/a)             | https://example.org/a",
        "*https://example.org/a*             | https://example.org/a",
        "www.example.org/a!                  | www.example.org/a",
        "bit.ly/AbC                          | bit.ly/AbC",
        "lihat kab.example.go.id/a/b?c=d ya  | kab.example.go.id/a/b?c=d",
        "pic.twitter.com/AbC                 | pic.twitter.com/AbC"
    })
    void addresses_are_found_without_what_ends_the_sentence(String text, String address) {
        assertThat(WebAddresses.in(text, 5)).containsExactly(address);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {"a@example.org", "vaksin.id", "5.000/orang", "dan/atau", "habis.Lalu", "http:// kosong"})
    void what_only_looks_like_an_address_is_none(String text) {
        assertThat(WebAddresses.in(text, 5)).isEmpty();
    }

    @Test
    void every_address_of_a_text_is_found_wherever_it_stands() {
        String text = "WWW.EXAMPLE.ORG\nwarga dan/atau wwww https://example.org/a<https://example.org/b\tbit.ly/c";
        assertThat(WebAddresses.in(text, 9))
                .containsExactly("WWW.EXAMPLE.ORG", "https://example.org/a", "https://example.org/b", "bit.ly/c");
        assertThat(WebAddresses.removeFrom("bit.ly/a,https://example.org/b\nlalu www.example.org."))
                .isEqualTo(" \nlalu  ");
    }

    @Test
    void no_more_are_read_than_asked_for() {
        assertThat(WebAddresses.in("https://example.org/a ".repeat(10), 3)).hasSize(3);
    }

    @Test
    void removing_leaves_a_space() {
        assertThat(WebAddresses.removeFrom("a https://example.org/b c")).isEqualTo("a   c");
        assertThat(WebAddresses.removeFrom("tanpa")).isEqualTo("tanpa");
        assertThat(WebAddresses.removeFrom("a/b. c")).isEqualTo("a/b. c");
    }
}
