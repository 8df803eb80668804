package id.saring.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Down when Telegram has not agreed for three minutes to deliver to us, or what it delivers cannot be stored; silence
 * is no trouble, as people may have nothing to ask.
 */
final class WebhookHealth implements HealthIndicator {
    private static final Duration TOLERATED = Duration.ofMinutes(3);

    private final PollState state;
    private final Clock clock;

    WebhookHealth(PollState state, Clock clock) {
        this.state = state;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Instant since = state.startedAt().orElse(Instant.EPOCH);
        boolean late = state.registeredAt().isEmpty()
                && Duration.between(since, clock.instant()).compareTo(TOLERATED) > 0;
        Health.Builder health = state.health(late);
        health.withDetail("webhook", state.registeredAt().isPresent() ? "registered" : "not registered");
        state.registeredAt().ifPresent(at -> health.withDetail("webhookRegistered", at.toString()));
        state.lastSuccess().ifPresent(at -> health.withDetail("lastWebhook", at.toString()));
        return health.build();
    }
}
