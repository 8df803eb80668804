package id.saring.admin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an admin sets going and does not wait for: one of a kind at a time in this replica, which forgets them when it
 * ends.
 */
final class Errands {
    private static final Logger LOG = LoggerFactory.getLogger(Errands.class);

    /** Most are done by then, and the next page can say so. */
    private static final Duration COURTESY = Duration.ofSeconds(2);

    /**
     * How one stands.
     *
     * @param ended null as long as it runs
     */
    record Errand(Instant began, @Nullable Instant ended, boolean failed) {
        public boolean running() {
            return ended == null;
        }
    }

    private final Clock clock;
    private final Map<String, Errand> errands = new ConcurrentHashMap<>();

    Errands(Clock clock) {
        this.clock = clock;
    }

    /** Sets {@code work} going; returns false if one of the kind is under way. */
    boolean start(String kind, Runnable work) {
        return begin(kind, work) != null;
    }

    /** As {@link #start}, and gives it a moment to end. */
    boolean startAndWait(String kind, Runnable work) {
        CompletableFuture<?> going = begin(kind, work);
        if (going == null) {
            return false;
        }
        try {
            going.get(COURTESY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.debug("The next page says how {} goes", kind);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    Optional<Errand> of(String kind) {
        return Optional.ofNullable(errands.get(kind));
    }

    private synchronized @Nullable CompletableFuture<?> begin(String kind, Runnable work) {
        if (of(kind).filter(Errand::running).isPresent()) {
            return null;
        }
        Instant now = clock.instant();
        errands.put(kind, new Errand(now, null, false));
        CompletableFuture<Void> going = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name(kind).start(() -> {
            boolean failed = false;
            try {
                work.run();
            } catch (RuntimeException e) {
                failed = true;
                LOG.error("{} failed: {}", kind, e.getClass().getSimpleName());
            } finally {
                errands.put(kind, new Errand(now, clock.instant(), failed));
                going.complete(null);
            }
        });
        return going;
    }
}
