package id.saring.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.util.Properties;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Opens a store in a SQLite file: one writing connection, a pool of readers. */
final class Sqlite {
    private static final int READERS = 8;

    /**
     * 256 MiB, some seconds of a thousand messages a second: each time the log is full, all who wait for a commit wait
     * for its rest to be copied. At the start after a crash so much is read again.
     */
    private static final int LOG_PAGES = 65_536;

    /** A page and what stands before it in the log. */
    private static final long LOG_PAGE_BYTES = 24 + 4096;

    /** What the log grows beyond its length before it begins anew is kept: the disk need not find that each time. */
    private static final int LOG_PAGES_KEPT = LOG_PAGES + 4096;

    private static final int CACHE_KIBIBYTES = 65_536;

    private Sqlite() {}

    /** @throws UnusableDatabaseException if the file cannot be read, written or brought up to date */
    static Pools open(DatabaseSettings settings) {
        try {
            Files.createDirectories(settings.dataDir());
        } catch (FileAlreadyExistsException e) {
            throw new UnusableDatabaseException("SARING_DATA_DIR names " + settings.dataDir()
                    + ", which is no directory");
        } catch (IOException e) {
            throw new UnusableDatabaseException(
                    "SARING_DATA_DIR names " + settings.dataDir() + ", which cannot be made or written");
        }
        String url = settings.jdbcUrl();
        Dialect dialect = new SqliteDialect();
        HikariDataSource writer = null;
        try {
            writer = pool(url, "saring-writer", 1, writing());
            Migrations.run(writer, dialect);
            HikariDataSource reader = pool(url, "saring-reader", READERS, new Properties());
            return new Pools(dialect, writer, reader, new Silence(), new Checkpoints(reader, LOG_PAGES).start());
        } catch (RuntimeException e) {
            if (writer != null) {
                writer.close();
            }
            throw new UnusableDatabaseException("The store " + url + " cannot be opened: " + Migrations.reason(e));
        }
    }

    /** What only the writer needs. */
    private static Properties writing() {
        Properties pragmas = new Properties();
        // Keys are hashes, so each message touches pages all over the file. Most of them find their way there beside
        // the writer (Checkpoints), who only does what remains.
        pragmas.setProperty("wal_autocheckpoint", Integer.toString(LOG_PAGES));
        pragmas.setProperty("journal_size_limit", Long.toString(LOG_PAGES_KEPT * LOG_PAGE_BYTES));
        pragmas.setProperty("cache_size", Integer.toString(-CACHE_KIBIBYTES));
        return pragmas;
    }

    private static HikariDataSource pool(String url, String name, int connections, Properties pragmas) {
        // Pragmas as connection properties: of an init string only the first would run.
        pragmas.setProperty("journal_mode", "WAL");
        pragmas.setProperty("synchronous", "FULL");
        pragmas.setProperty("busy_timeout", "5000");
        pragmas.setProperty("foreign_keys", "true");
        // What is deleted is gone from the file, not only from its tables.
        pragmas.setProperty("secure_delete", "true");
        // A transaction that reads first and writes later could otherwise fail as busy at once.
        pragmas.setProperty("transaction_mode", "IMMEDIATE");
        // Nobody asks for them, and the driver would prepare and run a statement of its own after each update.
        pragmas.setProperty("jdbc.get_generated_keys", "false");
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(new KeptStatements(new DriverManagerDataSource(url, pragmas)));
        config.setMaximumPoolSize(connections);
        return new HikariDataSource(config);
    }
}
