package id.saring;

import id.saring.audit.Actor;
import id.saring.audit.Acts;
import id.saring.db.Backup;
import id.saring.db.Database;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** Writes the store to one file. */
@Command(
        name = "backup",
        description =
                "Writes the whole store, of either kind, to one new file, as it is at one moment; the server may run."
                + " The secret is not in it: keep SARING_SECRET, or the file secret of SARING_DATA_DIR, somewhere else.",
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    private final PrintWriter out;

    @Parameters(paramLabel = "FILE", description = "Where to; must not exist yet.")
    private Path file = Path.of("");

    BackupCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        long bytes = Commands.withAccounts(store -> {
            try {
                long written = new Backup(file).write(store.getBean(Database.class));
                store.getBean(Acts.class).record(Actor.TERMINAL, "backup.write", "store");
                return written;
            } catch (IOException e) {
                throw new UncheckedIOException(e.getMessage(), e);
            }
        });
        out.printf("Written and checked: %s, %,d bytes. The secret is not in it; without it the file is of no use.%n",
                file, bytes);
        return ExitCode.OK;
    }
}
