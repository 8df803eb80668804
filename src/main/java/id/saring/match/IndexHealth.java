package id.saring.match;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down when the index has been without the latest claims of the store for half a minute. */
final class IndexHealth implements HealthIndicator {
    private static final Duration TOLERATED = Duration.ofSeconds(30);

    private final Supplier<ClaimMatcher.IndexAge> index;
    private final LongSupplier storeVersion;

    IndexHealth(Supplier<ClaimMatcher.IndexAge> index, LongSupplier storeVersion) {
        this.index = index;
        this.storeVersion = storeVersion;
    }

    @Override
    public Health health() {
        ClaimMatcher.IndexAge age = index.get();
        long behindSeconds = age.sinceInStep().toSeconds();
        Health.Builder health = Health.up();
        try {
            long store = storeVersion.getAsLong();
            health.withDetail("storeVersion", store);
            if (age.version() == store) {
                behindSeconds = 0;
            }
        } catch (RuntimeException e) {
            health.withDetail("reason", "STORE");
        }
        if (behindSeconds > TOLERATED.toSeconds()) {
            health.down().withDetail("reason", "BEHIND");
        }
        return health.withDetail("indexVersion", age.version()).withDetail("behindSeconds", behindSeconds).build();
    }
}
