package id.saring.queue;

import id.saring.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many processes serve from this store, so that each can keep to its part of what they may do together. Each says
 * every few seconds that it is there; those who come and go tell the others at once. One that dies is counted for a
 * little longer, which errs on the safe side. The clocks of replicas may differ by less than {@link #TERM}.
 */
public final class Replicas implements AutoCloseable {
    static final Duration TERM = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(Replicas.class);
    private static final Duration BEAT = TERM.dividedBy(3);
    private static final String NEWS = "saring_replicas";

    private final Database database;
    private final Clock clock;
    private final String self = UUID.randomUUID().toString();
    private volatile int count = 1;
    private @Nullable AutoCloseable listening;

    public Replicas(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Counts among them from now on. Where only one process can serve from a store, nothing happens. */
    public synchronized void join() {
        if (!database.dialect().shared() || listening != null) {
            return;
        }
        beat();
        database.announce(NEWS, "joined");
        listening = database.listen(NEWS, BEAT, news -> beat());
    }

    /** How many there are, this one included: at least one. */
    public int count() {
        return count;
    }

    /** Counts among them no longer. */
    @Override
    public synchronized void close() throws Exception {
        if (listening == null) {
            return;
        }
        listening.close();
        listening = null;
        try {
            database.write().sql("DELETE FROM replica WHERE id = ?").param(self).update();
            database.announce(NEWS, "left");
        } catch (RuntimeException e) {
            LOG.debug("The others find out by themselves that this replica has left", e);
        }
    }

    void beat() {
        long now = clock.millis();
        database.transact(() -> {
            database.write()
                    .sql("""
                            INSERT INTO replica (id, alive_until) VALUES (?, ?)
                            ON CONFLICT (id) DO UPDATE SET alive_until = excluded.alive_until""")
                    .params(self, now + TERM.toMillis())
                    .update();
            database.write()
                    .sql("DELETE FROM replica WHERE alive_until < ?")
                    .param(now - TERM.toMillis())
                    .update();
        });
        int counted = database.read()
                .sql("SELECT count(*) FROM replica WHERE alive_until > ?")
                .param(now)
                .query(Integer.class)
                .single();
        if (counted != count) {
            LOG.info("{} replicas serve from this store", Math.max(1, counted));
        }
        count = Math.max(1, counted);
    }
}
