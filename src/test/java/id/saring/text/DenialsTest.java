package id.saring.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DenialsTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "HOAKS: telur palsu beredar di pasar",
        "[SALAH] Telur palsu beredar di pasar",
        "Cek fakta: tidak benar bahwa telur palsu beredar",
        "Polisi membantah kabar telur palsu",
        "Kabar telur palsu itu adalah bohong",
        "FALSE: the eggs are not plastic",
        "Fact check: no, the eggs are real",
        "It's not true that the eggs are plastic",
        "Officials denied that plastic eggs are sold"
    })
    void a_denial_is_recognised(String text) {
        assertThat(Denials.isDenial(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Telur palsu beredar di pasar, hati-hati!",
        "Apakah benar telur palsu itu hoaks?",
        "Telur palsu, hoaks atau fakta?",
        "Is it true that plastic eggs are fake?",
        "Pemerintah tidak mau mengaku ada telur plastik",
        ""
    })
    void a_claim_or_a_question_is_none(String text) {
        assertThat(Denials.isDenial(text)).isFalse();
    }
}
