package id.saring.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The store: opened and migrated, with one way to read and one to write. SQLite has one writing connection, so that
 * writers queue fairly instead of failing as busy, and a pool of readers that never wait for it.
 *
 * <p>Inside a transaction use {@link #write()} for reading too: a reader sees only what is committed.
 */
public final class Database implements AutoCloseable {
    private static final int READERS = 8;

    private final Dialect dialect;
    private final HikariDataSource writer;
    private final HikariDataSource reader;
    private final JdbcClient write;
    private final JdbcClient read;
    private final TransactionTemplate transactions;

    /** What waits for the commit of this thread's transaction; none outside of one. Spring's own hook runs too early to write. */
    private final ThreadLocal<@Nullable List<Runnable>> waiting = new ThreadLocal<>();

    private Database(Dialect dialect, HikariDataSource writer, HikariDataSource reader) {
        this.dialect = dialect;
        this.writer = writer;
        this.reader = reader;
        this.write = JdbcClient.create(writer);
        this.read = JdbcClient.create(reader);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(writer));
    }

    /**
     * Opens the store and brings its tables up to date.
     *
     * @throws IllegalArgumentException if the URL is of no database Saring knows
     */
    public static Database open(DatabaseSettings settings) {
        String url = settings.jdbcUrl();
        if (!url.startsWith("jdbc:sqlite:")) {
            throw new IllegalArgumentException(
                    "SARING_DATABASE_URL must start with jdbc:sqlite: (or be empty for a file in SARING_DATA_DIR)");
        }
        try {
            Files.createDirectories(settings.dataDir());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the data directory " + settings.dataDir(), e);
        }
        Dialect dialect = new SqliteDialect();
        HikariDataSource writer = sqlite(url, "saring-writer", 1);
        Flyway.configure()
                .dataSource(writer)
                .locations("classpath:db/migration")
                .placeholders(dialect.migrationPlaceholders())
                .load()
                .migrate();
        return new Database(dialect, writer, sqlite(url, "saring-reader", READERS));
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

    /** Whether this thread is within {@link #transact}. */
    public boolean inTransaction() {
        return waiting.get() != null;
    }

    /**
     * Runs {@code act} once the transaction under way has been committed, at once if there is none; not after a rollback.
     * The transaction is over by then, so the act may begin one of its own.
     */
    public void afterCommit(Runnable act) {
        List<Runnable> acts = waiting.get();
        if (acts == null) {
            act.run();
        } else {
            acts.add(act);
        }
    }

    public Dialect dialect() {
        return dialect;
    }

    /** The writing data source, for health checks and pool metrics. */
    public DataSource dataSource() {
        return writer;
    }

    @Override
    public void close() {
        reader.close();
        writer.close();
    }

    private <T> T run(Supplier<T> work) {
        @SuppressWarnings("NullAway") // null only if work returns null, which Supplier<T> excludes here
        T result = transactions.execute(status -> work.get());
        return result;
    }

    private static HikariDataSource sqlite(String url, String name, int connections) {
        // Pragmas as connection properties: of an init string only the first would run.
        Properties pragmas = new Properties();
        pragmas.setProperty("journal_mode", "WAL");
        pragmas.setProperty("synchronous", "FULL");
        pragmas.setProperty("busy_timeout", "5000");
        pragmas.setProperty("foreign_keys", "true");
        // A transaction that reads first and writes later could otherwise fail as busy at once.
        pragmas.setProperty("transaction_mode", "IMMEDIATE");
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(connections);
        config.setDataSourceProperties(pragmas);
        return new HikariDataSource(config);
    }
}
