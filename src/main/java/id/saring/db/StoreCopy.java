package id.saring.db;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Copies a whole store to another, ids and versions included: all of it or nothing, as it was at one moment. While
 * SQLite is copied nobody can write to it; what is written to the old store afterwards is not in the new one.
 */
public final class StoreCopy {
    private static final int BATCH = 500;

    /** The tables that a migration puts a row in, and the column that is 0 as long as nothing has happened. */
    private static final Map<String, String> MARKS =
            Map.of("store_version", "value", "gathering", "variants", "notice_mark", "change_seq",
                    "case_round", "change_seq");

    private final Database from;
    private final Database to;

    public StoreCopy(Database from, Database to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Copies all rows and checks that they arrived.
     *
     * @return how many rows each table has
     * @throws UnusableDatabaseException if the new store is not empty
     */
    public Map<String, Long> run() {
        return from.unchanging(() -> to.transact(() -> {
            if (!to.dialect().anyOrder().isEmpty()) {
                to.write().sql(to.dialect().anyOrder()).update();
            }
            List<String> tables = tables();
            refuseUnlessEmpty(tables);
            MARKS.keySet().forEach(mark -> to.write().sql("DELETE FROM " + mark).update());
            Map<String, Long> counts = new TreeMap<>();
            for (String table : tables) {
                copy(table);
                counts.put(table, verified(table));
            }
            raiseIds(tables);
            return counts;
        }));
    }

    private void refuseUnlessEmpty(List<String> tables) {
        for (String table : tables) {
            String mark = MARKS.get(table);
            String rows = mark == null ? table : table + " WHERE " + mark + " > 0";
            if (count(to, rows) > 0) {
                throw new UnusableDatabaseException("The new store is not empty (table " + table
                        + "); nothing was copied");
            }
        }
    }

    private long verified(String table) {
        long there = count(to, table);
        long here = count(from, table);
        if (there != here) {
            throw new IllegalStateException(
                    "Of %d rows of table %s only %d arrived; nothing was copied".formatted(here, table, there));
        }
        return there;
    }

    private static long count(Database database, String rows) {
        return database.write().sql("SELECT count(*) FROM " + rows).query(Long.class).single();
    }

    private void copy(String table) {
        String columns = String.join(", ", columns(table));
        String places = String.join(", ", Collections.nCopies(columns(table).size(), "?"));
        try (PreparedStatement insert = connection()
                .prepareStatement("INSERT INTO %s (%s) VALUES (%s)".formatted(table, columns, places))) {
            int[] waiting = {0};
            JdbcClient.StatementSpec all = from.write().sql("SELECT %s FROM %s".formatted(columns, table));
            // Without it the driver of PostgreSQL would take in the whole table first.
            all.withFetchSize(BATCH).query((ResultSet row) -> {
                addTo(insert, row);
                if (++waiting[0] % BATCH == 0) {
                    insert.executeBatch();
                }
            });
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("Table " + table + " could not be copied: " + e.getMessage(), e);
        }
    }

    private static void addTo(PreparedStatement insert, ResultSet row) throws SQLException {
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            Object value = row.getObject(i);
            // PostgreSQL knows no NUL in texts.
            insert.setObject(i, value instanceof String text ? text.replace("\0", "") : value);
        }
        insert.addBatch();
    }

    /** Ids go on where they stood, so that none is ever given twice, not even that of a row deleted since. */
    private void raiseIds(List<String> tables) {
        from.write().sql(from.dialect().lastIds()).query((ResultSet row) -> {
            String table = row.getString("name");
            if (tables.contains(table)) {
                to.dialect().raiseIds(to.write(), table, row.getLong("seq"));
            }
        });
    }

    /** All tables but the migrations' own, those that others refer to first. */
    private List<String> tables() {
        Map<String, Set<String>> needs = new TreeMap<>();
        try {
            DatabaseMetaData meta = connection().getMetaData();
            String schema = connection().getSchema();
            try (ResultSet row = meta.getTables(null, schema, "%", new String[] {"TABLE"})) {
                while (row.next()) {
                    String table = row.getString("TABLE_NAME");
                    if (!table.startsWith("sqlite_")) {
                        needs.put(table, new TreeSet<>());
                    }
                }
            }
            needs.remove("flyway_schema_history");
            for (Map.Entry<String, Set<String>> entry : needs.entrySet()) {
                try (ResultSet row = meta.getImportedKeys(null, schema, entry.getKey())) {
                    while (row.next()) {
                        entry.getValue().add(row.getString("PKTABLE_NAME"));
                    }
                }
                entry.getValue().remove(entry.getKey());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The new store cannot be read: " + e.getMessage(), e);
        }
        return inOrder(needs);
    }

    private static List<String> inOrder(Map<String, Set<String>> needs) {
        List<String> ordered = new ArrayList<>();
        while (ordered.size() < needs.size()) {
            List<String> next = needs.keySet().stream()
                    .filter(table -> !ordered.contains(table) && ordered.containsAll(needs.get(table)))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("Tables refer to each other in a circle: " + needs.keySet());
            }
            ordered.addAll(next);
        }
        return ordered;
    }

    private List<String> columns(String table) {
        List<String> columns = new ArrayList<>();
        try (ResultSet row = connection().getMetaData().getColumns(null, connection().getSchema(), table, "%")) {
            while (row.next()) {
                columns.add(row.getString("COLUMN_NAME"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The new store cannot be read: " + e.getMessage(), e);
        }
        return columns;
    }

    /** The new store's connection of the transaction under way. */
    private Connection connection() {
        return DataSourceUtils.getConnection(to.dataSource());
    }
}
