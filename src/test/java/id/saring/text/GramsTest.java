package id.saring.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which grams a word has. */
class GramsTest {
    @ParameterizedTest
    @CsvSource({"kata, _kat kata ata_", "kat, _kat kat_", "ka, _ka_", "k, _k_", "вода, _вод вода ода_"})
    void a_word_gives_its_grams(String word, String grams) {
        assertThat(String.join(" ", grams(word))).isEqualTo(grams);
    }

    @ParameterizedTest
    @CsvSource({"kata ka, _kat kata ata_ _ka_", "'', ''"})
    void words_give_the_grams_of_each(String words, String grams) {
        List<String> found = new ArrayList<>();
        Grams.ofWords(words, gram -> found.add(Grams.text(gram)));
        assertThat(String.join(" ", found)).isEqualTo(grams);
    }

    @ParameterizedTest
    @CsvSource({"_kat", "ata_", "_ka_", "_k_", "мос_"})
    void text_and_number_are_one(String gram) {
        assertThat(Grams.text(Grams.parse(gram))).isEqualTo(gram);
    }

    private static List<String> grams(String word) {
        List<String> found = new ArrayList<>();
        Grams.of(word, gram -> found.add(Grams.text(gram)));
        return found;
    }
}
