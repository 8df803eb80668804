package id.saring.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * An empty store for each test: a SQLite file or a database of a real PostgreSQL server. A contract of a store
 * registers it as an extension; one subclass for each database says which.
 */
public abstract class TestStore implements BeforeEachCallback, AfterEachCallback {
    private final List<Database> opened = new ArrayList<>();

    private TestStore() {}

    public static TestStore sqlite() {
        return new SqliteFile();
    }

    public static TestStore postgres() {
        return new PostgresDatabase();
    }

    /** Where this test's store is. */
    public abstract DatabaseSettings settings();

    /**
     * Opens this test's store; opened again, it is as another replica would open it. Closed after the test at the
     * latest.
     */
    public Database open() {
        Database database = Database.open(settings());
        opened.add(database);
        return database;
    }

    /** All that is stored, as one would find it on disk, a letter for each byte. */
    public abstract String content();

    abstract void make();

    abstract void remove();

    @Override
    public final void beforeEach(ExtensionContext context) {
        make();
    }

    @Override
    public final void afterEach(ExtensionContext context) {
        opened.forEach(Database::close);
        opened.clear();
        remove();
    }

    private static final class SqliteFile extends TestStore {
        /** None before it is made: a test that another extension has refused is cleaned up after all the same. */
        private @Nullable Path dir;

        @Override
        void make() {
            try {
                dir = Files.createTempDirectory("saring-store");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public DatabaseSettings settings() {
            return DatabaseSettings.embedded(dir());
        }

        @Override
        public String content() {
            StringBuilder all = new StringBuilder();
            try (Stream<Path> files = Files.list(dir())) {
                for (Path file : files.toList()) {
                    all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return all.toString();
        }

        @Override
        void remove() {
            try {
                FileSystemUtils.deleteRecursively(dir);
                dir = null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Path dir() {
            return Objects.requireNonNull(dir, "The store is made before each test");
        }
    }

    private static final class PostgresDatabase extends TestStore {
        private DatabaseSettings settings = DatabaseSettings.embedded(Path.of(""));

        @Override
        void make() {
            settings = PostgresServer.newDatabase();
        }

        @Override
        public DatabaseSettings settings() {
            return settings;
        }

        @Override
        public String content() {
            StringBuilder all = new StringBuilder();
            try (Database database = Database.open(settings)) {
                for (String table : Shape.tables(database)) {
                    database.read().sql("SELECT * FROM " + table).query((ResultSet row) -> {
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            byte[] bytes = row.getBytes(i);
                            all.append(bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1)).append(' ');
                        }
                    });
                }
            }
            return all.toString();
        }

        @Override
        void remove() {
            // Goes with the server; deleting it would cost more than all the rest.
        }
    }
}
