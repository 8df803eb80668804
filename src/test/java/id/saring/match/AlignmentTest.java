package id.saring.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlignmentTest {
    private final IndexStatistics statistics = IndexStatistics.empty();

    @Test
    void the_share_is_of_words_that_the_message_has_only_in_a_like_form() {
        ClaimWords claim = IndexedClaims.words(1, "madu kutub gletser 2020 puncak saljuabadi");
        statistics.add(claim);
        assertThat(aligned("madu kutub gletser 2020 puncak saljuabadi", claim)).isZero();
        assertThat(aligned("madu kutub pulau 2021 puncak karang", claim)).isZero();
        // Six words as rare as each other; a number is never like another.
        assertThat(aligned("madu kutub gletsyerr 2021 puncak saljuabadiah", claim)).isCloseTo(2 / 6.0, within(1e-9));
    }

    @Test
    void english_words_are_not_aligned() {
        ClaimWords claim = IndexedClaims.words(1, "honey melts glaciers");
        statistics.add(claim);
        assertThat(aligned("they say that the honey melts all of the glaciersian", claim)).isZero();
    }

    private double aligned(String text, ClaimWords claim) {
        MessageWords message = MessageWords.of(text, statistics);
        return new Comparison(message, statistics, MatchModel.shipped().words().over())
                .measure(List.of(claim), 1)
                .getFirst()
                .get(Feature.ALIGNED);
    }

    @ParameterizedTest
    @CsvSource({
        "vaksinasi, vaksin, true",
        "jokowi, jokwi, true",
        "vaksin, faksin, false",
        "kepolisian, kepala, false",
        "internasional, inter, false",
    })
    void words_are_alike_that_begin_alike_and_differ_little(String word, String other, boolean alike) {
        assertThat(Alignment.areAlike(word, other)).isEqualTo(alike);
        assertThat(Alignment.areAlike(other, word)).isEqualTo(alike);
    }

    @Test
    void no_word_that_is_alike_is_passed_over() {
        SplittableRandom random = new SplittableRandom(7);
        int alike = 0;
        for (int i = 0; i < 200_000; i++) {
            String word = word(random, 2 + random.nextInt(12));
            String other = changed(word, random);
            if (Alignment.areAlike(word, other)) {
                alike++;
                assertThat(Alignment.mayBeAlike(word, Alignment.letters(word), other, Alignment.letters(other)))
                        .as("%s and %s", word, other)
                        .isTrue();
            }
        }
        assertThat(alike).isGreaterThan(20_000);
    }

    private static String word(SplittableRandom random, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(6)));
        }
        return word.toString();
    }

    /** With up to four letters put in, left out, put for others or swapped. */
    private static String changed(String word, SplittableRandom random) {
        StringBuilder changed = new StringBuilder(word);
        for (int i = random.nextInt(5); i > 0; i--) {
            int at = random.nextInt(changed.length());
            switch (random.nextInt(4)) {
                case 0 -> changed.insert(at, (char) ('a' + random.nextInt(26)));
                case 1 -> changed.setCharAt(at, (char) ('a' + random.nextInt(26)));
                case 2 -> changed.append(changed.charAt(at)).deleteCharAt(at);
                default -> {
                    if (changed.length() > 1) {
                        changed.deleteCharAt(at);
                    }
                }
            }
        }
        return changed.toString();
    }
}
