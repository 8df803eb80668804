package id.saring.queue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes work from one queue and has it done, each order key on a virtual thread of its own. New work wakes it; a slow poll
 * finds what nobody announces. What fails is retried with growing waits and then buried.
 */
public final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration AFTER_INTERRUPT = Duration.ofSeconds(1);

    private final WorkQueue queue;
    private final WorkerSettings settings;
    private final WorkHandler handler;
    private final RandomGenerator random;
    private final Semaphore signal = new Semaphore(0);
    private final Map<Long, Thread> running = new ConcurrentHashMap<>();

    /** Taken again while it was still being done here. */
    private final Map<Long, Work> again = new ConcurrentHashMap<>();

    private volatile boolean stopping;
    private @Nullable Thread loop;

    public Worker(WorkQueue queue, WorkerSettings settings, WorkHandler handler, RandomGenerator random) {
        this.queue = queue;
        this.settings = settings;
        this.handler = handler;
        this.random = random;
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
            if (!ended(drain)) {
                running.values().forEach(Thread::interrupt);
                if (!ended(AFTER_INTERRUPT)) {
                    LOG.warn("{} pieces of work in {} did not end; they are taken again later", running.size(), queue.name());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean ended(Duration wait) throws InterruptedException {
        long deadline = System.nanoTime() + wait.toNanos();
        for (Thread thread : List.copyOf(running.values())) {
            long left = deadline - System.nanoTime();
            if (left <= 0 || !thread.join(Duration.ofNanos(left))) {
                break;
            }
        }
        return running.isEmpty();
    }

    private void wake() {
        if (signal.availablePermits() == 0) {
            signal.release();
        }
    }

    private void work() {
        while (!stopping) {
            try {
                // Drained before taking: whoever wakes us from here on makes us look once more.
                signal.drainPermits();
                int free = settings.concurrency() - running.size();
                if (free > 0) {
                    queue.take(free, settings.lease()).forEach(this::begin);
                }
            } catch (RuntimeException e) {
                LOG.warn("Cannot take work from {}: {}", queue.name(), Reason.of(e));
            }
            awaitSignal();
        }
    }

    private void awaitSignal() {
        try {
            boolean woken = signal.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
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
        if (running.containsKey(work.id())) {
            // The clock jumped ahead, so that a lease of our own seems over. What is being done is not done twice at once.
            again.put(work.id(), work);
            return;
        }
        Thread thread = Thread.ofVirtual().name(queue.name() + "-" + work.id()).unstarted(() -> run(work));
        running.put(work.id(), thread);
        thread.start();
    }

    private void run(Work work) {
        try {
            if (work.attempts() > settings.attempts()) {
                // It never came back with an exception: it took the process down, or outlived its lease each time.
                queue.bury(work, "Taken " + (work.attempts() - 1) + " times and never brought to an end");
            } else {
                handler.handle(work);
            }
        } catch (LeaseLostException e) {
            LOG.warn("Work {} in {} outlived its lease", work.id(), queue.name());
        } catch (Throwable e) {
            failed(work, e);
        } finally {
            running.remove(work.id());
            Work taken = again.remove(work.id());
            if (taken != null) {
                begin(taken);
            }
            wake();
        }
    }

    private void failed(Work work, Throwable failure) {
        String reason = Reason.of(failure);
        try {
            if (stopping) {
                giveBack(work);
            } else if (work.attempts() >= settings.attempts()) {
                queue.bury(work, reason);
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

    private void giveBack(Work work) {
        queue.postpone(work, Duration.ZERO, "Stopped before it was done");
    }
}
