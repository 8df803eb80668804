package id.saring.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private final Patience patience = new Patience(Duration.ofMillis(500), Duration.ofSeconds(30));

    @Test
    void waits_double_with_a_spread_and_start_again_after_success() {
        for (int round = 0; round < 2; round++) {
            assertThat(patience.next().toMillis()).isBetween(400L, 600L);
            assertThat(patience.next().toMillis()).isBetween(800L, 1200L);
            assertThat(patience.next().toMillis()).isBetween(1600L, 2400L);
            patience.reset();
        }
    }

    @Test
    void even_after_days_of_failure_no_wait_is_longer_than_the_longest() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(patience.next().toMillis()).isLessThanOrEqualTo(30_000L);
        }
        assertThat(patience.next()).isGreaterThan(Duration.ofSeconds(23));
    }

    @Test
    void what_the_platform_asks_for_is_kept_once_within_reason() {
        patience.askedFor(Duration.ofSeconds(40));
        assertThat(patience.next()).isEqualTo(Duration.ofSeconds(40));
        assertThat(patience.next()).isLessThan(Duration.ofSeconds(2));
        patience.askedFor(Duration.ofDays(1));
        assertThat(patience.next()).isEqualTo(Duration.ofMinutes(5));
    }
}
