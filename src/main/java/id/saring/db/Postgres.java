package id.saring.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Opens a store in a PostgreSQL database: one pool, whose connections find out when the other end is gone. */
final class Postgres {
    static final String PREFIX = "jdbc:postgresql:";

    /**
     * Connections of one replica; one more listens for each topic. The server allows 100 in all unless told otherwise.
     */
    private static final int CONNECTIONS = 16;

    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** No statement takes as long but a migration, which has a connection without this limit. */
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private Postgres() {}

    /** @throws UnusableDatabaseException if it cannot be reached, does not let us in or cannot be brought up to date */
    static Pools open(DatabaseSettings settings) {
        String url = settings.jdbcUrl();
        String shown = url.substring(PREFIX.length()).replaceFirst("\\?.*", "").replaceFirst("^//", "");
        if (shown.contains("@")) {
            throw new UnusableDatabaseException("SARING_DATABASE_URL must not hold the user or the password;"
                    + " give them as SARING_DATABASE_USER and SARING_DATABASE_PASSWORD");
        }
        Dialect dialect = new PostgresDialect();
        Properties properties = properties();
        properties.remove("socketTimeout");
        DataSource unpooled = unpooled(settings, properties);
        try (Connection connection = unpooled.getConnection()) {
            Migrations.run(unpooled, dialect);
        } catch (SQLException e) {
            throw new UnusableDatabaseException("PostgreSQL at " + shown + " " + reason(e, settings));
        } catch (FlywayException e) {
            throw new UnusableDatabaseException(
                    "The tables in PostgreSQL at " + shown + " cannot be brought up to date: " + Migrations.reason(e));
        }
        HikariDataSource pool = pool(settings);
        return new Pools(dialect, pool, pool, new PostgresSignals(pool, unpooled(settings, properties())), () -> {});
    }

    /** What the driver does unless the URL says otherwise. */
    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "saring");
        properties.setProperty("connectTimeout", Long.toString(CONNECT.toSeconds()));
        properties.setProperty("socketTimeout", Long.toString(ANSWER.toSeconds()));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("reWriteBatchedInserts", "true");
        return properties;
    }

    private static DataSource unpooled(DatabaseSettings settings, Properties properties) {
        DriverManagerDataSource source = new DriverManagerDataSource(settings.jdbcUrl(), properties);
        if (settings.user() != null && !settings.user().isBlank()) {
            source.setUsername(settings.user());
            source.setPassword(settings.password());
        }
        return source;
    }

    private static HikariDataSource pool(DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("saring");
        config.setJdbcUrl(settings.jdbcUrl());
        if (settings.user() != null && !settings.user().isBlank()) {
            config.setUsername(settings.user());
            config.setPassword(settings.password());
        }
        config.setDataSourceProperties(properties());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(CONNECT.toMillis());
        config.setKeepaliveTime(Duration.ofSeconds(60).toMillis());
        config.setMaxLifetime(Duration.ofMinutes(10).toMillis());
        // What every transaction is written for, whatever the server's default.
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return new HikariDataSource(config);
    }

    /** Words that follow the server's name. */
    private static String reason(SQLException e, DatabaseSettings settings) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String message = e.getMessage() == null ? state : e.getMessage().lines().findFirst().orElse("").strip();
        return switch (state) {
            case "28P01", "28000" -> "does not let user \"" + settings.user() + "\" in; check SARING_DATABASE_USER and"
                    + " SARING_DATABASE_PASSWORD (" + message + ")";
            case "3D000" -> "has no such database; create it first (" + message + ")";
            default -> state.startsWith("08") ? "cannot be reached: " + message : "cannot be used: " + message;
        };
    }
}
