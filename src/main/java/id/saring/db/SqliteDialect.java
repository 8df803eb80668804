package id.saring.db;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

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

    @Override
    public String writersOf(String table) {
        return "";
    }

    @Override
    public String lastIds() {
        return "SELECT name, seq FROM sqlite_sequence WHERE seq > 0";
    }

    @Override
    public void raiseIds(JdbcClient client, String table, long last) {
        // Its table of these has no key to find a conflict by.
        client.sql("DELETE FROM sqlite_sequence WHERE name = ?").param(table).update();
        client.sql("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)").params(table, last).update();
    }

    @Override
    public String anyOrder() {
        return "PRAGMA defer_foreign_keys = ON";
    }
}
