package id.saring;

import id.saring.evaluate.Training;
import id.saring.match.MatchSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Fits the matcher's numbers to labelled messages. */
@Command(
        name = "train",
        description = "Fits the numbers of the matcher to labelled messages, prints how well they do on messages they"
                + " were not fitted on, and writes them to a file.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    private final PrintWriter out;

    @Option(
            names = "--pack",
            required = true,
            paramLabel = "DIR",
            description = "A folder with claims.jsonl (or a STORE.txt naming such files), queries.jsonl, qrels.tsv and"
                    + " perhaps qrels_near.tsv, gzipped or not; may be given several times.")
    private List<Path> packs = new ArrayList<>();

    @Option(
            names = "--order-pack",
            paramLabel = "DIR",
            description = "A pack that shows which claim is right but not when to stay silent, such as altered copies"
                    + " of messages; may be given several times.")
    private List<Path> orderPacks = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--folds", paramLabel = "N", defaultValue = "5", description = "Default: ${DEFAULT-VALUE}.")
    private int folds;

    @Option(names = "--small-stores", description = "Ask the messages also in small stores cut from the packs.")
    private boolean smallStores;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the numbers are written.")
    private Path model = Path.of("");

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description = "Where the ten best claims of each message, out of fold, are written: DIR/PACK/results.tsv.")
    private @Nullable Path results;

    TrainCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        MatchSettings settings = Commands.withSettings(MatchSettings.class);
        new Training(settings, out)
                .run(new Training.Request(packs, orderPacks, seed, folds, smallStores, model, results));
        return ExitCode.OK;
    }
}
