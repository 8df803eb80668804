package id.saring.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Down when Telegram has not agreed for three minutes to deliver to us, refuses our token, says that it delivers
 * elsewhere or that what waits cannot be delivered, or when what it delivers cannot be stored; silence is no trouble,
 * as people may have nothing to ask.
 */
final class WebhookHealth implements HealthIndicator {
    private static final Duration TOLERATED = Duration.ofMinutes(3);

    private final PollState state;
    private final WebhookWatch watch;
    private final Clock clock;

    WebhookHealth(PollState state, WebhookWatch watch, Clock clock) {
        this.state = state;
        this.watch = watch;
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
        watch.report().ifPresent(report -> tell(report, since, health));
        watch.refused().ifPresent(trouble -> health.down()
                .withDetail("reason", trouble.name())
                .withDetail("trouble", trouble.sentence()));
        return health.build();
    }

    private void tell(WebhookWatch.Report report, Instant since, Health.Builder health) {
        health.withDetail("webhookPending", report.pending());
        Instant failedAt = report.failedAt();
        if (failedAt != null) {
            health.withDetail("webhookFailed", failedAt.toString());
            health.withDetail("webhookFailure", String.valueOf(report.failure()));
        }
        // Registered meanwhile, it was told of the time before.
        boolean known = state.registeredAt().filter(at -> at.isBefore(report.at())).isPresent();
        if (known && !report.ours()) {
            health.down().withDetail("reason", "MOVED");
        } else if (known && watch.failing(since, state.lastSuccess().orElse(null))) {
            health.down().withDetail("reason", "UNDELIVERED");
        }
    }
}
