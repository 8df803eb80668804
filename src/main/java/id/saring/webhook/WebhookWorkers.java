package id.saring.webhook;

import id.saring.queue.Worker;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Announces and delivers as long as the server runs. */
final class WebhookWorkers implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookWorkers.class);

    private final Worker worker;
    private final Runnable announcing;
    private final Runnable cleaning;
    private final Duration drain;
    private @Nullable ScheduledExecutorService clockwork;

    WebhookWorkers(Worker worker, Runnable announcing, Runnable cleaning, Duration drain) {
        this.worker = worker;
        this.announcing = announcing;
        this.cleaning = cleaning;
        this.drain = drain;
    }

    @Override
    public synchronized void start() {
        worker.start();
        ScheduledExecutorService executor =
                Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("webhooks").factory());
        executor.scheduleWithFixedDelay(() -> quietly(announcing), 2, 2, TimeUnit.SECONDS);
        executor.scheduleWithFixedDelay(() -> quietly(cleaning), 5, 60, TimeUnit.MINUTES);
        clockwork = executor;
    }

    /** Announces soon, on a thread of its own. */
    synchronized void wake() {
        if (clockwork != null) {
            clockwork.execute(() -> quietly(announcing));
        }
    }

    @Override
    public synchronized void stop() {
        if (clockwork != null) {
            clockwork.shutdownNow();
            clockwork = null;
        }
        worker.stop(drain);
    }

    @Override
    public synchronized boolean isRunning() {
        return clockwork != null;
    }

    private static void quietly(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            // An exception would end the schedule.
            LOG.warn("Webhooks could not be worked on; tried again soon", e);
        }
    }
}
