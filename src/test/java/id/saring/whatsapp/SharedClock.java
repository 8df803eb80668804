package id.saring.whatsapp;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** Another clock's time. */
final class SharedClock extends Clock {
    private final Supplier<? extends Clock> other;

    SharedClock(Supplier<? extends Clock> other) {
        this.other = other;
    }

    @Override
    public Instant instant() {
        return other.get().instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
