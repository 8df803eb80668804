package id.saring.db;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what other processes announce on one topic. News may get lost when a connection does, so the listener is called
 * regularly without any as well, also while nothing can be heard.
 */
final class Listening implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

    /** How long the end waits for a listener that is being told something. */
    private static final Duration DRAIN = Duration.ofSeconds(15);

    private final String topic;
    private final UUID self;
    private final Signals signals;
    private final Duration poll;
    private final Consumer<List<String>> listener;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread;
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

    /** Never by an interrupt, which could hit the listener in the middle of writing a file and spoil that. */
    @Override
    public void close() {
        end.countDown();
        try {
            thread.join(DRAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            do {
                listen();
            } while (!end.await(poll.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            LOG.warn("Listening on {} was interrupted and ends", topic);
        }
    }

    private boolean ended() {
        return end.getCount() == 0;
    }

    /** Returns when nothing can be heard any more. */
    private void listen() throws InterruptedException {
        try (Signals.Ear ear = signals.listen(topic, end)) {
            if (deaf) {
                LOG.info("Hears again what other replicas say of {}", topic);
                deaf = false;
            }
            tell(List.of());
            while (!ended()) {
                tell(others(ear.hear(poll)));
            }
        } catch (SQLException e) {
            if (!deaf && !ended()) {
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
        if (ended()) {
            return;
        }
        try {
            listener.accept(news);
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("News of {} could not be taken in; trying again until it can: {}", topic,
                        e.getClass().getSimpleName());
                failing = true;
            }
        }
    }
}
