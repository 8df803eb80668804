package id.saring.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.core.Language;
import id.saring.core.Verdict;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictWordsTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            SALAH, FALSE
            [SALAH], FALSE
            hoaks, FALSE
            Hoax, FALSE
            Keliru, FALSE
            tidak benar, FALSE
            Tidak-Benar, FALSE
            palsu, FALSE
            PENIPUAN, FALSE
            Disinformasi, FALSE
            False, FALSE
            Pants on Fire!, FALSE
            pants-fire, FALSE
            menyesatkan, MISLEADING
            Misleading, MISLEADING
            misleading content, MISLEADING
            false context, MISLEADING
            Konteks yang salah, MISLEADING
            false connection, MISLEADING
            Koneksi (keterkaitan) yang salah, MISLEADING
            sebagian benar, PARTLY_TRUE
            Mixture, PARTLY_TRUE
            half-true, PARTLY_TRUE
            Benar, TRUE
            FAKTA, TRUE
            true, TRUE
            Satire, SATIRE
            Parodi, SATIRE
            Satire / Parodi, SATIRE
            belum terbukti, UNVERIFIED
            Unproven, UNVERIFIED
            tak bisa diverifikasi, UNVERIFIED
            disputed, UNVERIFIED
            [KLARIFIKASI], CLARIFICATION
            clarification, CLARIFICATION""")
    void known_words_have_a_verdict(String word, Verdict verdict) {
        assertThat(VerdictWords.verdict(word)).contains(verdict);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "FITNAH", "BERITA", "EDUKASI", "BENAR/KLARIFIKASI", "DISINFORMASI+HASUT", "Klarifikasi Hoaks", "mostly true",
        "barely-true", "tidak salah", "not false", "Benar?", "50% benar", "true 2", "hampir benar", "1", "2", "★", " "
    })
    void other_words_are_never_guessed(String word) {
        assertThat(VerdictWords.verdict(word)).isEmpty();
    }

    @Test
    void a_turkish_machine_reads_the_same_words() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("tr", "TR"));
            assertThat(VerdictWords.verdict("DISINFORMASI")).contains(Verdict.FALSE);
            assertThat(VerdictWords.verdict("KLARIFIKASI")).contains(Verdict.CLARIFICATION);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_label_is_read_back_as_its_verdict(Verdict verdict) {
        for (Language language : Language.values()) {
            assertThat(VerdictWords.verdict(VerdictLabels.of(verdict, language))).contains(verdict);
        }
    }
}
