package id.saring.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class TelegramHealthTest {
    private Instant now = Instant.parse("2026-05-01T00:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };
    private final PollState state = new PollState(clock, new SimpleMeterRegistry());
    private final TelegramHealth health = new TelegramHealth(state, clock);

    @Test
    void it_is_down_three_minutes_after_the_start_without_a_poll() {
        state.started();
        pass(Duration.ofMinutes(3));
        assertThat(status()).isEqualTo(Status.UP);
        pass(Duration.ofSeconds(1));
        assertThat(status()).isEqualTo(Status.DOWN);
    }

    @Test
    void it_is_down_three_minutes_after_the_last_good_poll_and_up_with_the_next() {
        state.started();
        pass(Duration.ofHours(1));
        state.succeeded();
        pass(Duration.ofMinutes(3));
        assertThat(status()).isEqualTo(Status.UP);
        state.failed(Trouble.CONFLICT);
        pass(Duration.ofSeconds(1));
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails())
                .containsEntry("trouble", Trouble.CONFLICT.sentence())
                .containsEntry("lastSuccessfulPoll", "2026-05-01T01:00:00Z");
        state.succeeded();
        assertThat(status()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails()).doesNotContainKey("trouble");
    }

    private Status status() {
        return health.health().getStatus();
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
