package id.saring.conversation;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Does steps of durable work one after the other for as long as there is any; else waits to be woken, or a second. */
final class Caretaker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Caretaker.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final Runnable first;
    private final BooleanSupplier step;
    private final Semaphore signal = new Semaphore(0);
    private @Nullable Thread loop;
    private volatile boolean stopping;

    /**
     * @param first done once at each start, and again until it succeeds
     * @param step  does a little and says whether there may be more
     */
    Caretaker(Runnable first, BooleanSupplier step) {
        this.first = first;
        this.step = step;
    }

    /** There may be something to do. */
    void wake() {
        if (signal.availablePermits() == 0) {
            signal.release();
        }
    }

    @Override
    public synchronized void start() {
        stopping = false;
        loop = Thread.ofVirtual().name("notices").start(this::work);
    }

    @Override
    public synchronized void stop() {
        stopping = true;
        wake();
        try {
            if (loop != null) {
                loop.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        loop = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return loop != null;
    }

    private void work() {
        boolean begun = false;
        while (!stopping) {
            Duration pause = PAUSE;
            try {
                if (!begun) {
                    first.run();
                    begun = true;
                }
                signal.drainPermits();
                while (!stopping && step.getAsBoolean()) {
                    // There is more.
                }
            } catch (RuntimeException e) {
                LOG.warn("What is owed to people could not be sent and is tried again: {}",
                        e.getClass().getSimpleName());
                pause = AFTER_FAILURE;
            }
            await(pause);
        }
    }

    private void await(Duration pause) {
        try {
            signal.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}
