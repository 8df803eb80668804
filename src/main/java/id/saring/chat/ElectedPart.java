package id.saring.chat;

import id.saring.queue.Leadership;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs a part for as long as this replica has its role, and stands by for as long as another has it. */
final class ElectedPart implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ElectedPart.class);

    private final String role;
    private final SmartLifecycle part;
    private final Leadership leadership;
    private final Duration interval;
    private @Nullable Running running;

    private record Running(CountDownLatch stop, Thread thread) {}

    /** @param interval how often the role is asked for, several times a term */
    ElectedPart(String role, SmartLifecycle part, Leadership leadership, Duration interval) {
        this.role = role;
        this.part = part;
        this.leadership = leadership;
        this.interval = interval;
    }

    @Override
    public synchronized void start() {
        if (running == null) {
            CountDownLatch stop = new CountDownLatch(1);
            running = new Running(stop, Thread.ofVirtual().name(role + "-election").start(() -> run(stop)));
        }
    }

    @Override
    public synchronized void stop() {
        if (running == null) {
            return;
        }
        running.stop().countDown();
        try {
            running.thread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }

    @Override
    public int getPhase() {
        return part.getPhase();
    }

    private void run(CountDownLatch stop) {
        try {
            do {
                setRunning(leads());
            } while (!stop.await(interval.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        setRunning(false);
        release();
    }

    private void setRunning(boolean wanted) {
        try {
            if (wanted && !part.isRunning()) {
                LOG.info("This replica runs {}", role);
                part.start();
            } else if (!wanted && part.isRunning()) {
                part.stop();
                LOG.info("This replica runs {} no longer", role);
            }
        } catch (RuntimeException e) {
            LOG.error("{} could not be {}; tried again in {}", role, wanted ? "started" : "stopped", interval, e);
        }
    }

    private boolean leads() {
        try {
            return leadership.hold();
        } catch (RuntimeException e) {
            // Nobody else can have taken it over before the term is over.
            return leadership.lasts();
        }
    }

    private void release() {
        try {
            leadership.release();
        } catch (RuntimeException e) {
            LOG.warn("{} is free for another replica only when the term is over: {}", role,
                    e.getClass().getSimpleName());
        }
    }
}
