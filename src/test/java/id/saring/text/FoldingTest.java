package id.saring.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How letters are brought to one; under a Turkish locale, where I and i are no pair unless the code says so. */
class FoldingTest {
    private static Locale before = Locale.getDefault();

    @BeforeAll
    static void goToTurkey() {
        before = Locale.getDefault();
        Locale.setDefault(Locale.of("tr", "TR"));
    }

    @AfterAll
    static void comeHome() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource({
        "𝐁𝐨𝐥𝐝, Bold",
        "𝓢𝓬𝓻𝓲𝓹𝓽, Script",
        "𝕯𝖔𝖚𝖇𝖑𝖊, Double",
        "Ｆｕｌｌ１２３, Full123",
        "Ⓒⓘⓡⓒⓛⓔ, Circle",
        "🄰🄱, AB",
        "🅐🅑, AB",
        "🅰🅱, AB",
        "ᴠᴀᴋꜱɪɴ, VAKSIN",
        "ǫᴜʀ, QUR",
        "ﬁnal, final",
        "½, 1⁄2",
        "x², x2"
    })
    void fancy_letters(String text, String folded) {
        assertThat(Folding.fold(text)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({"résumé, resume", "Erdoğan, Erdogan", "Zürich, Zurich", "ñandu, nandu", "smørrebrød, smorrebrod",
            "Łódź, Lodz", "straße, strasse", "İstanbul, Istanbul", "ışık, isik", "v̷a̶k̵s̷i̶n̵, vaksin"})
    void diacritics(String text, String folded) {
        assertThat(Folding.fold(text)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({"vаksin, vaksin", "СОVID, COVID", "hоaх, hoax", "Κorona, Korona"})
    void look_alikes_among_latin_letters(String text, String folded) {
        assertThat(Folding.fold(text)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({"москва, москва", "αβγ, αβγ", "中国, 中国"})
    void words_of_another_alphabet_stay(String text, String folded) {
        assertThat(Folding.fold(text)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({"'va\u200Bksin', vaksin", "'va\u200Dksin', vaksin", "'va\u00ADksin', vaksin", "'\uFEFFvaksin', vaksin",
            "'va\u2060ksin', vaksin", "'\u202Evaksin', vaksin"})
    void invisible_characters(String text, String folded) {
        assertThat(Folding.fold(text)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({"awas🔥api, awas api", "❤️, ''", "👍🏽, ''", "5️⃣, 5", "🇮🇩, ''", "👩‍⚕️, ''", "✅cek, cek"})
    void emoji_are_spaces(String text, String folded) {
        assertThat(Folding.fold(text).strip().replaceAll(" +", " ")).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({"Qur’an, Qur'an", "Qur‘an, Qur'an", "Qurʼan, Qur'an", "Qur`an, Qur'an", "Qur´an, Qur'an",
            "Qur＇an, Qur'an", "Qur′an, Qur'an"})
    void apostrophes(String text, String folded) {
        assertThat(Folding.fold(text).replace('\'', '^')).isEqualTo(folded.replace('\'', '^'));
    }

    @ParameterizedTest
    @CsvSource({"قُرْآن, قران", "صَلَاة, صلاة"})
    void arabic_vowel_signs(String text, String folded) {
        assertThat(Folding.fold(text)).isEqualTo(folded);
    }

    @Test
    void plain_text_is_not_even_copied() {
        String plain = "Plain text, 100% plain\n";
        assertThat(Folding.fold(plain)).isSameAs(plain);
    }

    @Test
    void lower_case_is_not_turkish() {
        assertThat(Tokenizer.tokens("INFO PENTING DI INDONESIA INI ADALAH HOAKS"))
                .extracting(Token::word)
                .containsExactly("info", "penting", "di", "indonesia", "ini", "adalah", "hoaks");
        assertThat(WebAddresses.canonical("HTTPS://WWW.INFO.ID/A")).isEqualTo("info.id/A");
        assertThat(TextLanguage.of("ID")).isEqualTo(TextLanguage.INDONESIAN);
        assertThat(Dates.in("12 JUNI 2020", 1)).hasSize(1);
    }
}
