package id.saring.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyboardTest {
    @ParameterizedTest
    @CsvSource({"q, w", "o, p", "a, q", "a, w", "a, s", "a, z", "n, b", "n, m", "n, h", "n, j", "l, o", "m, k"})
    void keys_that_touch_are_adjacent_from_both_sides(char one, char other) {
        assertThat(Keyboard.adjacent(one, other)).isTrue();
        assertThat(Keyboard.adjacent(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"q, p", "a, d", "a, x", "q, z", "p, a", "l, z", "n, n", "a, 1", "a, é"})
    void others_are_not(char one, char other) {
        assertThat(Keyboard.adjacent(one, other)).isFalse();
        assertThat(Keyboard.adjacent(other, one)).isFalse();
    }
}
