package id.saring.db;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Down when nothing can be written to the store, or what was written not read, within five seconds. Asked again at once
 * it says the same, so that asking costs the store nothing.
 */
public final class StoreHealth implements HealthIndicator {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final String NAME = "health";

    private final Database database;
    private final Clock clock;
    private volatile @Nullable Health last;
    private volatile Instant lastAt = Instant.MIN;
    private @Nullable CompletableFuture<Void> underWay;

    public StoreHealth(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public synchronized Health health() {
        Health known = last;
        Instant now = clock.instant();
        if (known == null || lastAt.plus(FRESH).isBefore(now)) {
            known = ask();
            last = known;
            lastAt = now;
        }
        return known;
    }

    private Health ask() {
        String kind = database.dialect().shared() ? "PostgreSQL" : "SQLite";
        long start = System.nanoTime();
        try {
            // One that hangs is waited for again, and not joined by others that would.
            CompletableFuture<Void> probe = underWay == null || underWay.isDone()
                    ? CompletableFuture.runAsync(this::writeAndRead, task -> Thread.ofVirtual().start(task))
                    : underWay;
            underWay = probe;
            probe.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            return Health.up().withDetail("database", kind).withDetail("millis", millis).build();
        } catch (TimeoutException e) {
            return down(kind, "SLOW");
        } catch (ExecutionException e) {
            return down(kind, "FAILED");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return down(kind, "FAILED");
        }
    }

    private static Health down(String kind, String reason) {
        return Health.down().withDetail("database", kind).withDetail("reason", reason).build();
    }

    private void writeAndRead() {
        long at = clock.millis();
        database.write()
                .sql("INSERT INTO store_probe (name, at) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET at = excluded.at")
                .params(NAME, at)
                .update();
        database.read().sql("SELECT at FROM store_probe WHERE name = ?").param(NAME).query(Long.class).single();
    }
}
