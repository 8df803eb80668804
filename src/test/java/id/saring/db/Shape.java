package id.saring.db;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a database's tables look like, in words that do not depend on the database. */
final class Shape {
    private static final String FLYWAY = "flyway_schema_history";

    private Shape() {}

    static List<String> tables(Database database) {
        return metaData(database, meta -> {
            List<String> tables = new ArrayList<>();
            try (ResultSet row = meta.getTables(null, null, "%", new String[] {"TABLE"})) {
                while (row.next()) {
                    String name = row.getString("TABLE_NAME");
                    if (!name.equals(FLYWAY) && !name.startsWith("sqlite_")) {
                        tables.add(name);
                    }
                }
            }
            return tables.stream().sorted().toList();
        });
    }

    /** A line for each column: its place, name, kind, and whether it may be absent. */
    static List<String> columns(Database database, String table) {
        return metaData(database, meta -> {
            Map<Integer, String> columns = new TreeMap<>();
            try (ResultSet row = meta.getColumns(null, null, table, "%")) {
                while (row.next()) {
                    // SQLite numbers a row whose id is absent, and yet calls the column optional.
                    boolean optional = row.getInt("NULLABLE") == DatabaseMetaData.columnNullable
                            && !row.getString("IS_AUTOINCREMENT").equals("YES");
                    columns.put(
                            row.getInt("ORDINAL_POSITION"),
                            row.getString("COLUMN_NAME") + " " + kind(row) + (optional ? " or absent" : ""));
                }
            }
            return List.copyOf(columns.values());
        });
    }

    static List<String> primaryKey(Database database, String table) {
        return metaData(database, meta -> {
            Map<Integer, String> columns = new TreeMap<>();
            try (ResultSet row = meta.getPrimaryKeys(null, null, table)) {
                while (row.next()) {
                    columns.put(row.getInt("KEY_SEQ"), row.getString("COLUMN_NAME"));
                }
            }
            return List.copyOf(columns.values());
        });
    }

    /**
     * A line for each index: its columns, and its name unless it stands for a constraint, which each database names its
     * own way.
     */
    static List<String> indexes(Database database, String table) {
        List<String> primaryKey = primaryKey(database, table);
        return metaData(database, meta -> {
            Map<String, List<String>> columns = new TreeMap<>();
            Map<String, Boolean> unique = new TreeMap<>();
            try (ResultSet row = meta.getIndexInfo(null, null, table, false, false)) {
                while (row.next()) {
                    if (row.getString("INDEX_NAME") != null) {
                        columns.computeIfAbsent(row.getString("INDEX_NAME"), name -> new ArrayList<>())
                                .add(row.getString("COLUMN_NAME"));
                        unique.put(row.getString("INDEX_NAME"), !row.getBoolean("NON_UNIQUE"));
                    }
                }
            }
            TreeSet<String> lines = new TreeSet<>();
            columns.forEach((name, on) -> lines.add(
                    Boolean.TRUE.equals(unique.get(name)) ? "unique " + on : name + " " + on));
            lines.remove("unique " + primaryKey);
            return List.copyOf(lines);
        });
    }

    /** Which indexes hold only some rows. */
    static List<String> partialIndexes(Database database) {
        String sql = database.dialect() instanceof SqliteDialect
                ? "SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE '% WHERE %' ORDER BY name"
                : "SELECT indexname FROM pg_indexes WHERE schemaname = 'public' AND indexdef LIKE '% WHERE %' ORDER BY indexname";
        return database.read().sql(sql).query(String.class).list();
    }

    /** How many conditions the rows of a table are checked for. */
    static long checks(Database database, String table) {
        if (database.dialect() instanceof SqliteDialect) {
            String sql = database.read()
                    .sql("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?")
                    .param(table)
                    .query(String.class)
                    .single();
            return sql.split("CHECK \\(", -1).length - 1;
        }
        return database.read()
                .sql("SELECT count(*) FROM pg_constraint WHERE contype = 'c' AND conrelid = ?::regclass")
                .param(table)
                .query(Long.class)
                .single();
    }

    private static String kind(ResultSet column) throws SQLException {
        String type = column.getString("TYPE_NAME").toLowerCase(Locale.ROOT);
        return switch (type) {
            case "integer", "int8", "bigserial" -> "long";
            case "text" -> "text";
            case "blob", "bytea" -> "bytes";
            case "real", "float8" -> "double";
            default -> "unknown " + type;
        };
    }

    private interface Reading<T> {
        T read(DatabaseMetaData meta) throws SQLException;
    }

    private static <T> T metaData(Database database, Reading<T> reading) {
        try (Connection connection = database.dataSource().getConnection()) {
            return reading.read(connection.getMetaData());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
