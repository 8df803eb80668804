package id.saring.whatsapp;

import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down while sending or storing does not work; silence is no trouble, as people may have nothing to ask. */
final class WhatsAppHealth implements HealthIndicator {
    private final WhatsAppState state;

    WhatsAppHealth(WhatsAppState state) {
        this.state = state;
    }

    @Override
    public Health health() {
        Optional<Trouble> trouble = state.trouble();
        Health.Builder health =
                trouble.filter(t -> t != Trouble.RATE_LIMITED).isPresent() ? Health.down() : Health.up();
        trouble.ifPresent(t -> health.withDetail("reason", t.name()).withDetail("trouble", t.sentence()));
        health.withDetail("webhook", state.seen() ? "registered" : "nothing seen of it since the start");
        state.lastVerified().ifPresent(at -> health.withDetail("webhookVerified", at.toString()));
        state.lastWebhook().ifPresent(at -> health.withDetail("lastWebhook", at.toString()));
        state.lastSent().ifPresent(at -> health.withDetail("lastSent", at.toString()));
        return health.build();
    }
}
