package id.saring.db;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what other processes announce on one topic. News may get lost when a connection does, so the listener is called
 * regularly without any as well, also while nothing can be heard.
 */
final class Listening implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

    private final String topic;
    private final UUID self;
    private final Signals signals;
    private final Duration poll;
    private final Consumer<List<String>> listener;
    private final Thread thread;
    private volatile boolean closed;
    private boolean deaf;
    private boolean failing;

    Listening(String topic, UUID self, Signals signals, Duration poll, Consumer<List<String>> listener) {
        this.topic = topic;
        this.self = self;
        this.signals = signals;
        this.poll = poll;
        this.listener = listener;
        this.thread = Thread.ofPlatform().daemon().name(topic + "-news").start(this::run);
    }

    /** What is sent for {@code news}, so that its sender does not hear itself. */
    static String signed(UUID self, String news) {
        return self + " " + news;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(poll.plusSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closed) {
                listen();
                if (!closed) {
                    Thread.sleep(poll);
                }
            }
        } catch (InterruptedException e) {
            LOG.trace("Listening on {} ends", topic);
        }
    }

    /** Returns when nothing can be heard any more. */
    private void listen() throws InterruptedException {
        try (Signals.Ear ear = signals.listen(topic)) {
            if (deaf) {
                LOG.info("Hears again what other replicas say of {}", topic);
                deaf = false;
            }
            tell(List.of());
            while (!closed) {
                tell(others(ear.hear(poll)));
            }
        } catch (SQLException e) {
            if (!deaf && !closed) {
                LOG.warn("Cannot hear what other replicas say of {}; looking every {} until it can", topic, poll);
                deaf = true;
            }
            tell(List.of());
        }
    }

    private List<String> others(List<String> heard) {
        List<String> news = new ArrayList<>();
        for (String one : heard) {
            if (!one.startsWith(self.toString())) {
                news.add(one.substring(one.indexOf(' ') + 1));
            }
        }
        return news;
    }

    private void tell(List<String> news) {
        if (closed) {
            return;
        }
        try {
            listener.accept(news);
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("News of {} could not be taken in; trying again until it can: {}", topic, e.getClass().getSimpleName());
                failing = true;
            }
        }
    }
}
