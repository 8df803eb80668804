package id.saring.db;

import com.zaxxer.hikari.HikariDataSource;

/** The connections of an opened store, its tables up to date; both pools may be the same one. */
record Pools(
        Dialect dialect, HikariDataSource writer, HikariDataSource reader, Signals signals, AutoCloseable upkeep)
        implements AutoCloseable {
    @Override
    public void close() {
        try {
            upkeep.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            reader.close();
            writer.close();
        }
    }
}
