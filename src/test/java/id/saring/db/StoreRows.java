package id.saring.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that is in a store, in a form that can be compared with another's. */
public final class StoreRows {
    private StoreRows() {}

    /** A line for each row of each table, sorted. */
    public static Map<String, List<String>> of(Database database) {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : Shape.tables(database)) {
            rows.put(table, database.read()
                    .sql("SELECT * FROM " + table)
                    .query((row, number) -> line(row))
                    .list()
                    .stream()
                    .sorted()
                    .toList());
        }
        return rows;
    }

    private static String line(ResultSet row) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            Object value = row.getObject(i);
            values.add(value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value));
        }
        return String.join(" | ", values);
    }
}
