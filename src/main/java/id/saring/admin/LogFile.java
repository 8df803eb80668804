package id.saring.admin;

import id.saring.admin.LookupLog.Line;
import id.saring.admin.LookupLog.Lines;
import id.saring.audit.Lookup;
import id.saring.audit.LookupPlace;
import id.saring.core.Pseudonym;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes what is found in the log as CSV, a few hundred lookups at a time; the words of messages are not in it. */
final class LogFile {
    private static final int STEP = 500;

    private static final String[] HEAD = {
        "time", "id", "trace", "channel", "asker", "language", "outcome", "claim", "claim_version", "confidence",
        "candidates", "latency_ms", "cache_hit", "forwarding", "delivery", "sent", "reported"
    };

    private final LookupLog log;

    LogFile(LookupLog log) {
        this.log = log;
    }

    void write(LogQuestion question, Appendable out) throws IOException {
        CSVPrinter csv = new CSVPrinter(out,
                CSVFormat.DEFAULT.builder().setHeader(HEAD).setRecordSeparator('\n').get());
        LookupPlace place = question.before();
        while (place != null) {
            Lines some = log.withoutTexts(question, place, STEP);
            for (Line line : some.lines()) {
                write(line, csv);
            }
            csv.flush();
            place = some.next();
        }
    }

    private static void write(Line line, CSVPrinter csv) throws IOException {
        Lookup lookup = line.entry().lookup();
        Pseudonym asker = lookup.asked().asker();
        Lookup.Answer answer = lookup.answer();
        csv.printRecord(
                lookup.at(),
                line.entry().id(),
                line.entry().trace(),
                lookup.asked().door(),
                asker == null ? null : asker.value(),
                lookup.language().code(),
                text(lookup.outcome()),
                answer == null ? null : answer.claim(),
                answer == null ? null : answer.version(),
                answer == null ? null : String.format(Locale.ROOT, "%.4f", answer.confidence()),
                lookup.candidates().stream().map(String::valueOf).collect(Collectors.joining(" ")),
                String.format(Locale.ROOT, "%.3f", lookup.latency().toNanos() / 1e6),
                lookup.cacheHit() ? "yes" : "no",
                text(lookup.asked().forwarding()),
                line.sending().state(),
                time(line.sending().sent()),
                time(line.sending().reported()));
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    /** What a spreadsheet would run as a formula is kept from that by an apostrophe. */
    private static String text(String value) {
        return !value.isEmpty() && "=+-@\t\r'".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }
}
