package id.saring.evaluate;

import id.saring.match.Calibration;
import id.saring.match.MatchModel;
import id.saring.match.MatchSettings;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Sets a model's confidence right for one installation, on answers that were judged there. */
public final class Recalibration {
    private static final int LEAST = 100;
    private static final int LEAST_OF_A_KIND = 5;
    private static final int FOLDS = 5;

    /** Where the bands end in which what was said is held against what was right. */
    private static final double[] BANDS = {0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1};

    private final MatchSettings settings;
    private final PrintWriter printer;

    public Recalibration(MatchSettings settings, PrintWriter printer) {
        this.settings = settings;
        this.printer = printer;
    }

    /**
     * The model, recalibrated; prints what it changes.
     *
     * @throws IllegalArgumentException if that cannot be told from so few answers, or not from these
     */
    public MatchModel of(MatchModel model, List<Judged> judged) {
        long right = judged.stream().filter(Judged::right).count();
        long wrong = judged.size() - right;
        if (judged.size() < LEAST || right < LEAST_OF_A_KIND || wrong < LEAST_OF_A_KIND) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%d judged answers, %d right and %d wrong, are too few: at least %d are needed, %d of each kind",
                    judged.size(), right, wrong, LEAST, LEAST_OF_A_KIND));
        }
        Calibration calibration = new PlattFit(judged).fit();
        print(judged, calibration);
        return model.recalibrated(calibration, "recalibrated on " + judged.size() + " judged answers");
    }

    private void print(List<Judged> judged, Calibration calibration) {
        printer.printf(
                Locale.ROOT,
                "%d judged answers, %d of them right: slope %.3f, offset %.3f%n%n",
                judged.size(),
                judged.stream().filter(Judged::right).count(),
                calibration.slope(),
                calibration.offset());
        printer.printf("confidence     answers   said before   said now   were right%n");
        double from = 0;
        for (double to : BANDS) {
            printBand(judged, calibration, from, to);
            from = to;
        }
        long before = judged.stream().filter(answer -> answer.confidence() >= settings.confident()).count();
        long after = judged.stream()
                .filter(answer -> calibration.probability(answer.logOdds()) >= settings.confident())
                .count();
        printer.printf(
                Locale.ROOT, "%nfrom the threshold %.2f on: %d before, %d now%n", settings.confident(), before, after);
        double old = PlattFit.loss(judged, Calibration.NONE);
        double renewed = lossOutOfFold(judged);
        printer.printf(Locale.ROOT, "mean surprise: %.4f before, %.4f now (on answers not fitted on)%n", old, renewed);
        if (renewed >= old) {
            printer.println("The model was right about itself already; what these numbers change is within chance.");
        }
        printer.flush();
    }

    private void printBand(List<Judged> judged, Calibration calibration, double from, double to) {
        List<Judged> band = judged.stream()
                .filter(answer -> answer.confidence() >= from && (answer.confidence() < to || to == 1))
                .toList();
        if (!band.isEmpty()) {
            printer.printf(
                    Locale.ROOT,
                    "%.2f to %.2f   %7d   %11.3f   %8.3f   %10.3f%n",
                    from,
                    to,
                    band.size(),
                    band.stream().mapToDouble(Judged::confidence).average().orElse(0),
                    band.stream().mapToDouble(answer -> calibration.probability(answer.logOdds())).average().orElse(0),
                    band.stream().filter(Judged::right).count() / (double) band.size());
        }
    }

    /** The loss on each fifth of the answers under the numbers that the others give. */
    private static double lossOutOfFold(List<Judged> judged) {
        double sum = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            List<Judged> in = new ArrayList<>();
            List<Judged> out = new ArrayList<>();
            IntStream.range(0, judged.size()).forEach(i -> (i % FOLDS == left ? out : in).add(judged.get(i)));
            sum += out.size() * PlattFit.loss(out, new PlattFit(in).fit());
        }
        return sum / judged.size();
    }
}
