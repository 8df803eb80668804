package id.saring.evaluate;

import java.io.PrintWriter;
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
                    "%-20s answerable %5d: success@1 %.4f @5 %.4f @10 %.4f, MAP@5 %.4f, recall@%d %.4f, recall at 95 %% precision %.4f, at 90 %% %.4f, match precision %.4f recall %.4f%n",
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
}
