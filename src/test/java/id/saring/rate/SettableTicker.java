package id.saring.rate;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A ticker that stands until it is moved on. */
public final class SettableTicker implements Ticker {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(5).toNanos());

    public void advance(Duration by) {
        now.addAndGet(by.toNanos());
    }

    @Override
    public long read() {
        return now.get();
    }
}
