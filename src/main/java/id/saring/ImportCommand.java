package id.saring;

import id.saring.audit.Actor;
import id.saring.audit.Acts;
import id.saring.claim.Claims;
import id.saring.core.Language;
import id.saring.exchange.ClaimImport;
import id.saring.exchange.ImportListener;
import id.saring.exchange.ImportReport;
import id.saring.exchange.RowError;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes claims from a file into the store. */
@Command(
        name = "import",
        description =
                "Takes claims from a file into the store: JSON Lines, CSV, ClaimReview, RSS or Atom, gzipped or not."
                + " Rows that are no claims are told, the others go in.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    private final PrintWriter out;
    private final PrintWriter err;

    @Parameters(paramLabel = "FILE",
            description = "A file ending in .jsonl, .csv, .json or .xml, or with .gz after it.")
    private Path file = Path.of("");

    @Option(names = "--dry-run", description = "Tell what would happen and write nothing.")
    private boolean dryRun;

    @Option(names = "--language", description = "The language of rows that name none: id or en.")
    private @Nullable Language language;

    ImportCommand(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        ImportReport report = Commands.withAccounts(store -> {
            ClaimImport imports = importOf(store);
            if (dryRun) {
                return imports.rehearse(file, listener());
            }
            ImportReport done = imports.run(file, listener());
            store.getBean(Acts.class)
                    .record(
                            Actor.TERMINAL,
                            "claim.import",
                            "claims",
                            Map.of(),
                            Map.of("new", done.created(), "changed", done.updated(), "not taken", done.failed()));
            return done;
        });
        report.notes().forEach(out::println);
        out.printf(
                dryRun
                        ? "Dry run, nothing was written: %d rows, %d would be new, %d changed, %d the same, %d not taken.%n"
                        : "%d rows: %d new, %d changed, %d the same, %d not taken.%n",
                report.rows(), report.created(), report.updated(), report.unchanged(), report.failed());
        return report.failed() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private ClaimImport importOf(ApplicationContext store) {
        return language == null
                ? store.getBean(ClaimImport.class)
                : new ClaimImport(store.getBean(Claims.class), language);
    }

    private ImportListener listener() {
        return new ImportListener() {
            @Override
            public void failed(RowError error) {
                err.println(error);
            }

            @Override
            public void progress(long rows) {
                err.println(rows + " rows read");
            }
        };
    }
}
