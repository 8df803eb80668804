package id.saring.claim;

import id.saring.core.ClaimId;
import id.saring.db.Database;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store's version, and who is told when it rises: listeners in this process, followers in the others. */
final class ClaimNews {
    private static final Logger LOG = LoggerFactory.getLogger(ClaimNews.class);
    private static final String NEWS = "saring_claims";

    /** How long a change made elsewhere can go unheard. */
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Database database;
    private final List<Consumer<ClaimChanged>> listeners = new CopyOnWriteArrayList<>();

    ClaimNews(Database database) {
        this.database = database;
    }

    void onChange(Consumer<ClaimChanged> listener) {
        listeners.add(listener);
    }

    AutoCloseable follow(Runnable follower) {
        return database.listen(NEWS, POLL, news -> follower.run());
    }

    /**
     * Keeps every other writer out until the transaction ends, on any replica: change numbers are then committed in
     * their order, and what is read before writing cannot change in between.
     */
    long lockVersion() {
        return database.write().sql("UPDATE store_version SET value = value RETURNING value")
                .query(Long.class).single();
    }

    void raiseVersion(List<ClaimId> changed) {
        if (changed.isEmpty()) {
            return;
        }
        long version = database.write()
                .sql("UPDATE store_version SET value = value + 1 RETURNING value")
                .query(Long.class)
                .single();
        database.announce(NEWS, Long.toString(version));
        ClaimChanged news = new ClaimChanged(changed, version);
        database.afterCommit(() -> listeners.forEach(listener -> tell(listener, news)));
    }

    private static void tell(Consumer<ClaimChanged> listener, ClaimChanged news) {
        try {
            listener.accept(news);
        } catch (RuntimeException e) {
            LOG.error("A listener failed on store version {}", news.storeVersion(), e);
        }
    }
}
