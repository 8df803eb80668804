package id.saring.db;

import java.util.Map;

/** What the databases do differently, asked as questions of capability so that no caller branches on a name. */
public sealed interface Dialect permits SqliteDialect {
    /** Placeholders of the migrations: column types and table options. */
    Map<String, String> migrationPlaceholders();

    /** Appended to a select of work to take, so that replicas pass over rows another one is taking; empty if only one process works. */
    String skipLocked();
}
