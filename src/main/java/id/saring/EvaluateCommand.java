package id.saring;

import id.saring.evaluate.Evaluation;
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

/** Measures the matcher on labelled messages, in a store of its own. */
@Command(
        name = "evaluate",
        description = "Runs labelled messages through the matcher, over a store made for the purpose, and prints how well it does.",
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    private final PrintWriter out;

    @Option(names = "--claims", required = true, paramLabel = "FILE", description = "Claims, one JSON object a line; may be given several times.")
    private List<Path> claims = new ArrayList<>();

    @Option(names = "--queries", required = true, paramLabel = "FILE", description = "Messages, one JSON object a line; may be given several times.")
    private List<Path> queries = new ArrayList<>();

    @Option(
            names = "--qrels",
            paramLabel = "FILE",
            description = "Labels, query_id<TAB>claim_id a line. The first file counts for ranking; with further ones, such as"
                    + " near-duplicate reviews, all count for whether an answer is right.")
    private List<Path> qrels = new ArrayList<>();

    @Option(names = "--out", paramLabel = "FILE", description = "Where the ten best claims of each message are written.")
    private @Nullable Path results;

    @Option(names = "--explain", paramLabel = "QUERY_ID", description = "Explain the answer to this one message instead.")
    private @Nullable String explained;

    @Option(names = "--json", description = "Explain as JSON.")
    private boolean json;

    EvaluateCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        Evaluation evaluation = new Evaluation(Commands.withSettings(MatchSettings.class));
        Evaluation.Request request = new Evaluation.Request(claims, queries, qrels, results);
        if (explained != null) {
            evaluation.explain(request, explained, json, out);
        } else {
            evaluation.run(request, out);
        }
        return ExitCode.OK;
    }
}
