package id.saring.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which language a text is taken for. */
class LanguageGuessTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Vaksin ini tidak aman untuk anak                 | INDONESIAN",
        "gmn nih bosku, vaksin blm aman                   | INDONESIAN",
        "yg bkn hoax                                      | INDONESIAN",
        "BPOM menarik obat yang mengandung babi           | INDONESIAN",
        "Breaking news: presiden sudah divaksin dan sehat | INDONESIAN",
        "The vaccine is not safe for children             | ENGLISH",
        "Doctors say they found this in the water         | ENGLISH",
        "hoax about the WHO                               | ENGLISH",
        "Masks don't work                                 | ENGLISH",
        "no vaccine                                       | ENGLISH",
        "bukan vaksin                                     | INDONESIAN"
    })
    void function_words_and_slang_tell(String text, TextLanguage language) {
        assertThat(LanguageGuess.of(text)).contains(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "🙏", "2020", "vaksin", "vaccine", "Jokowi Biden", "москва"})
    void without_function_words_it_is_open(String text) {
        assertThat(LanguageGuess.of(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"id, INDONESIAN", "en, ENGLISH", "EN-us, ENGLISH", "ms, INDONESIAN"})
    void codes_name_a_language(String code, TextLanguage language) {
        assertThat(TextLanguage.of(code)).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({"INDONESIAN, id, adalah, the", "ENGLISH, en, the, adalah"})
    void each_language_has_its_own_stop_words(TextLanguage language, String code, String own, String other) {
        assertThat(language.code()).isEqualTo(code);
        assertThat(language.isStopWord(own)).isTrue();
        assertThat(language.isStopWord(other)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "INDONESIAN, menyebarkan, sebar",
        "INDONESIAN, tidak, tidak",
        "INDONESIAN, 2020, 2020",
        "ENGLISH, arrested, arrest",
        "ENGLISH, without, without",
        "ENGLISH, un, un"
    })
    void stems_leave_numbers_negations_and_short_words(TextLanguage language, String word, String stem) {
        assertThat(language.stem(word)).isEqualTo(stem);
    }
}
