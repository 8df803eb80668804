package id.saring;

import id.saring.audit.Actor;
import id.saring.audit.Acts;
import id.saring.audit.Lookups;
import id.saring.claim.Claims;
import id.saring.evaluate.Judged;
import id.saring.evaluate.JudgedFile;
import id.saring.evaluate.Recalibration;
import id.saring.match.ClaimMatcher;
import id.saring.match.MatchModel;
import id.saring.match.MatchSettings;
import id.saring.match.ScoredClaim;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Sets the matcher's confidence right on the judged answers of this installation. */
@Command(
        name = "recalibrate",
        description = "Sets the confidence of the numbers in force right on judged answers of this installation, and"
                + " writes the numbers to a file for SARING_MATCH_MODEL. At least 100 judged answers are needed.",
        mixinStandardHelpOptions = true)
final class RecalibrateCommand implements Callable<Integer> {
    private static final String MATCH = "match";

    private final PrintWriter out;

    @ArgGroup(multiplicity = "1")
    private From from = new From();

    /** Where judged answers come from: one of these. */
    static final class From {
        @Option(
                names = "--judged",
                paramLabel = "FILE",
                description = "A table with a header, tab-separated or .csv: confidence and right (yes or no), or text"
                        + " and claim (the key of the right one, or -), or text and right.")
        private @Nullable Path file;

        @Option(
                names = "--from-feedback",
                description = "What people said to the answers they got, as the store has it.")
        private boolean feedback;
    }

    @Option(
            names = "--since",
            paramLabel = "DATE",
            description = "Of the store, only look-ups from this day on, such as the day these numbers came into"
                    + " force.")
    private LocalDate since = LocalDate.EPOCH;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the numbers are written.")
    private Path model = Path.of("");

    RecalibrateCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        MatchSettings settings = Commands.withSettings(MatchSettings.class);
        MatchModel inForce = settings.matchModel();
        MatchModel recalibrated = new Recalibration(settings, out).of(inForce, judged(settings));
        recalibrated.write(model);
        out.printf("The numbers are in %s. Start the server with SARING_MATCH_MODEL set to that.%n", model);
        return ExitCode.OK;
    }

    private List<Judged> judged(MatchSettings settings) {
        Path file = from.file;
        return Commands.withAccounts(store -> {
            List<Judged> judged;
            try (Lazy lazy = new Lazy(store.getBean(Claims.class), settings)) {
                judged = file == null
                        ? fromFeedback(store.getBean(Lookups.class))
                        : JudgedFile.read(file, lazy::matcher);
            }
            store.getBean(Acts.class).record(Actor.TERMINAL, "match.recalibrate", "model", Map.of(),
                    Map.of("judged answers", judged.size(), "from", file == null ? "feedback" : "file"));
            return judged;
        });
    }

    /** Answers that the model gave; what an address led to, or the person chose, it had no part in. */
    private List<Judged> fromFeedback(Lookups lookups) {
        return lookups.judgedSince(since.atStartOfDay(ZoneOffset.UTC).toInstant()).stream()
                .filter(answer -> answer.outcome().equals(MATCH) && answer.confidence() != ScoredClaim.BY_ADDRESS)
                .filter(answer -> answer.confidence() > 0 && answer.confidence() < 1)
                .map(answer -> new Judged(answer.confidence(), answer.helpful()))
                .toList();
    }

    /** The matcher over the store, opened only if it is needed. */
    private static final class Lazy implements AutoCloseable {
        private final Claims claims;
        private final MatchSettings settings;
        private @Nullable ClaimMatcher matcher;

        Lazy(Claims claims, MatchSettings settings) {
            this.claims = claims;
            this.settings = settings;
        }

        ClaimMatcher matcher() {
            ClaimMatcher opened = matcher == null ? ClaimMatcher.open(claims, null, settings) : matcher;
            matcher = opened;
            return opened;
        }

        @Override
        public void close() {
            if (matcher != null) {
                matcher.close();
            }
        }
    }
}
