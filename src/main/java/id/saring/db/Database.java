package id.saring.db;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The store: opened and migrated, with one way to read and one to write. SQLite has one writing connection, so that
 * writers queue fairly instead of failing as busy, and a pool of readers that never wait for it; PostgreSQL has one
 * pool.
 *
 * <p>Inside a transaction use {@link #write()} for reading too: on SQLite a reader sees only what is committed.
 */
public final class Database implements AutoCloseable {
    private final Pools pools;
    private final JdbcClient write;
    private final JdbcClient read;
    private final TransactionTemplate transactions;

    /** Tells this process apart from others on the same store. */
    private final UUID self = UUID.randomUUID();

    /**
     * What waits for the commit of this thread's transaction; none outside of one. Spring's own hook runs too early to
     * write.
     */
    private final ThreadLocal<@Nullable List<Runnable>> waiting = new ThreadLocal<>();

    private Database(Pools pools) {
        this.pools = pools;
        this.write = JdbcClient.create(pools.writer());
        this.read = JdbcClient.create(pools.reader());
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(pools.writer()));
    }

    /**
     * Opens the store and brings its tables up to date.
     *
     * @throws UnusableDatabaseException if the URL is of no database Saring knows, or that database cannot be used
     */
    public static Database open(DatabaseSettings settings) {
        String url = settings.jdbcUrl();
        if (url.startsWith("jdbc:sqlite:")) {
            return new Database(Sqlite.open(settings));
        }
        if (url.startsWith(Postgres.PREFIX)) {
            return new Database(Postgres.open(settings));
        }
        throw new UnusableDatabaseException("SARING_DATABASE_URL must start with jdbc:postgresql: or jdbc:sqlite:"
                + " (or be empty for a file in SARING_DATA_DIR)");
    }

    /** For statements outside a transaction and for all statements inside one. */
    public JdbcClient write() {
        return write;
    }

    /** For reading outside a transaction. */
    public JdbcClient read() {
        return read;
    }

    /** Runs {@code work} in one transaction, or in the one that is already under way. */
    public <T> T transact(Supplier<T> work) {
        if (waiting.get() != null) {
            return run(work);
        }
        List<Runnable> acts = new ArrayList<>();
        waiting.set(acts);
        T result;
        try {
            result = run(work);
        } finally {
            waiting.remove();
        }
        acts.forEach(Runnable::run);
        return result;
    }

    /** Runs {@code work} in one transaction, or in the one that is already under way. */
    public void transact(Runnable work) {
        transact(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /**
     * Runs {@code work} in one transaction that sees the store, by {@link #write()}, as it was at its first statement.
     * Others write meanwhile, except on SQLite, where only one can.
     */
    <T> T unchanging(Supplier<T> work) {
        if (!dialect().shared()) {
            return transact(work);
        }
        TransactionTemplate still = new TransactionTemplate(
                Objects.requireNonNull(transactions.getTransactionManager()));
        still.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        @SuppressWarnings("NullAway") // as below
        T result = still.execute(status -> work.get());
        return result;
    }

    /** Whether this thread is within {@link #transact}. */
    public boolean inTransaction() {
        return waiting.get() != null;
    }

    /** For reading within a transaction, what it has written included, or outside of any. */
    public JdbcClient current() {
        return inTransaction() ? write() : read();
    }

    /**
     * Runs {@code act} once the transaction under way has been committed, at once if there is none; not after a
     * rollback. The transaction is over by then, so the act may begin one of its own.
     */
    public void afterCommit(Runnable act) {
        List<Runnable> acts = waiting.get();
        if (acts == null) {
            act.run();
        } else {
            acts.add(act);
        }
    }

    /**
     * Tells the other processes that share the store, with the transaction under way if there is one and not if that is
     * rolled back. Where only one process serves, nobody is told.
     *
     * @param news up to 7,900 bytes, seen by everybody who may connect to the database
     */
    public void announce(String topic, String news) {
        pools.signals().send(topic, Listening.signed(self, news));
    }

    /**
     * Has {@code listener} told, on a thread of its own, what other processes announce on {@code topic}; at least every
     * {@code poll} it is called with no news, because news may get lost, until what is returned is closed.
     */
    public AutoCloseable listen(String topic, Duration poll, Consumer<List<String>> listener) {
        return new Listening(topic, self, pools.signals(), poll, listener);
    }

    /** What stands under {@code name} in this store for ever: {@code value} if nothing stood there yet. */
    public String settle(String name, String value) {
        return transact(() -> {
            write().sql("INSERT INTO store_fact (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING")
                    .params(name, value)
                    .update();
            return write().sql("SELECT value FROM store_fact WHERE name = ?").param(name).query(String.class).single();
        });
    }

    /**
     * Makes sure that {@code value} stands under {@code name}, as {@link #settle} does.
     *
     * @throws UnusableDatabaseException with {@code sentence} if something else stands there
     */
    public void settle(String name, String value, String sentence) {
        if (!settle(name, value).equals(value)) {
            throw new UnusableDatabaseException(sentence);
        }
    }

    /**
     * Takes what was deleted and committed out of the files beside the tables as well. Not within a transaction.
     *
     * @return false if somebody was reading old contents just now: try again a little later
     */
    public boolean scrub() {
        String statement = dialect().scrubbing();
        return statement.isEmpty()
                || write().sql(statement).query((row, number) -> row.getInt(1) == 0).single();
    }

    /** Writes a SQLite store as it is at one moment to a new file, compact and without a log; nobody waits for it. */
    void compactInto(Path file) {
        read().sql("VACUUM INTO ?").param(file.toString()).update();
    }

    public Dialect dialect() {
        return pools.dialect();
    }

    /** The writing data source, for health checks and pool metrics. */
    public DataSource dataSource() {
        return pools.writer();
    }

    @Override
    public void close() {
        pools.close();
    }

    private <T> T run(Supplier<T> work) {
        @SuppressWarnings("NullAway") // null only if work returns null, which Supplier<T> excludes here
        T result = transactions.execute(status -> work.get());
        return result;
    }
}
