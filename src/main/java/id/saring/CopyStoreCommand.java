package id.saring;

import id.saring.audit.Actor;
import id.saring.audit.Acts;
import id.saring.core.Secret;
import id.saring.db.Database;
import id.saring.db.DatabaseSettings;
import id.saring.db.StoreCopy;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Copies the embedded store to PostgreSQL. */
@Command(
        name = "copy-store",
        description =
                "Copies the embedded store to an empty PostgreSQL database, all of it or nothing. Stop the server before;"
                + " what it stores afterwards would stay behind. The password is read from SARING_DATABASE_PASSWORD.",
        mixinStandardHelpOptions = true)
final class CopyStoreCommand implements Callable<Integer> {
    private static final String COPY = "store.copy";

    private final PrintWriter out;

    @Option(names = "--to-url", required = true, paramLabel = "URL",
            description = "Such as jdbc:postgresql://host/database.")
    private String url = "";

    @Option(names = "--to-user", paramLabel = "NAME", description = "Default: SARING_DATABASE_USER.")
    private @Nullable String user;

    CopyStoreCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        Map<String, Long> rows =
                Commands.withAccounts(store -> copy(store.getBean(Database.class), store));
        rows.forEach((table, count) -> out.printf("%,12d %s%n", count, table));
        String shown = url.replaceFirst("\\?.*", "");
        out.printf("All of the store is in %s now. Start the server with SARING_DATABASE_URL set to that.%n", shown);
        return ExitCode.OK;
    }

    private Map<String, Long> copy(Database from, ApplicationContext store) {
        Environment environment = store.getEnvironment();
        DatabaseSettings settings = new DatabaseSettings(
                Path.of(environment.getRequiredProperty("saring.data-dir")),
                url,
                user == null ? environment.getProperty("saring.database.user") : user,
                environment.getProperty("saring.database.password"));
        try (Database to = Database.open(settings)) {
            if (from.dialect().shared() || !to.dialect().shared()) {
                throw new IllegalArgumentException("A store is copied from a SQLite file to a PostgreSQL database");
            }
            Map<String, Long> rows = new StoreCopy(from, to).run();
            // In both, as either may be the one that is kept.
            store.getBean(Acts.class).record(Actor.TERMINAL, COPY, "store");
            new Acts(to, store.getBean(Secret.class), store.getBean(Clock.class))
                    .record(Actor.TERMINAL, COPY, "store");
            return rows;
        }
    }
}
