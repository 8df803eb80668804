package id.saring.text;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.text.Denials.Denial;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DenialsTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "HOAKS: telur palsu beredar di pasar",
        "[SALAH] Telur palsu beredar di pasar",
        "Cek fakta: tidak benar bahwa telur palsu beredar",
        "Tidak benar bahwa telur palsu beredar",
        "FALSE: the eggs are not plastic",
        "It's not true that the eggs are plastic"
    })
    void a_clear_denial_is_recognised(String text) {
        assertThat(Denials.in(text)).isEqualTo(Denial.CLEAR);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Pemerintah membantah, tapi faktanya vaksin penyebab autisme",
        "Kata kemenkes itu hoax, padahal vaksin penyebab autisme",
        "Tidak benar kalau vaksin aman, justru vaksin penyebab autisme",
        "Fakta: vaksin membuat mandul",
        "Fact check: he announced that he is closing it - TRUE",
        "The virus is fake. Towers are making people sick"
    })
    void a_denial_of_a_denial_is_never_taken_for_one(String text) {
        assertThat(Denials.in(text)).isEqualTo(Denial.PERHAPS);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Apa benar telur plastik beredar? Tidak benar, aman dimakan.",
        "Benarkah telur plastik beredar? HOAKS!",
        "HOAKS: benarkah telur plastik beredar?",
        "Is it true that the eggs are plastic? No, that is a hoax",
        "Mitos, telur plastik tidak ada",
        "Telur plastik beredar? Salah besar!",
        "It is a myth that eggs are made of plastic",
        "Nobody believes that the eggs are plastic"
    })
    void a_question_that_is_answered_and_other_words_of_disbelief_may_deny(String text) {
        assertThat(Denials.in(text)).isEqualTo(Denial.PERHAPS);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Telur plastik beredar di pasar, hati-hati!",
        "Apakah benar telur palsu itu hoaks?",
        "Telur palsu, hoaks atau fakta?",
        "Is it true that plastic eggs are fake?",
        "Pemerintah tidak mau mengaku ada telur plastik",
        ""
    })
    void a_claim_or_a_question_is_none(String text) {
        assertThat(Denials.in(text)).isEqualTo(Denial.NONE);
    }
}
