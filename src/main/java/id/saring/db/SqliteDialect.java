package id.saring.db;

import java.util.Map;

/** SQLite: one process, one writer, so nothing to skip and nobody to keep out. */
record SqliteDialect() implements Dialect {
    @Override
    public Map<String, String> migrationPlaceholders() {
        return Map.of(
                "identity", "INTEGER PRIMARY KEY AUTOINCREMENT",
                "long", "INTEGER",
                "double", "REAL",
                "blob", "BLOB",
                "nulls_last", "",
                "strict", "STRICT");
    }

    @Override
    public String skipLocked() {
        return "";
    }

    @Override
    public String onlyOneFor(String space, String key) {
        return "1 = 1";
    }

    @Override
    public String scrubbing() {
        return "PRAGMA wal_checkpoint(TRUNCATE)";
    }

    @Override
    public boolean shared() {
        return false;
    }
}
