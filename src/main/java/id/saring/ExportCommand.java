package id.saring;

import id.saring.admin.WholeExport;
import id.saring.audit.Actor;
import id.saring.audit.Acts;
import id.saring.audit.Lookups;
import id.saring.claim.Revisions;
import id.saring.db.Database;
import id.saring.exchange.ClaimExport;
import id.saring.exchange.WholeFile;
import id.saring.feed.Feeds;
import id.saring.submission.Cases;
import id.saring.tally.Tallies;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** Writes all claims of the store to a file, or everything that is worth taking along. */
@Command(
        name = "export",
        description = "Writes all claims, drafts and withdrawn ones too, to a file as JSON Lines, CSV or ClaimReview;"
                + " or everything, with revisions, cases, feedback, feeds and tallies, as a zip.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private final PrintWriter out;

    @Parameters(paramLabel = "FILE",
            description = "A file ending in .jsonl, .csv or .json, with .gz after it to compress; or in .zip for everything.")
    private Path file = Path.of("");

    ExportCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        if (file.toString().endsWith(".zip")) {
            Commands.withAccounts(store -> {
                Path written = everything(store, file);
                store.getBean(Acts.class).record(Actor.TERMINAL, "everything.export", "everything");
                return written;
            });
            out.printf("Everything written to %s.%n", file);
            return ExitCode.OK;
        }
        long count = Commands.withAccounts(store -> {
            long written = store.getBean(ClaimExport.class).toFile(file);
            store.getBean(Acts.class)
                    .record(Actor.TERMINAL, "claim.export", "claims", Map.of(), Map.of("claims", written));
            return written;
        });
        out.printf("%d claims written to %s.%n", count, file);
        return ExitCode.OK;
    }

    private static Path everything(ApplicationContext store, Path file) {
        Database database = store.getBean(Database.class);
        WholeExport export = new WholeExport(
                store.getBean(ClaimExport.class),
                store.getBean(Revisions.class),
                new Cases(database, store.getBean(Clock.class)),
                new Tallies(database, store.getBean(ZoneId.class)),
                new Lookups(database),
                new Feeds(database));
        return WholeFile.write(file, out -> {
            export.write(out);
            return file;
        });
    }
}
