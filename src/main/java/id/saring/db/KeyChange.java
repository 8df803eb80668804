package id.saring.db;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Puts one value in the place of another in a column that is a key, or part of one. */
public final class KeyChange {
    private final Database database;
    private final String from;
    private final String to;

    public KeyChange(Database database, String from, String to) {
        this.database = database;
        this.from = from;
        this.to = to;
    }

    /**
     * Changes a column within the caller's transaction. Where there is a row of the new value already, it stays and the
     * one of the old value goes.
     *
     * @param rest the other columns of the key
     */
    public void in(String table, String column, String... rest) {
        String same = Arrays.stream(rest)
                .map(key -> " AND o.%1$s = %2$s.%1$s".formatted(key, table))
                .collect(Collectors.joining());
        database.write()
                .sql("UPDATE %1$s SET %2$s = ? WHERE %2$s = ? AND NOT EXISTS (SELECT 1 FROM %1$s o WHERE o.%2$s = ?%3$s)"
                        .formatted(table, column, same))
                .params(to, from, to)
                .update();
        database.write().sql("DELETE FROM %s WHERE %s = ?".formatted(table, column)).param(from).update();
    }
}
