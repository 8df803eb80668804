package id.saring.whatsapp;

import id.saring.chat.TroubleLog;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the channel does: what came last, what is wrong now, and how much could not be read or was forged. */
final class WhatsAppState {
    private final Clock clock;
    private final TroubleLog<Trouble> receiving;
    private final TroubleLog<Trouble> sending;
    private final Counter unreadable;
    private final Counter forged;
    private volatile @Nullable Instant lastVerified;
    private volatile @Nullable Instant lastWebhook;
    private volatile @Nullable Instant lastSent;

    WhatsAppState(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        this.receiving = new TroubleLog<>("Receiving from WhatsApp", Trouble::sentence, clock);
        this.sending = new TroubleLog<>("Sending to WhatsApp", Trouble::sentence, clock);
        this.unreadable = Counter.builder("saring.whatsapp.webhook.unreadable")
                .description("Parts of WhatsApp's webhooks that could not be read and were skipped")
                .register(meters);
        this.forged = Counter.builder("saring.whatsapp.webhook.forged")
                .description("Webhooks without WhatsApp's signature, which were refused")
                .register(meters);
    }

    TroubleLog<Trouble> sending() {
        return sending;
    }

    void received() {
        lastWebhook = clock.instant();
        receiving.over();
    }

    /** Meta has asked whether the address is ours, and heard that it is. */
    void verified() {
        lastVerified = clock.instant();
    }

    void notStored() {
        receiving.tell(Trouble.STORE);
    }

    void sent() {
        lastSent = clock.instant();
    }

    void skippedUnreadable(int count) {
        unreadable.increment(count);
    }

    void refusedForged() {
        forged.increment();
    }

    double unreadable() {
        return unreadable.count();
    }

    double forged() {
        return forged.count();
    }

    Optional<Instant> lastVerified() {
        return Optional.ofNullable(lastVerified);
    }

    /** Whether Meta has been here since this process began. Only its app dashboard knows more. */
    boolean seen() {
        return lastVerified != null || lastWebhook != null;
    }

    Optional<Instant> lastWebhook() {
        return Optional.ofNullable(lastWebhook);
    }

    Optional<Instant> lastSent() {
        return Optional.ofNullable(lastSent);
    }

    Optional<Trouble> trouble() {
        return sending.current().or(receiving::current);
    }
}
