package id.saring.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.text.TextLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeywordsTest {
    private static final String MESSAGE = "Warga Bandung panik karena jembatan lama runtuh diterjang banjir semalam";
    private static final String CLAIM = "Jembatan lama di Bandung runtuh diterjang banjir";

    @Test
    void a_keyword_is_two_or_three_content_words_in_the_order_they_were_said() {
        for (int seed = 0; seed < 50; seed++) {
            List<String> words = words(seed);
            assertThat(words).hasSizeBetween(2, 3).doesNotContain("karena", "di").doesNotHaveDuplicates();
            List<Integer> places = words.stream().map(MESSAGE.toLowerCase()::indexOf).toList();
            assertThat(places).isSorted().doesNotContain(-1);
        }
    }

    @Test
    void most_of_its_words_are_in_the_claim() {
        List<String> all = new ArrayList<>();
        for (int seed = 0; seed < 50; seed++) {
            all.addAll(words(seed));
        }
        assertThat(all.stream().filter(word -> CLAIM.toLowerCase().contains(word)).count())
                .isBetween(all.size() * 8L / 10, all.size() - 1L);
    }

    @Test
    void of_a_message_of_one_word_none_can_be_made() {
        assertThat(Keywords.of("Banjir!", CLAIM, TextLanguage.INDONESIAN, new Random(1))).isEmpty();
    }

    private static List<String> words(int seed) {
        return List.of(Keywords.of(MESSAGE, CLAIM, TextLanguage.INDONESIAN, new Random(seed)).split(" "));
    }
}
