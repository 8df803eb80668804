package id.saring.evaluate;

import id.saring.match.ClaimMatcher;
import id.saring.match.Explanation;
import id.saring.match.Query;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table of judged answers with a header: tab-separated, or CSV if it ends in {@code .csv}. What was answered is told
 * by the confidence it was given with ({@code confidence}) or the message ({@code text}, which is looked up again);
 * whether it was right, by yes or no ({@code right}) or by the key of the claim that is ({@code claim}; {@code -} if
 * none is).
 */
public final class JudgedFile {
    private static final String CONFIDENCE = "confidence";
    private static final String TEXT = "text";
    private static final String RIGHT = "right";
    private static final String CLAIM = "claim";
    private static final Set<String> YES = Set.of("yes", "y", "true", "1", "right", "ya", "benar");
    private static final Set<String> NO = Set.of("no", "n", "false", "0", "wrong", "tidak", "salah");

    private JudgedFile() {}

    /**
     * Reads all rows; messages that find nothing at all are left out.
     *
     * @param matcher opened only if the table holds messages
     * @throws IllegalArgumentException naming the row that cannot be read
     */
    public static List<Judged> read(Path file, Supplier<ClaimMatcher> matcher) {
        boolean commas = file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
        CSVFormat format = (commas ? CSVFormat.RFC4180 : CSVFormat.TDF)
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreHeaderCase(true)
                .setTrim(true)
                .get();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser rows = CSVParser.parse(reader, format)) {
            check(file, rows.getHeaderNames().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());
            List<Judged> judged = new ArrayList<>();
            for (CSVRecord row : rows) {
                try {
                    if (row.isMapped(TEXT)) {
                        lookedUp(row, matcher.get(), judged);
                    } else {
                        judged.add(new Judged(confidence(row.get(CONFIDENCE)), isRight(row.get(RIGHT))));
                    }
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(
                            file + " row " + row.getRecordNumber() + ": " + e.getMessage(), e);
                }
            }
            return judged;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static void check(Path file, List<String> columns) {
        boolean told = columns.contains(CONFIDENCE) && columns.contains(RIGHT);
        boolean asked = columns.contains(TEXT) && (columns.contains(RIGHT) || columns.contains(CLAIM));
        if (!told && !asked) {
            throw new IllegalArgumentException(
                    file + " needs a header with the columns confidence and right, text and claim, or text and right");
        }
    }

    private static void lookedUp(CSVRecord row, ClaimMatcher matcher, List<Judged> judged) {
        Explanation explanation = matcher.explain(new Query(row.get(TEXT), null));
        if (explanation.candidates().isEmpty()) {
            return;
        }
        boolean right = row.isMapped(CLAIM)
                ? row.get(CLAIM).equals(explanation.candidates().getFirst().key())
                : isRight(row.get(RIGHT));
        judged.add(new Judged(explanation.confidence(), right));
    }

    private static double confidence(String text) {
        try {
            double value = Double.parseDouble(text);
            if (value > 0 && value < 1) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException("\"" + text + "\" is no confidence between 0 and 1");
    }

    private static boolean isRight(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            throw new IllegalArgumentException("\"" + text + "\" is neither yes nor no");
        }
        return YES.contains(word);
    }
}
