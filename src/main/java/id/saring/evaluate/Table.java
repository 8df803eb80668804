package id.saring.evaluate;

import id.saring.match.MatchSettings;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Prints measures, one line a kind of message. */
final class Table {
    private final PrintWriter printer;

    Table(PrintWriter printer) {
        this.printer = printer;
    }

    /** A line for all messages and one for each kind, if there are several. */
    void print(Measures all) {
        line("all", all);
        TreeSet<String> kinds = new TreeSet<>();
        all.answered().forEach(answer -> kinds.add(answer.message().kind()));
        if (kinds.size() > 1) {
            kinds.forEach(kind -> line(kind, all.ofKind(kind)));
        }
    }

    void line(String name, Measures m) {
        if (!m.answerable().isEmpty()) {
            printer.printf(
                    Locale.ROOT,
                    "%-20s answerable %5d: success@1 %.4f @5 %.4f @10 %.4f, MAP@5 %.4f, recall@%d %.4f,"
                            + " recall at 95 %% precision %.4f, at 90 %% %.4f, match precision %.4f recall %.4f%n",
                    name,
                    m.answerable().size(),
                    m.success(1),
                    m.success(5),
                    m.success(10),
                    m.meanAveragePrecision(5),
                    Answer.DEPTH,
                    m.recall(),
                    m.recallAtPrecision(0.95),
                    m.recallAtPrecision(0.90),
                    m.matchPrecision(),
                    m.matchRecall());
        }
        if (!m.unanswerable().isEmpty()) {
            printer.printf(
                    Locale.ROOT,
                    "%-20s no answer  %5d: answered with a match %.4f%n",
                    name,
                    m.unanswerable().size(),
                    m.falseMatches());
        }
        printer.flush();
    }

    /** How often the first claim is right where the matcher is so sure of it. */
    void reliability(List<Answer> answers) {
        Reliability reliability = Reliability.of(answers);
        printer.printf("%nconfidence   messages   mean    right%n");
        for (Reliability.Bin bin : reliability.bins()) {
            printer.printf(
                    Locale.ROOT,
                    "%.1f to %.1f   %8d   %.3f   %.3f%n",
                    bin.from(),
                    bin.to(),
                    bin.count(),
                    bin.said(),
                    bin.right());
        }
        printer.printf(
                Locale.ROOT,
                "expected calibration error %.4f, Brier score %.4f%n",
                reliability.error(),
                reliability.brier());
        printer.flush();
    }

    /** What other thresholds would do, with all guards in place. */
    void thresholds(List<List<Answer>> packs) {
        List<Answer> all = packs.stream().flatMap(List::stream).toList();
        printer.printf("%nthreshold   match precision   lowest of a pack   match recall   no answer answered%n");
        for (int i = 0; i < 14; i++) {
            double threshold = 0.30 + 0.05 * i;
            printer.printf(
                    Locale.ROOT,
                    "%9.2f   %15.4f   %16.4f   %12.4f   %18.4f%n",
                    threshold,
                    precision(all, threshold),
                    packs.stream().mapToDouble(answers -> precision(answers, threshold)).min().orElse(0),
                    share(all.stream().filter(answer -> answer.message().answerable()).toList(), threshold, true),
                    share(all.stream().filter(answer -> !answer.message().answerable()).toList(), threshold, false));
        }
    }

    /** What the confidence alone is worth in small stores. */
    void guesses(List<ModelFit.Guess> small, MatchSettings settings) {
        printer.printf("%nSmall stores, out of fold, by confidence alone%n");
        long answerable = small.stream().filter(ModelFit.Guess::answerable).count();
        for (double threshold : new double[] {settings.confident(), settings.possible()}) {
            List<ModelFit.Guess> given = small.stream().filter(guess -> guess.confidence() >= threshold).toList();
            long right = given.stream().filter(ModelFit.Guess::right).count();
            long needless = given.stream().filter(guess -> !guess.answerable()).count();
            printer.printf(
                    Locale.ROOT,
                    "from %.2f on         answerable %5d: precision %.4f recall %.4f; no answer %5d: answered %.4f%n",
                    threshold,
                    answerable,
                    right / (double) Math.max(1, given.size()),
                    right / (double) Math.max(1, answerable),
                    small.size() - answerable,
                    needless / (double) Math.max(1, small.size() - answerable));
        }
    }

    private static double precision(List<Answer> answers, double threshold) {
        return share(answers.stream().filter(answer -> answer.isMatchFrom(threshold)).toList(), threshold, true);
    }

    private static double share(List<Answer> of, double threshold, boolean right) {
        long those = of.stream()
                .filter(answer -> answer.isMatchFrom(threshold) && (!right || answer.isRight()))
                .count();
        return of.isEmpty() ? 0 : those / (double) of.size();
    }
}
