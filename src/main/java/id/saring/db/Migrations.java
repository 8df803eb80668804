package id.saring.db;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.core.NestedExceptionUtils;

/** Brings the tables of a store up to date. */
final class Migrations {
    private Migrations() {}

    static void run(DataSource source, Dialect dialect) {
        FluentConfiguration asked = Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .placeholders(dialect.migrationPlaceholders());
        try {
            asked.load().migrate();
        } catch (FlywayValidateException e) {
            // A migration that came later may have a smaller number. Whatever else is wrong is so the second time, too.
            asked.outOfOrder(true).load().migrate();
        }
    }

    /** Why it failed, on one line. */
    static String reason(RuntimeException failure) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return message.lines().findFirst().orElse("").strip();
    }
}
