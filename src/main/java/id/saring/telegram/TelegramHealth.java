package id.saring.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Down when this replica polls and no poll has succeeded for three minutes; the library's {@code isRunning} stays true
 * whatever happens.
 */
final class TelegramHealth implements HealthIndicator {
    private static final Duration TOLERATED = Duration.ofMinutes(3);

    private final PollState state;
    private final Clock clock;

    TelegramHealth(PollState state, Clock clock) {
        this.state = state;
        this.clock = clock;
    }

    @Override
    public Health health() {
        if (state.startedAt().isEmpty()) {
            return state.health(false).withDetail("polling", "not by this replica").build();
        }
        Instant since = state.lastSuccess().or(state::startedAt).orElse(Instant.EPOCH);
        boolean late = Duration.between(since, clock.instant()).compareTo(TOLERATED) > 0;
        Health.Builder health = state.health(late);
        state.lastSuccess().ifPresent(at -> health.withDetail("lastSuccessfulPoll", at.toString()));
        return health.build();
    }
}
