package id.saring.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the word lists to what the rules need of them, so that a careless line shows here and not in an answer. */
class WordListTest {
    private static final Map<String, String> SLANG = WordList.readPairs("slang_id.txt");
    private static final Map<String, String> TRANSLATIONS = WordList.readPairs("translations_en_id.txt");

    @ParameterizedTest
    @CsvSource({"slang_id.txt, 1200", "translations_en_id.txt, 900"})
    void pairs_stand_once_and_in_one_spelling(String list, int atLeast) {
        Map<String, String> pairs = WordList.readPairs(list); // a form that stands twice is refused by the reader
        assertThat(pairs).hasSizeGreaterThan(atLeast);
        assertThat(pairs.keySet()).allMatch(form -> form.matches("[a-z0-9]+"));
        assertThat(pairs.values()).allMatch(meaning -> meaning.matches("[a-z0-9]+( [a-z0-9]+)*"));
    }

    @ParameterizedTest
    @CsvSource({"phrases_id.txt, 400", "phrases_en.txt, 150"})
    void phrases_stand_once_and_in_one_spelling(String list, int atLeast) {
        Map<String, String> pairs = WordList.readPhrases(list);
        assertThat(pairs).hasSizeGreaterThan(atLeast);
        assertThat(pairs.keySet()).allMatch(form -> form.matches("[a-z0-9]+( [a-z0-9]+)*"));
        assertThat(pairs.values()).allMatch(meaning -> meaning.matches("[a-z0-9]+( [a-z0-9]+)*"));
    }

    @Test
    void no_slang_form_means_itself() {
        assertThat(SLANG).allSatisfy((form, meaning) -> assertThat(meaning).isNotEqualTo(form));
    }

    @Test
    void no_meaning_of_slang_is_slang() {
        assertThat(SLANG.values()).allSatisfy(meaning ->
                assertThat(meaning.split(" ")).doesNotContainAnyElementsOf(SLANG.keySet()));
    }

    @Test
    void slang_is_no_word_of_its_own() {
        Set<String> clashes = new TreeSet<>();
        for (String form : SLANG.keySet()) {
            if (TextLanguage.ENGLISH.isStopWord(form)
                    || TRANSLATIONS.containsKey(form)
                    || TRANSLATIONS.containsValue(form)
                    || Negations.isNegation(form) && !form.equals("enggak")) {
                clashes.add(form);
            }
        }
        assertThat(clashes).isEmpty();
    }

    @Test
    void slang_that_is_a_stop_word_stays_one() {
        assertThat(SLANG).allSatisfy((form, meaning) -> {
            if (TextLanguage.INDONESIAN.isStopWord(form)) {
                assertThat(meaning.split(" ")).as(form).allMatch(TextLanguage.INDONESIAN::isStopWord);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void every_phrase_is_reached_and_stays(TextLanguage language) {
        Map<String, String> lost = new TreeMap<>();
        WordList.readPhrases("phrases_" + language.code() + ".txt").forEach((form, meaning) -> {
            if (!spell(form, language).equals(meaning)) {
                lost.put(form, spell(form, language));
            }
            if (!spell(meaning, language).equals(meaning)) {
                lost.put(meaning, spell(meaning, language));
            }
        });
        assertThat(lost).isEmpty();
    }

    @Test
    void every_slang_form_comes_out_as_its_meaning_does() {
        Map<String, String> lost = new TreeMap<>();
        SLANG.forEach((form, meaning) -> {
            String spelt = spell(form, TextLanguage.INDONESIAN);
            if (!spelt.equals(spell(meaning, TextLanguage.INDONESIAN))
                    || !spell(spelt, TextLanguage.INDONESIAN).equals(spelt)) {
                lost.put(form, spelt);
            }
        });
        assertThat(lost).isEmpty();
    }

    @Test
    void translations_stand_as_words_do_after_spelling_out() {
        List<String> odd = new ArrayList<>();
        TRANSLATIONS.forEach((english, indonesian) -> {
            if (!spell(english, TextLanguage.ENGLISH).equals(english) || TextLanguage.ENGLISH.isStopWord(english)) {
                odd.add(english);
            }
            if (!spell(indonesian, TextLanguage.INDONESIAN).equals(indonesian)
                    || Arrays.stream(indonesian.split(" ")).allMatch(TextLanguage.INDONESIAN::isStopWord)) {
                odd.add(indonesian);
            }
        });
        assertThat(odd).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void negations_are_no_stop_words(TextLanguage language) {
        assertThat(WordList.read("stop_words_" + language.code() + ".txt"))
                .hasSizeGreaterThan(160)
                .allMatch(word -> word.matches("[a-z]+"))
                .noneMatch(Negations::isNegation);
    }

    private static String spell(String text, TextLanguage language) {
        List<Token> tokens = Tokenizer.spellOut(Tokenizer.cut(text), language);
        return String.join(" ", tokens.stream().map(Token::word).toList());
    }
}
