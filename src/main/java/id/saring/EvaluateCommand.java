package id.saring;

import id.saring.evaluate.Evaluation;
import id.saring.evaluate.GatheringEvaluation;
import id.saring.match.MatchSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the matcher on labelled messages, in a store of its own. */
@Command(
        name = "evaluate",
        description =
                "Runs labelled messages through the matcher, over a store made for the purpose, and prints how well it does.",
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    private final PrintWriter out;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--claims",
            paramLabel = "FILE",
            description = "Claims, one JSON object a line; may be given several times. Needed for all but --gathering.")
    private List<Path> claims = new ArrayList<>();

    @Option(names = "--queries", required = true, paramLabel = "FILE",
            description = "Messages, one JSON object a line; may be given several times.")
    private List<Path> queries = new ArrayList<>();

    @Option(
            names = "--qrels",
            paramLabel = "FILE",
            description =
                    "Labels, query_id<TAB>claim_id a line. The first file counts for ranking; with further ones, such as"
                    + " near-duplicate reviews, all count for whether an answer is right.")
    private List<Path> qrels = new ArrayList<>();

    @Option(names = "--out", paramLabel = "FILE",
            description = "Where the ten best claims of each message are written.")
    private @Nullable Path results;

    @Option(names = "--explain", paramLabel = "QUERY_ID",
            description = "Explain the answer to this one message instead.")
    private @Nullable String explained;

    @Option(names = "--json", description = "Explain as JSON.")
    private boolean json;

    @Option(
            names = "--learn-phrasings",
            description =
                    "Measure instead what confirming wordings is worth: the first message of each claim that has several"
                    + " becomes a phrasing of it, and the others are looked up before and after.")
    private boolean learning;

    @Option(
            names = "--gathering",
            description =
                    "Measure instead how well messages are gathered into cases. Messages whose labels share a claim tell one"
                    + " story.")
    private boolean gathering;

    @Option(names = "--stories", paramLabel = "N",
            description = "For --gathering: how many stories, those with most messages first.")
    private int stories = 100;

    @Option(names = "--each", paramLabel = "N", description = "For --gathering: most messages of one story.")
    private int each = 10;

    @Option(names = "--seed", paramLabel = "N", description = "For --gathering: of the order, and of what is left out.")
    private long seed = 1;

    EvaluateCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        if (gathering) {
            GatheringEvaluation.run(new GatheringEvaluation.Request(queries, qrels, stories, each, seed), out);
            return ExitCode.OK;
        }
        if (claims.isEmpty()) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(),
                    "Missing required option: '--claims=FILE'");
        }
        Evaluation evaluation = new Evaluation(Commands.withSettings(MatchSettings.class));
        Evaluation.Request request = new Evaluation.Request(claims, queries, qrels, results);
        if (learning) {
            evaluation.learn(request, out);
        } else if (explained != null) {
            evaluation.explain(request, explained, json, out);
        } else {
            evaluation.run(request, out);
        }
        return ExitCode.OK;
    }
}
