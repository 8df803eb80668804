package id.saring.telegram;

import id.saring.chat.TroubleLog;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;

/** How receiving goes: when it last went well, what is wrong now, and how many updates could not be read. */
final class PollState {
    private final Clock clock;
    private final TroubleLog<Trouble> troubles;
    private final TroubleLog<Trouble> sending;
    private final Counter unreadable;
    private volatile @Nullable Instant startedAt;
    private volatile @Nullable Instant lastSuccess;
    private volatile @Nullable Instant registeredAt;

    PollState(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        this.troubles = new TroubleLog<>("Receiving from Telegram", Trouble::sentence, clock);
        this.sending = new TroubleLog<>("Sending to Telegram", Trouble::sentence, clock);
        this.unreadable = Counter.builder("saring.telegram.updates.unreadable")
                .description("Updates from Telegram that could not be read and were skipped")
                .register(meters);
    }

    void started() {
        startedAt = clock.instant();
        lastSuccess = null; // one before a pause says nothing of now
    }

    void stopped() {
        startedAt = null;
        lastSuccess = null;
    }

    /** Telegram has agreed to deliver to us. */
    void registered() {
        registeredAt = clock.instant();
        troubles.over();
    }

    void succeeded() {
        lastSuccess = clock.instant();
        troubles.over();
    }

    void failed(Trouble trouble) {
        troubles.tell(trouble);
    }

    /** What is wrong with sending, which Telegram may refuse although it lets us receive. */
    TroubleLog<Trouble> sending() {
        return sending;
    }

    void skippedUnreadable() {
        unreadable.increment();
    }

    double unreadable() {
        return unreadable.count();
    }

    Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAt);
    }

    Optional<Instant> registeredAt() {
        return Optional.ofNullable(registeredAt);
    }

    /** When updates were last received, or it was last seen that there are none. */
    Optional<Instant> lastSuccess() {
        return Optional.ofNullable(lastSuccess);
    }

    Optional<Trouble> trouble() {
        return troubles.current();
    }

    /** What is wrong now, and up or down for it: what is not mended by waiting is down at once. */
    Health.Builder health(boolean late) {
        Optional<Trouble> sendingTrouble = sending.current().filter(Trouble::lasting);
        Optional<Trouble> trouble = sendingTrouble.or(this::trouble);
        boolean down = late || trouble.filter(Trouble::lasting).isPresent();
        Health.Builder health = down ? Health.down() : Health.up();
        trouble.ifPresent(t -> health.withDetail("reason", t.name()).withDetail("trouble", t.sentence()));
        if (late && trouble.isEmpty()) {
            health.withDetail("reason", "LATE");
        }
        return health;
    }
}
