package id.saring;

import id.saring.audit.Actor;
import id.saring.audit.Acts;
import id.saring.core.Secret;
import id.saring.db.Backup;
import id.saring.db.Database;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** Brings a backup back into an empty store. */
@Command(
        name = "restore",
        description =
                "Brings a backup back into this installation's store, which must be empty: all of it or nothing. The"
                + " secret must be the one the backup was made with. Run it before the first start of the server.",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    private final PrintWriter out;

    @Parameters(paramLabel = "FILE", description = "What the command backup, or Saring by itself, has written.")
    private Path file = Path.of("");

    RestoreCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        Map<String, Long> rows = Commands.withAccounts(this::restore);
        rows.forEach((table, count) -> out.printf("%,12d %s%n", count, table));
        out.println("All of it is in the store now. Start the server.");
        return ExitCode.OK;
    }

    private Map<String, Long> restore(ConfigurableApplicationContext store) {
        Path room = Path.of(store.getEnvironment().getRequiredProperty("saring.data-dir"));
        try {
            Map<String, Long> rows = new Backup(file)
                    .restore(store.getBean(Database.class), store.getBean(Secret.class).fingerprint(), room);
            store.getBean(Acts.class).record(Actor.TERMINAL, "backup.restore", "store");
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
