package id.saring.admin;

import id.saring.audit.Actor;
import id.saring.audit.Acts;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Makes a backup whenever the latest is old enough, and deletes those that are too old. One replica at a time runs it.
 */
final class BackupRounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(BackupRounds.class);
    private static final Duration LOOK = Duration.ofMinutes(1);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(10);

    /** A backup of a large store takes minutes, which a stop does not wait for; what it leaves is deleted later. */
    private static final Duration STOP = Duration.ofSeconds(1);

    private final Backups backups;
    private final BackupSettings settings;
    private final Acts acts;
    private final Clock clock;
    private final Semaphore end = new Semaphore(0);
    private @Nullable Thread loop;
    private boolean running;

    BackupRounds(Backups backups, BackupSettings settings, Acts acts, Clock clock) {
        this.backups = backups;
        this.settings = settings;
        this.acts = acts;
        this.clock = clock;
    }

    /** One look; says how long to wait for the next. */
    Duration round() {
        Instant due = backups.latest().map(kept -> kept.at().plus(settings.every())).orElse(Instant.MIN);
        if (clock.instant().isBefore(due)) {
            return LOOK;
        }
        try {
            Backups.Kept made = backups.write();
            acts.record(Actor.SERVER, "backup.write", "backup:" + made.name(), Map.of(), Map.of("bytes", made.bytes()));
            backups.forget(settings.keep());
            return LOOK;
        } catch (IOException | RuntimeException e) {
            LOG.warn("The next attempt at a backup is in {}", AFTER_FAILURE);
            return AFTER_FAILURE;
        }
    }

    @Override
    public synchronized void start() {
        // Also if nothing is scheduled: whoever leads would start it again and again.
        running = true;
        if (settings.scheduled() && loop == null) {
            end.drainPermits();
            loop = Thread.ofPlatform().daemon().name("backups").start(this::run);
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        if (loop == null) {
            return;
        }
        end.release();
        try {
            loop.join(STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        loop = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    private void run() {
        try {
            while (!end.tryAcquire(round().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.trace("Looking whether a backup is due");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
