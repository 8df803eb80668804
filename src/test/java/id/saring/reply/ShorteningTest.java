package id.saring.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShorteningTest {
    @ParameterizedTest
    @CsvSource({
        "vaksin, 6, vaksin",
        "vaksin, 5, vaks…",
        "vaksin, 1, …",
        "vaksin, 0, ''",
        "air panas membunuh virus, 15, air panas…",
        "air panas membunuh virus, 10, air panas…",
        "a😀😀😀, 5, a😀…",
        "a😀😀😀, 4, a😀…",
        "a😀😀😀, 3, a…",
        "👩‍👩‍👧x👩‍👩‍👧, 9, 👩‍👩‍👧…",
        "👩‍👩‍👧x👩‍👩‍👧, 8, …",
        "🇮🇩🇮🇩🇮🇩, 6, 🇮🇩…",
        "👍🏽👍🏽x, 4, …",
    })
    void text_is_cut_between_what_a_reader_sees_as_characters(String text, int limit, String expected) {
        assertThat(Shortening.shorten(text, limit)).isEqualTo(expected);
    }

    @Test
    void nothing_cut_is_longer_than_asked_for_at_any_limit() {
        String text = "Kabar 👨‍👩‍👧‍👦 dari e\u0301\u0301\u0301 grup 🇮🇩🇮🇩 keluarga ✊🏿".repeat(3);
        for (int limit = 0; limit <= text.length(); limit++) {
            String cut = Shortening.shorten(text, limit);
            assertThat(cut.length()).isLessThanOrEqualTo(limit);
            assertThat(cut.codePoints()).noneMatch(c -> Character.getType(c) == Character.SURROGATE);
            assertThat(cut).doesNotContain("\u200D…");
        }
    }
}
