package id.saring.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words negate, and in which language. */
class NegationsTest {
    @ParameterizedTest
    @CsvSource({
        "tidak, INDONESIAN", "bukan, INDONESIAN", "belum, INDONESIAN", "jangan, INDONESIAN", "tanpa, INDONESIAN",
        "tak, INDONESIAN", "dibantah, INDONESIAN", "not, ENGLISH", "no, ENGLISH", "cannot, ENGLISH", "dont, ENGLISH",
        "without, ENGLISH", "denied, ENGLISH"
    })
    void a_negation_belongs_to_one_language(String word, TextLanguage language) {
        assertThat(Negations.isNegation(word)).isTrue();
        for (TextLanguage other : TextLanguage.values()) {
            assertThat(Negations.isNegation(word, other)).isEqualTo(other == language);
            assertThat(other.isStopWord(word)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"iya", "ada", "yes", "know", "note", "pernah"})
    void other_words_do_not_negate(String word) {
        assertThat(Negations.isNegation(word)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gak", "nggak", "ga", "tdk", "bkn", "blm", "jgn", "kagak", "ndak", "tnpa", "gausah",
            "don't", "can’t"})
    void negations_in_slang_and_with_apostrophe_negate(String text) {
        assertThat(Tokenizer.tokens(text)).anyMatch(token -> Negations.isNegation(token.word()));
    }
}
