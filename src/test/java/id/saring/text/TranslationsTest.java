package id.saring.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words of one language in the other. */
class TranslationsTest {
    @ParameterizedTest
    @CsvSource({
        "water, air", "vaccine, vaksin", "vaccines, vaksin", "earthquake, gempa", "arrested, tangkap",
                "arresting, tangkap", "usa, amerika serikat", "hospitals, rumah sakit", "whorg, whorg"
    })
    void english_in_indonesian(String english, String indonesian) {
        assertThat(toIndonesian(english)).contains(indonesian);
    }

    @ParameterizedTest
    @CsvSource({"air, water", "vaksin, vaccine", "gempa, earthquake", "tangkap, arrested", "ditangkap, arrested",
            "kata, say", "sakit, sick"})
    void indonesian_in_english_is_the_first_of_the_list(String indonesian, String english) {
        assertThat(toEnglish(indonesian)).contains(english);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "qwerty", "2020", "the"})
    void unknown_words_have_none(String word) {
        assertThat(toIndonesian(word)).isEmpty();
        assertThat(toEnglish(word)).isEmpty();
    }

    private static Optional<String> toIndonesian(String word) {
        return Translations.toIndonesian(word, TextLanguage.ENGLISH.stem(word));
    }

    private static Optional<String> toEnglish(String word) {
        return Translations.toEnglish(word, TextLanguage.INDONESIAN.stem(word));
    }
}
