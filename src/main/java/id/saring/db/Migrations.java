package id.saring.db;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.NestedExceptionUtils;

/** Brings the tables of a store up to date. */
final class Migrations {
    private Migrations() {}

    static void run(DataSource source, Dialect dialect) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .placeholders(dialect.migrationPlaceholders())
                .load()
                .migrate();
    }

    /** Why it failed, on one line. */
    static String reason(RuntimeException failure) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return message.lines().findFirst().orElse("").strip();
    }
}
