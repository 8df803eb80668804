package id.saring.db;

import java.util.Map;

/** SQLite: one process, one writer, so nothing to skip. */
record SqliteDialect() implements Dialect {
    @Override
    public Map<String, String> migrationPlaceholders() {
        return Map.of(
                "identity", "INTEGER PRIMARY KEY AUTOINCREMENT",
                "long", "INTEGER",
                "blob", "BLOB",
                "strict", "STRICT");
    }

    @Override
    public String skipLocked() {
        return "";
    }
}
