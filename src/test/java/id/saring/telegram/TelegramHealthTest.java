package id.saring.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.queue.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class TelegramHealthTest {
    private final SettableClock clock = new SettableClock();
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
                .containsEntry("lastSuccessfulPoll", clock.instant().minus(Duration.ofSeconds(181)).toString());
        state.succeeded();
        assertThat(status()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails()).doesNotContainKey("trouble");
    }

    @Test
    void it_is_up_where_another_replica_polls() {
        pass(Duration.ofHours(1));
        assertThat(status()).isEqualTo(Status.UP);
        state.started();
        state.stopped();
        pass(Duration.ofHours(1));
        assertThat(status()).isEqualTo(Status.UP);
    }

    private Status status() {
        return health.health().getStatus();
    }

    private void pass(Duration time) {
        clock.advance(time);
    }
}
