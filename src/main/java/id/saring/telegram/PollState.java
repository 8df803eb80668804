package id.saring.telegram;

import id.saring.chat.TroubleLog;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How receiving goes: the last good poll, what is wrong now, and how many updates could not be read. */
final class PollState {
    private final Clock clock;
    private final TroubleLog<Trouble> troubles;
    private final Counter unreadable;
    private volatile @Nullable Instant startedAt;
    private volatile @Nullable Instant lastSuccess;

    PollState(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        this.troubles = new TroubleLog<>("Receiving from Telegram", Trouble::sentence, clock);
        this.unreadable = Counter.builder("saring.telegram.updates.unreadable")
                .description("Updates from Telegram that could not be read and were skipped")
                .register(meters);
    }

    void started() {
        startedAt = clock.instant();
        lastSuccess = null; // one before a pause says nothing of now
    }

    void succeeded() {
        lastSuccess = clock.instant();
        troubles.over();
    }

    void failed(Trouble trouble) {
        troubles.tell(trouble);
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

    Optional<Instant> lastSuccessfulPoll() {
        return Optional.ofNullable(lastSuccess);
    }

    Optional<Trouble> trouble() {
        return troubles.current();
    }
}
