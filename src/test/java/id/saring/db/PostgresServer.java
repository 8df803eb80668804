package id.saring.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A real PostgreSQL server for all tests of this JVM, as durable as in production; each test has a database of its own.
 */
public final class PostgresServer {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final String TEMPLATE = "saring_template";
    private static final EmbeddedPostgres SERVER = start();

    private PostgresServer() {}

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    // Off unless asked for.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
            execute(server, "CREATE DATABASE " + TEMPLATE);
            // Migrated once and then copied, which is quicker than migrating each.
            Database.open(settings(server, TEMPLATE)).close();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new database that has all tables. */
    public static DatabaseSettings newDatabase() {
        return newDatabase(TEMPLATE);
    }

    /** A new database with nothing in it. */
    public static DatabaseSettings newEmptyDatabase() {
        return newDatabase("template0");
    }

    private static synchronized DatabaseSettings newDatabase(String template) {
        String name = "test_" + DATABASES.incrementAndGet();
        execute(SERVER, "CREATE DATABASE " + name + " TEMPLATE " + template);
        return settings(SERVER, name);
    }

    /** Cuts all connections to a database, as a restart of the server would. */
    public static void disconnect(DatabaseSettings settings) {
        JdbcClient.create(SERVER.getPostgresDatabase())
                .sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ?")
                .param(name(settings))
                .query(Boolean.class)
                .list();
    }

    /** How many connections to a database there are. */
    public static int connections(DatabaseSettings settings) {
        return JdbcClient.create(SERVER.getPostgresDatabase())
                .sql("SELECT count(*) FROM pg_stat_activity WHERE datname = ?")
                .param(name(settings))
                .query(Integer.class)
                .single();
    }

    static void execute(DatabaseSettings settings, String sql) {
        JdbcClient.create(SERVER.getDatabase("postgres", name(settings))).sql(sql).update();
    }

    static int port() {
        return SERVER.getPort();
    }

    private static DatabaseSettings settings(EmbeddedPostgres server, String database) {
        String url = "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), database);
        return new DatabaseSettings(Path.of(System.getProperty("java.io.tmpdir")), url, "postgres", "postgres");
    }

    private static String name(DatabaseSettings settings) {
        return settings.jdbcUrl().replaceFirst("\\?.*", "").replaceFirst(".*/", "");
    }

    private static void execute(EmbeddedPostgres server, String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
