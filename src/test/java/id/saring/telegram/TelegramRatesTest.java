package id.saring.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The stand-in refuses what comes faster than Telegram lets it. */
class TelegramRatesTest {
    private long now = 5_000_000_000L;
    private final TelegramRates rates = new TelegramRates(() -> now);

    @Test
    void one_person_is_sent_a_short_burst_and_then_one_message_a_second() {
        for (int i = 0; i < 10; i++) {
            assertThat(rates.use(1)).isZero();
        }
        assertThat(rates.use(1)).isEqualTo(1);
        assertThat(rates.use(2)).isZero();
        later(1);
        assertThat(rates.use(1)).isZero();
        assertThat(rates.use(1)).isEqualTo(1);
        later(20);
        assertThat(rates.use(1)).isZero();
        assertThat(rates.refused()).isEqualTo(2);
    }

    @Test
    void all_together_are_sent_thirty_in_a_second() {
        for (int i = 0; i < 30; i++) {
            assertThat(rates.use(i)).isZero();
        }
        assertThat(rates.use(99)).isEqualTo(1);
        later(1);
        assertThat(rates.use(99)).isZero();
    }

    @Test
    void a_group_is_sent_twenty_in_any_minute() {
        for (int i = 0; i < 20; i++) {
            assertThat(rates.use(-1)).isZero();
            later(2);
        }
        assertThat(rates.use(-1)).isEqualTo(20);
        assertThat(rates.use(-2)).isZero();
        later(20);
        assertThat(rates.use(-1)).isZero();
        assertThat(rates.use(-1)).isEqualTo(2);
    }

    private void later(int seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
    }
}
