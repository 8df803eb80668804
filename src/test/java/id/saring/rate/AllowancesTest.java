package id.saring.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowancesTest {
    private static final Rate RATE = Rate.of("20 per 1m burst 5");
    private static final Duration STEP = Duration.ofSeconds(3);

    private final SettableTicker ticker = new SettableTicker();
    private final Allowances<String> allowances = new Allowances<>(1000, ticker);

    @Test
    void a_burst_is_possible_at_once_and_then_one_a_step() {
        assertThat(used("a", 10)).isEqualTo(5);
        assertThat(allowances.use("a", RATE)).isEqualTo(STEP);
        ticker.advance(STEP.minusMillis(1));
        assertThat(allowances.use("a", RATE)).isEqualTo(Duration.ofMillis(1));
        ticker.advance(Duration.ofMillis(1));
        assertThat(used("a", 10)).isEqualTo(1);
    }

    @Test
    void in_the_long_run_it_is_the_count_of_each_period() {
        int used = 0;
        for (int second = 0; second < 600; second++) {
            used += used("a", 3);
            ticker.advance(Duration.ofSeconds(1));
        }
        assertThat(used).isBetween(200, 205);
    }

    @Test
    void each_key_has_its_own() {
        assertThat(used("a", 10)).isEqualTo(5);
        assertThat(used("b", 10)).isEqualTo(5);
    }

    @Test
    void as_many_as_possible_are_used_and_what_was_used_for_nothing_is_given_back() {
        assertThat(allowances.use("a", RATE, 3)).isEqualTo(3);
        assertThat(allowances.use("a", RATE, 3)).isEqualTo(2);
        assertThat(allowances.wait("a", RATE)).isEqualTo(STEP);
        allowances.giveBack("a", RATE, 1);
        assertThat(allowances.wait("a", RATE)).isZero();
        allowances.giveBack("a", RATE, 100);
        assertThat(used("a", 10)).as("no more than a burst").isEqualTo(5);
    }

    @Test
    void a_pause_lets_nothing_happen_and_no_burst_after_it() {
        Duration pause = Duration.ofSeconds(100);
        allowances.pause("a", RATE, pause);
        allowances.pause("a", RATE, Duration.ofMillis(1));
        assertThat(allowances.use("a", RATE)).isEqualTo(pause);
        assertThat(allowances.use("a", RATE, 3)).isZero();
        assertThat(allowances.wait("a", RATE)).isEqualTo(pause);
        ticker.advance(pause);
        assertThat(used("a", 10)).isEqualTo(1);
        assertThat(allowances.use("a", RATE)).isEqualTo(STEP);
        ticker.advance(STEP);
        assertThat(used("a", 10)).isEqualTo(1);
    }

    @Test
    void a_rate_that_is_shared_by_more_is_smaller_at_once() {
        assertThat(used("a", 2)).isEqualTo(2);
        Rate half = RATE.shared(2);
        assertThat(allowances.use("a", half, 10)).isEqualTo(2);
        assertThat(allowances.use("a", half)).isEqualTo(STEP.multipliedBy(2));
        assertThat(allowances.use("a", RATE)).isEqualTo(STEP);
    }

    @Test
    void more_than_can_be_kept_are_forgotten_instead_of_filling_the_memory() {
        Allowances<Integer> few = new Allowances<>(10, ticker);
        IntStream.range(0, 10_000).forEach(key -> few.use(key, RATE));
        long exhausted = IntStream.range(0, 10_000)
                .filter(key -> few.use(key, RATE, 5) < 5)
                .count();
        assertThat(exhausted).isLessThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20", "0 per 1m", "20 per 0s", "20 per 1m burst 0", "20 per day", "-1 per 1s"})
    void what_is_no_rate_is_refused(String text) {
        assertThatThrownBy(() -> Rate.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_rate_is_read_as_it_is_written() {
        assertThat(Rate.of("1 per 6s burst 45")).isEqualTo(new Rate(1, Duration.ofSeconds(6), 45));
        assertThat(Rate.of("30 per s")).isEqualTo(new Rate(30, Duration.ofSeconds(1), 30));
        assertThat(Rate.of(RATE.toString())).isEqualTo(RATE);
        assertThat(Rate.perSecond(80)).isEqualTo(Rate.of("80 per 1s burst 8"));
    }

    private int used(String key, int tries) {
        return (int) IntStream.range(0, tries)
                .filter(i -> allowances.use(key, RATE).isZero())
                .count();
    }
}
