package id.saring.match;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.text.Token;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The numbering of a text's words. */
class DistinctWordsTest {
    @Test
    void words_are_numbered_in_the_order_in_which_they_first_stand() {
        DistinctWords words = of("air", "panas", "air", "kelapa", "panas");

        assertThat(words.words()).containsExactly("air", "panas", "kelapa");
        assertThat(words.numbers()).containsExactly(0, 1, 0, 2, 1);
    }

    @Test
    void words_of_the_same_hash_code_are_told_apart() {
        assertThat("ban".hashCode()).isEqualTo("bc0".hashCode());

        assertThat(of("ban", "bc0", "ban", "bc0").numbers()).containsExactly(0, 1, 0, 1);
    }

    @Test
    void of_no_words_there_are_none() {
        assertThat(of().words()).isEmpty();
    }

    @Test
    void however_many_words_there_are_each_keeps_its_number() {
        Random random = new Random(3);
        for (int size : new int[] {1, 2, 3, 4, 255, 256, 257, 3_500}) {
            String[] text =
                    IntStream.range(0, size).mapToObj(i -> "k" + random.nextInt(size)).toArray(String[]::new);
            DistinctWords words = of(text);

            assertThat(words.words()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(
                    Arrays.stream(text).distinct().toList());
            assertThat(Arrays.stream(words.numbers()).mapToObj(words.words()::get)).containsExactly(text);
        }
    }

    private static DistinctWords of(String... words) {
        return DistinctWords.of(Arrays.stream(words).map(word -> new Token(word, false, 0)).toList());
    }
}
