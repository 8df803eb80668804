package id.saring.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import id.saring.text.TextLanguage;
import id.saring.text.Token;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    private final IndexStatistics statistics = IndexStatistics.empty();
    private final Stems indonesian = new Stems(Optional.of(TextLanguage.INDONESIAN), statistics.terms());
    private final Stems english = new Stems(Optional.of(TextLanguage.ENGLISH), statistics.terms());

    @ParameterizedTest
    @CsvSource({
        "penabmangan, penambangan", "mebyusul, menyusul", "suamina, suaminya", "ropi, rompi", "kpaal, kapal",
        "sekrang, sekarang", "tidka, tidak"
    })
    void an_indonesian_word_is_corrected_before_its_root_is_sought(String typed, String meant) {
        claim("tambang menambangan penambangan");
        claim("susul menyusul");
        claim("suami suaminya");
        claim("rompi kapal sekarang tidak");

        assertThat(spelling(typed, indonesian)).first().extracting(Spelling.Correction::word).isEqualTo(meant);
    }

    @Test
    void what_else_may_have_been_meant_comes_after_the_likeliest() {
        claim("samudra hindia");
        claim("samudra pasai");
        claim("sandra dewi");

        // A neighbour on the keyboard in one claim; a letter forgotten in two.
        assertThat(spelling("samdra", indonesian)).extracting(Spelling.Correction::word)
                .containsExactly("samudra", "sandra");
        claim("sandra bullock");
        assertThat(spelling("samdra", indonesian)).extracting(Spelling.Correction::word)
                .containsExactly("sandra", "samudra");
    }

    @Test
    void an_unlikely_slip_needs_several_claims() {
        claim("banjir bandang");
        assertThat(spelling("bangir", indonesian)).isEmpty();
        for (int i = 0; i < 3; i++) {
            claim("banjir bandang");
        }
        assertThat(spelling("bangir", indonesian)).hasSize(1);
    }

    @Test
    void english_words_differ_in_their_first_letter_and_are_no_slips_of_each_other() {
        claim("cancer lapal");
        assertThat(spelling("cancre", english)).hasSize(1);
        assertThat(spelling("dancer", english)).isEmpty();
        assertThat(spelling("kapal", indonesian)).extracting(Spelling.Correction::word).containsExactly("lapal");
    }

    @Test
    void where_the_language_is_open_the_first_letter_is_right() {
        claim("gold");
        assertThat(spelling("bold", new Stems(Optional.empty(), statistics.terms()))).isEmpty();
        assertThat(spelling("glod", new Stems(Optional.empty(), statistics.terms()))).hasSize(1);
    }

    @Test
    void a_negation_and_a_word_without_content_must_be_likely() {
        for (int i = 0; i < 100; i++) {
            claim("tidak sudah sidak");
        }
        assertThat(spelling("tidka", indonesian)).first().extracting(Spelling.Correction::word).isEqualTo("tidak");
        assertThat(spelling("midak", indonesian)).extracting(Spelling.Correction::word).containsExactly("sidak");
        assertThat(spelling("mudah", indonesian)).isEmpty();
    }

    @Test
    void numbers_and_endless_words_are_no_slips() {
        claim("2024 " + "a".repeat(40));
        claim("p500");
        assertThat(spelling("2042", indonesian)).isEmpty();
        assertThat(spelling("p5000", indonesian)).isEmpty();
        assertThat(spelling("a".repeat(41), indonesian)).isEmpty();
        assertThat(List.of("p5000", "a".repeat(20_000))).noneMatch(corrected("p5000")::isUnknown);
    }

    @Test
    void only_unknown_words_are_corrected_and_no_names() {
        claim("samudra sandra barut dengan");
        claim("samudra");
        claim("samudra");
        CorrectedWords words = corrected("sandra samdra garut dnegan tersandra");

        assertThat(words.tokens()).extracting(Token::word)
                .containsExactly("sandra", "samudra", "garut", "dengan", "tersandra");
        assertThat(words.others("samudra")).extracting(Meanings.Meaning::stem).containsExactly("sandra");
        assertThat(words.others("sandra")).isEmpty();
    }

    @Test
    void a_message_of_made_up_words_is_corrected_no_further_than_it_is_worth() {
        claim("sandra");
        StringBuilder text = new StringBuilder();
        for (char letter = 'a'; letter <= 'z'; letter++) {
            text.append("qx").append(letter).append("vw ");
        }
        assertThat(corrected("sanrda " + text).tokens().getFirst().word()).isEqualTo("sandra");
        assertThat(corrected(text + "sanrda").tokens().getLast().word()).isEqualTo("sanrda");
    }

    @Test
    void fewer_words_of_a_long_message_are_read_as_slips_but_its_passage_is_read_like_a_message_of_its_own() {
        claim("sandra");
        String five = "qxavw qxbvw qxcvw qxdvw sanrda";
        assertThat(corrected(five).changes()).containsEntry("sanrda", "sandra");
        CorrectedWords whole = corrected(five + " sandra".repeat(76));
        assertThat(whole.changes()).isEmpty();
        assertThat(whole.isUnknown("sanrda")).isTrue();

        CorrectedWords passage = whole.part(tokens(five));
        assertThat(passage.changes()).containsExactly(entry("sanrda", "sandra"));
        assertThat(passage.isUnknown("qxavw")).isTrue();
    }

    private void claim(String words) {
        statistics.add(IndexedClaims.words(1, words));
    }

    private List<Spelling.Correction> spelling(String word, Stems stems) {
        return statistics.spelling().of(word, stems);
    }

    private CorrectedWords corrected(String text) {
        return CorrectedWords.of(tokens(text), indonesian.language(), statistics);
    }

    private static List<Token> tokens(String text) {
        return Arrays.stream(text.split(" ")).map(word -> new Token(word, false, 0)).toList();
    }
}
