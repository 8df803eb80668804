package id.saring;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many platform threads carry the virtual ones. Many during the start: a virtual thread that loads a class keeps
 * its carrier, also as long as it waits for another that reads the jar, and with as many carriers as there are
 * processors two such threads can hold up all others for good (spring-boot issues 51379 and 51463). Few afterwards:
 * each runnable carrier takes as large a share of the processors as the one thread that writes to the store, for which
 * all wait. Should they be held up all the same, which a virtual thread now and then finds out, there are many again.
 */
final class Carriers implements AutoCloseable {
    /** With which the JVM starts, unless it was told otherwise. */
    static final int MANY = 16;

    /** More than there are processors on the smallest machine, so that one that is kept for a moment stops nobody. */
    private static final int FEWEST = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Carriers.class);
    private static final String PARALLELISM = "jdk.virtualThreadScheduler.parallelism";
    private static final String NUMBER = "Parallelism";
    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();
    private static final Duration BEAT = Duration.ofSeconds(1);

    /** Beats until most classes are loaded, and as many until a second try. */
    private static final int CALM = 60;

    private final int few;
    private final IntConsumer parallelism;
    private final Executor virtual;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("carriers").factory());

    private int calm;
    private boolean narrow;
    private volatile boolean alive = true;

    /**
     * @param parallelism sets how many carry at once
     * @param virtual     runs something on a virtual thread
     */
    Carriers(int processors, IntConsumer parallelism, Executor virtual) {
        this.few = Math.max(FEWEST, processors);
        this.parallelism = parallelism;
        this.virtual = virtual;
    }

    /** To be called before the first virtual thread is started; an operator's own number stands. */
    static void many() {
        if (System.getProperty(PARALLELISM) == null) {
            System.setProperty(PARALLELISM, Integer.toString(Math.max(MANY, processors())));
        }
    }

    /** Of this JVM, watched from now on. */
    static Carriers watched() {
        Carriers carriers = new Carriers(processors(), Carriers::set, Thread::startVirtualThread);
        if (isOurs()) {
            carriers.watch.scheduleWithFixedDelay(
                    carriers::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
        }
        return carriers;
    }

    /** Whether the number is the one we began with, and one that this JVM lets us change, as those before 24 do not. */
    private static boolean isOurs() {
        try {
            return SERVER.isRegistered(scheduler())
                    && SERVER.getAttribute(scheduler(), NUMBER).equals(Math.max(MANY, processors()));
        } catch (JMException e) {
            return false;
        }
    }

    private static void set(int number) {
        try {
            SERVER.setAttribute(scheduler(), new Attribute(NUMBER, number));
        } catch (JMException e) {
            LOG.warn("The number of platform threads that carry virtual ones cannot be changed", e);
        }
    }

    private static ObjectName scheduler() throws JMException {
        return new ObjectName("jdk.management:type=VirtualThreadScheduler");
    }

    /** Once a second: whether what was started a second ago has run, and what follows. */
    void beat() {
        if (!alive) {
            calm = 0;
            if (narrow) {
                LOG.warn("Virtual threads are held up; {} platform threads carry them for now", Math.max(MANY, few));
                narrow = false;
                parallelism.accept(Math.max(MANY, few));
            }
            return;
        }
        if (!narrow && ++calm >= CALM) {
            narrow = true;
            parallelism.accept(few);
        }
        alive = false;
        virtual.execute(() -> alive = true);
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }
}
