package id.saring.db;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the databases do differently, asked as questions of capability so that no caller branches on a name. */
public sealed interface Dialect permits SqliteDialect, PostgresDialect {
    /** Placeholders of the migrations: column types, table and index options. */
    Map<String, String> migrationPlaceholders();

    /**
     * Appended to a select of rows to take, so that replicas pass over rows another one is taking; empty if only one
     * process works.
     */
    String skipLocked();

    /**
     * A condition that holds if this transaction is, until it ends, the only one for which it holds for these two text
     * expressions; always true if only one process works.
     */
    String onlyOneFor(String space, String key);

    /** Statement that takes what was deleted out of the database's own log of changes too; empty if that needs none. */
    String scrubbing();

    /** Whether several processes may serve from one store at the same time. */
    boolean shared();

    /**
     * Query of who is writing to a table now and has not ended; empty if rows are always committed in the order of
     * their ids.
     */
    String writersOf(String table);

    /** Query of {@code name} and {@code seq}: the highest id ever given in each table that numbers its rows. */
    String lastIds();

    /** Makes a table that numbers its rows go on after {@code last}. */
    void raiseIds(JdbcClient client, String table, long last);

    /** Statement to begin a copy with, so that rows of one table may come in any order; empty if that needs none. */
    String anyOrder();
}
