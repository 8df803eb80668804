package id.saring;

import id.saring.audit.Actor;
import id.saring.audit.Acts;
import id.saring.exchange.ClaimExport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** Writes all claims of the store to a file. */
@Command(
        name = "export",
        description = "Writes all claims, drafts and withdrawn ones too, to a file as JSON Lines, CSV or ClaimReview.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private final PrintWriter out;

    @Parameters(paramLabel = "FILE",
            description = "A file ending in .jsonl, .csv or .json, with .gz after it to compress.")
    private Path file = Path.of("");

    ExportCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        long count = Commands.withAccounts(store -> {
            long written = store.getBean(ClaimExport.class).toFile(file);
            store.getBean(Acts.class)
                    .record(Actor.TERMINAL, "claim.export", "claims", Map.of(), Map.of("claims", written));
            return written;
        });
        out.printf("%d claims written to %s.%n", count, file);
        return ExitCode.OK;
    }
}
