package id.saring.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.core.Language;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommonWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '#', value = {
        "Bawang putih bisa menyembuhkan flu         # ID",
        "TOLONG SEBARKAN KE SEMUA ORANG             # ID",
        "Apakah benar ini? Please check             # ID",
        "kalo minum air dingin abis makan bahaya gak # ID",
        "Is it true that garlic cures the flu?      # EN",
        "The President's plane was shot down        # EN",
        "vaksin                                     # ",
        "COVID-19 Wuhan                             # ",
        "12345 !!!                                  # ",
        "                                           # ",
    })
    void the_little_words_tell_the_language(String text, Language language) {
        assertThat(CommonWords.languageOf(text == null ? "" : text)).isEqualTo(Optional.ofNullable(language));
    }
}
