package id.saring.chat;

import id.saring.db.Database;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells all replicas that what an admin settled has changed, such as a block. What is remembered of it in memory is
 * read again then, and every second anyway, because news may get lost and commands write to the store too.
 */
public final class StandingNews implements AutoCloseable {
    private static final String TOPIC = "saring_standing";
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Database database;
    private final List<Consumer<List<String>>> listeners = new CopyOnWriteArrayList<>();
    private @Nullable AutoCloseable listening;

    public StandingNews(Database database) {
        this.database = database;
    }

    /** Has {@code listener} told news from here, from other replicas, and every second that there may be some. */
    public void hear(Consumer<List<String>> listener) {
        listeners.add(listener);
    }

    /** Tells everybody, with the transaction under way if there is one. */
    public void tell(String news) {
        database.announce(TOPIC, news);
        database.afterCommit(() -> spread(List.of(news)));
    }

    /** Hears the other replicas from now on. */
    synchronized void listen() {
        if (listening == null) {
            listening = database.listen(TOPIC, POLL, this::spread);
        }
    }

    private void spread(List<String> news) {
        listeners.forEach(listener -> listener.accept(news));
    }

    @Override
    public synchronized void close() throws Exception {
        if (listening != null) {
            listening.close();
            listening = null;
        }
    }
}
