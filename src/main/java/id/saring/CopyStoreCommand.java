package id.saring;

import id.saring.db.Database;
import id.saring.db.DatabaseSettings;
import id.saring.db.StoreCopy;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
                Commands.withStore(store -> copy(store.getBean(Database.class), store.getEnvironment()));
        rows.forEach((table, count) -> out.printf("%,12d %s%n", count, table));
        String shown = url.replaceFirst("\\?.*", "");
        out.printf("All of the store is in %s now. Start the server with SARING_DATABASE_URL set to that.%n", shown);
        return ExitCode.OK;
    }

    private Map<String, Long> copy(Database from, Environment environment) {
        DatabaseSettings settings = new DatabaseSettings(
                Path.of(environment.getRequiredProperty("saring.data-dir")),
                url,
                user == null ? environment.getProperty("saring.database.user") : user,
                environment.getProperty("saring.database.password"));
        try (Database to = Database.open(settings)) {
            if (from.dialect().shared() || !to.dialect().shared()) {
                throw new IllegalArgumentException("A store is copied from a SQLite file to a PostgreSQL database");
            }
            return new StoreCopy(from, to).run();
        }
    }
}
