package id.saring.queue;

import id.saring.core.TraceId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes work from one queue and has it done, each order key on a virtual thread of its own. New work wakes it; a slow
 * poll finds what nobody announces. What fails is retried with growing waits and then buried.
 */
public final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration AFTER_INTERRUPT = Duration.ofSeconds(1);

    private final WorkQueue queue;
    private final WorkerSettings settings;
    private final WorkHandler handler;
    private final RandomGenerator random;
    private final Semaphore signal = new Semaphore(0);
    private final UnderWay underWay;
    private final Throttle throttle;
    private volatile boolean stopping;
    private @Nullable Thread loop;

    public Worker(WorkQueue queue, WorkerSettings settings, WorkHandler handler, RandomGenerator random) {
        this(queue, settings, handler, random, Throttle.NONE);
    }

    /**
     * @param throttle how much may be begun; the handler tells it of work that did not need what it was admitted for
     */
    public Worker(
            WorkQueue queue, WorkerSettings settings, WorkHandler handler, RandomGenerator random, Throttle throttle) {
        this.queue = queue;
        this.settings = settings;
        this.handler = handler;
        this.random = random;
        this.throttle = throttle;
        this.underWay = new UnderWay(queue, settings.lease());
        queue.onAdded(this::wake);
    }

    public synchronized void start() {
        if (loop != null) {
            throw new IllegalStateException("A worker starts once");
        }
        loop = Thread.ofVirtual().name(queue.name() + "-worker").start(this::work);
    }

    /**
     * Takes no more work and waits up to {@code drain} for what is being done. Then that is interrupted and given back;
     * what does not heed the interrupt keeps its lease until it runs out, so that it is not done twice at once.
     */
    public synchronized void stop(Duration drain) {
        stopping = true;
        wake();
        try {
            if (loop != null) {
                loop.join();
            }
            if (!underWay.await(drain)) {
                underWay.interrupt();
                if (!underWay.await(AFTER_INTERRUPT)) {
                    LOG.warn("{} pieces of work in {} did not end; they are taken again later", underWay.size(),
                            queue.name());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void wake() {
        if (signal.availablePermits() == 0) {
            signal.release();
        }
    }

    private void work() {
        while (!stopping) {
            Duration pause = settings.poll();
            try {
                // Drained before taking: whoever wakes us from here on makes us look once more.
                signal.drainPermits();
                underWay.renew();
                pause = shorter(pause, take());
            } catch (RuntimeException e) {
                LOG.warn("Cannot take work from {}: {}", queue.name(), Reason.of(e));
            }
            awaitSignal(underWay.size() > 0 ? shorter(pause, underWay.interval()) : pause);
        }
    }

    /** Begins what may be begun, and says when to look again if nobody wakes us. */
    private Duration take() {
        int free = settings.concurrency() - underWay.size();
        int admitted = free > 0 ? throttle.admit(free) : 0;
        int begun = 0;
        try {
            if (admitted > 0) {
                List<Work> taken = queue.take(admitted, underWay.lease());
                begun = taken.size();
                taken.forEach(this::begin);
            }
        } finally {
            throttle.unused(admitted - begun);
        }
        boolean held = free > 0 && admitted < free && begun == admitted;
        return held ? throttle.untilNext() : settings.poll();
    }

    private void awaitSignal(Duration pause) {
        try {
            boolean woken = signal.tryAcquire(Math.max(1, pause.toMillis()), TimeUnit.MILLISECONDS);
            if (!woken) {
                LOG.trace("Polling {}", queue.name());
            }
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    private void begin(Work work) {
        if (stopping) {
            giveBack(work);
            return;
        }
        underWay.begin(work, Thread.ofVirtual().name(queue.name() + "-" + work.id()).unstarted(() -> run(work)));
    }

    private void run(Work work) {
        try (TraceId.Scope marked = handler.trace(work).open()) {
            handle(work);
        } finally {
            Work again = underWay.end(work);
            if (again != null) {
                begin(again);
            }
            wake();
        }
    }

    private void handle(Work work) {
        try {
            LOG.debug("Attempt {} of work {} in {} begins", work.attempts(), work.id(), queue.name());
            if (work.attempts() > settings.attempts()) {
                // It never came back with an exception: it took the process down, or outlived its lease each time.
                giveUp(work, "Taken " + (work.attempts() - 1) + " times and never brought to an end");
            } else {
                handler.handle(work);
            }
        } catch (LeaseLostException e) {
            LOG.warn("Work {} in {} outlived its lease", work.id(), queue.name());
        } catch (Throwable e) {
            failed(work, e);
        }
    }

    private void failed(Work work, Throwable failure) {
        String reason = Reason.of(failure);
        try {
            if (stopping) {
                giveBack(work);
            } else if (work.attempts() >= settings.attempts()) {
                giveUp(work, reason);
            } else {
                Duration delay = settings.retryDelay(work.attempts(), random);
                queue.retry(work, delay, reason);
                LOG.warn("Attempt {} of work {} in {} failed, again in {}: {}",
                        work.attempts(), work.id(), queue.name(), delay, reason);
            }
        } catch (RuntimeException e) {
            LOG.warn("Work {} in {} waits for its lease to run out: {}", work.id(), queue.name(), Reason.of(e));
        }
    }

    private void giveUp(Work work, String reason) {
        Runnable consequences = () -> {};
        try {
            consequences = handler.givingUp(work);
        } catch (RuntimeException e) {
            LOG.warn("What follows from giving up work {} in {} is left out: {}", work.id(), queue.name(),
                    Reason.of(e));
        }
        queue.bury(work, reason, consequences);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void giveBack(Work work) {
        queue.postpone(work, Duration.ZERO, "Stopped before it was done");
    }
}
