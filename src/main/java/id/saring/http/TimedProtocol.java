package id.saring.http;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 as Tomcat speaks it, but cutting off who is too slow: Tomcat itself only minds silence, so that a byte every
 * now and then would hold a connection, and the thread that reads from it, for ever. Public because Tomcat makes it.
 */
public final class TimedProtocol extends Http11NioProtocol {
    /** All that Tomcat still keeps; it makes a new one seldom. */
    private final Set<TimedProcessor> processors = Collections.newSetFromMap(new WeakHashMap<>());

    private @Nullable RequestPatience patience;
    private @Nullable ScheduledExecutorService watch;

    void setPatience(RequestPatience patience) {
        this.patience = patience;
    }

    @Override
    protected Processor createProcessor() {
        TimedProcessor processor = new TimedProcessor(this, getAdapter());
        synchronized (processors) {
            processors.add(processor);
        }
        return processor;
    }

    @Override
    public void start() throws Exception {
        super.start();
        RequestPatience limit = patience;
        if (limit == null) {
            return;
        }
        watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("slow-clients").factory());
        long interval = Math.max(10, Math.min(1000, limit.request().toMillis() / 4));
        watch.scheduleWithFixedDelay(
                () -> processors().forEach(one -> one.cutOffIfSlow(limit)), interval, interval, TimeUnit.MILLISECONDS);
    }

    private List<TimedProcessor> processors() {
        synchronized (processors) {
            return List.copyOf(processors);
        }
    }

    @Override
    public void stop() throws Exception {
        if (watch != null) {
            watch.shutdownNow();
        }
        super.stop();
    }
}
