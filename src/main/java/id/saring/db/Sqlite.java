package id.saring.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Properties;

/** Opens a store in a SQLite file: one writing connection, a pool of readers. */
final class Sqlite {
    private static final int READERS = 8;

    private Sqlite() {}

    /** @throws UnusableDatabaseException if the file cannot be read, written or brought up to date */
    static Pools open(DatabaseSettings settings) {
        try {
            Files.createDirectories(settings.dataDir());
        } catch (IOException e) {
            throw new UnusableDatabaseException("The data directory " + settings.dataDir() + " cannot be made: " + e.getMessage());
        }
        String url = settings.jdbcUrl();
        Dialect dialect = new SqliteDialect();
        HikariDataSource writer = null;
        try {
            writer = pool(url, "saring-writer", 1);
            Migrations.run(writer, dialect);
            return new Pools(dialect, writer, pool(url, "saring-reader", READERS), new Silence());
        } catch (RuntimeException e) {
            if (writer != null) {
                writer.close();
            }
            throw new UnusableDatabaseException("The store " + url + " cannot be opened: " + Migrations.reason(e));
        }
    }

    private static HikariDataSource pool(String url, String name, int connections) {
        // Pragmas as connection properties: of an init string only the first would run.
        Properties pragmas = new Properties();
        pragmas.setProperty("journal_mode", "WAL");
        pragmas.setProperty("synchronous", "FULL");
        pragmas.setProperty("busy_timeout", "5000");
        pragmas.setProperty("foreign_keys", "true");
        // What is deleted is gone from the file, not only from its tables.
        pragmas.setProperty("secure_delete", "true");
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
