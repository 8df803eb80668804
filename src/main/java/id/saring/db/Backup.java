package id.saring.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * A whole store in one file, written while it is in use and brought back into an empty store of either kind. The file
 * is a SQLite database, readable by its owner only. The installation's secret is not in it.
 */
public final class Backup {
    private static final String SECRET = "secret";

    private final Path file;
    private final Path directory;

    /** @throws IllegalArgumentException if it names no file */
    public Backup(Path file) {
        this.file = file.toAbsolutePath().normalize();
        Path parent = this.file.getParent();
        if (parent == null) {
            throw new IllegalArgumentException(file + " names no file");
        }
        this.directory = parent;
    }

    /**
     * Writes the store as it is at one moment. The file appears under its name only once it is whole, checked and on
     * disk.
     *
     * @return its size in bytes
     * @throws IOException if there is such a file, or it cannot be written; nothing is left behind
     */
    public long write(Database store) throws IOException {
        if (Files.exists(file)) {
            throw new IOException(file + " exists already; nothing was written");
        }
        Path room = ownersOnly(directory);
        try {
            Path whole = room.resolve("whole.db");
            if (store.dialect() instanceof SqliteDialect) {
                store.compactInto(whole);
            } else {
                try (Database copy = Database.open(DatabaseSettings.embedded(room))) {
                    new StoreCopy(store, copy).run();
                    copy.compactInto(whole);
                }
            }
            check(whole);
            restrict(whole);
            force(whole, StandardOpenOption.WRITE);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            force(directory, StandardOpenOption.READ);
            return Files.size(file);
        } finally {
            FileSystemUtils.deleteRecursively(room);
        }
    }

    /**
     * Brings it all back into an empty store, all of it or nothing; one of an older version is brought up to date on
     * the way.
     *
     * @param fingerprint of this installation's secret, without which what is in the file could not be read
     * @param room        a directory with as much free space as the file has bytes
     * @return how many rows each table has
     * @throws IOException              if the file cannot be read, is no backup, or is damaged
     * @throws UnusableDatabaseException if the store is not empty, or the file was made under another secret or by a
     * newer
     *                                  version
     */
    public Map<String, Long> restore(Database store, String fingerprint, Path room) throws IOException {
        check(file);
        Path own = ownersOnly(room);
        try {
            // A copy: it is brought up to date, and the backup must stay as it is.
            Files.copy(file, own.resolve("saring.db"));
            try (Database old = Database.open(DatabaseSettings.embedded(own))) {
                refuseUnlessOurs(old, store, fingerprint);
                return new StoreCopy(old, store).run();
            }
        } finally {
            FileSystemUtils.deleteRecursively(own);
        }
    }

    private void refuseUnlessOurs(Database old, Database store, String fingerprint) {
        if (version(old) > version(store)) {
            throw new UnusableDatabaseException(file + " was made by a newer version of Saring; nothing was restored");
        }
        boolean other = old.read()
                .sql("SELECT value FROM store_fact WHERE name = ?")
                .param(SECRET)
                .query(String.class)
                .optional()
                .filter(value -> !value.equals(fingerprint))
                .isPresent();
        if (other) {
            throw new UnusableDatabaseException(file
                    + " was made with another secret: set SARING_SECRET to that one, or put"
                    + " its file secret into SARING_DATA_DIR; nothing was restored");
        }
    }

    private static long version(Database database) {
        return database.read()
                .sql("SELECT coalesce(max(CAST(version AS INTEGER)), 0) FROM flyway_schema_history")
                .query(Long.class)
                .single();
    }

    /** Reads all of it. */
    private static void check(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException(file + " is not there or cannot be read");
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:file:" + file.toUri().getRawPath()
                + "?mode=ro");
                Statement statement = connection.createStatement()) {
            require(statement, "PRAGMA integrity_check(1)", "ok", file);
            require(statement, "SELECT count(*) FROM pragma_foreign_key_check", "0", file);
            require(statement, "SELECT count(*) FROM sqlite_master WHERE name = 'store_fact'", "1", file);
        } catch (SQLException e) {
            throw new IOException(file + " is no backup of Saring, or damaged", e);
        }
    }

    private static void require(Statement statement, String question, String right, Path file)
            throws SQLException, IOException {
        try (ResultSet row = statement.executeQuery(question)) {
            if (!row.next() || !right.equals(row.getString(1))) {
                throw new IOException(file + " is no backup of Saring, or damaged");
            }
        }
    }

    private static Path ownersOnly(Path parent) throws IOException {
        Files.createDirectories(parent);
        Path room = Files.createTempDirectory(parent, ".backup-");
        if (posix(room)) {
            Files.setPosixFilePermissions(room, PosixFilePermissions.fromString("rwx------"));
        }
        return room;
    }

    private static void restrict(Path file) throws IOException {
        if (posix(file)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static void force(Path path, StandardOpenOption access) throws IOException {
        try (FileChannel channel = FileChannel.open(path, access)) {
            channel.force(true);
        }
    }
}
