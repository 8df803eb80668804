package id.saring.load;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Where the served jar keeps its store: a SQLite file, or a PostgreSQL server of its own that can be stopped. */
abstract sealed class ServedStore implements AutoCloseable {
    enum Kind {
        SQLITE,
        POSTGRES
    }

    static ServedStore open(Kind kind, Path home) {
        return kind == Kind.SQLITE ? new SqliteFile(home.resolve("data")) : new PostgresServer(home);
    }

    /** Settings for the application. */
    abstract Map<String, String> settings();

    /** For looking in from outside. */
    abstract JdbcClient look();

    /** A look at a SQLite file in that directory. */
    static ServedStore look(Path dataDir) {
        return new SqliteFile(dataDir);
    }

    /** A look at a SQLite file of that name. */
    static ServedStore at(Path file) {
        return new SqliteFile(file.getParent(), file);
    }

    /** The server's first process, if there is one. */
    abstract Optional<ProcessHandle> server();

    @Override
    public abstract void close();

    /** How many pieces of work are not finished. */
    long depth() {
        return look().sql("SELECT count(*) FROM work WHERE done_at IS NULL").query(Long.class).single();
    }

    /** How many pieces of work of that state there are. */
    long count(String state) {
        return look().sql("SELECT count(*) FROM work WHERE state = ?").param(state).query(Long.class).single();
    }

    private static final class SqliteFile extends ServedStore {
        private final Path dataDir;
        private final Path file;

        SqliteFile(Path dataDir) {
            this(dataDir, dataDir.resolve("saring.db"));
        }

        SqliteFile(Path dataDir, Path file) {
            this.dataDir = dataDir;
            this.file = file;
        }

        @Override
        Map<String, String> settings() {
            return Map.of("saring.data-dir", dataDir.toString());
        }

        @Override
        JdbcClient look() {
            String url = "jdbc:sqlite:" + file + "?busy_timeout=5000";
            return JdbcClient.create(new DriverManagerDataSource(url));
        }

        @Override
        Optional<ProcessHandle> server() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }

    static final class PostgresServer extends ServedStore {
        private final Path home;
        private final int port;
        private @Nullable EmbeddedPostgres server;

        PostgresServer(Path home) {
            this.home = home;
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                this.port = free.getLocalPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            start();
        }

        void start() {
            try {
                server = EmbeddedPostgres.builder()
                        .setDataDirectory(home.resolve("postgres"))
                        .setCleanDataDirectory(false)
                        .setPort(port)
                        // Both are off unless asked for.
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void stop() {
            try {
                if (server != null) {
                    server.close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        Map<String, String> settings() {
            return Map.of(
                    "saring.data-dir", home.resolve("data").toString(),
                    "saring.database.url", url(),
                    "saring.database.user", "postgres",
                    "saring.database.password", "postgres");
        }

        @Override
        JdbcClient look() {
            return JdbcClient.create(new DriverManagerDataSource(url(), "postgres", "postgres"));
        }

        @Override
        Optional<ProcessHandle> server() {
            try {
                return ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(home.resolve("postgres/postmaster.pid")).getFirst()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            stop();
        }

        private String url() {
            return "jdbc:postgresql://localhost:" + port + "/postgres";
        }
    }
}
