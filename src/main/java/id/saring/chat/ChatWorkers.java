package id.saring.chat;

import id.saring.queue.Worker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the workers once everything else is ready, stops them before anything they need goes, and cleans up hourly.
 */
final class ChatWorkers implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ChatWorkers.class);

    /**
     * After the web server and whatever a handler needs, before the channels that receive, which have the default
     * phase.
     */
    private static final int PHASE = DEFAULT_PHASE - 512;

    private final Supplier<List<Worker>> making;
    private final Runnable cleaning;
    private final Duration drain;
    private List<Worker> workers = List.of();
    private @Nullable ScheduledExecutorService cleaner;

    /** @param making makes the workers, in the order in which they are to stop */
    ChatWorkers(Supplier<List<Worker>> making, Runnable cleaning, Duration drain) {
        this.making = making;
        this.cleaning = cleaning;
        this.drain = drain;
    }

    @Override
    public synchronized void start() {
        workers = making.get();
        workers.forEach(Worker::start);
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("chat-cleaner").factory());
        executor.scheduleWithFixedDelay(this::clean, 1, 60, TimeUnit.MINUTES);
        cleaner = executor;
    }

    @Override
    public synchronized void stop() {
        if (cleaner != null) {
            cleaner.shutdownNow();
            cleaner = null;
        }
        long deadline = System.nanoTime() + drain.toNanos();
        for (Worker worker : workers) {
            worker.stop(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        }
        workers = List.of();
    }

    @Override
    public synchronized boolean isRunning() {
        return cleaner != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void clean() {
        try {
            cleaning.run();
        } catch (RuntimeException e) {
            // An exception would end the schedule.
            LOG.warn("Cannot clean up finished work; tried again in an hour", e);
        }
    }
}
