package id.saring.db;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the store is: a JDBC URL, or nothing for a SQLite file in the data directory. The password is never printed.
 */
public record DatabaseSettings(Path dataDir, @Nullable String url, @Nullable String user, @Nullable String password) {
    /** The embedded store in {@code dataDir}. */
    public static DatabaseSettings embedded(Path dataDir) {
        return new DatabaseSettings(dataDir, null, null, null);
    }

    String jdbcUrl() {
        return url == null || url.isBlank() ? "jdbc:sqlite:" + dataDir.resolve("saring.db") : url;
    }

    @Override
    public String toString() {
        return "DatabaseSettings[dataDir=%s, user=%s]".formatted(dataDir, user);
    }
}
