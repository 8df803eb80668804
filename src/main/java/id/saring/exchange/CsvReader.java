package id.saring.exchange;

import id.saring.exchange.LineReader.Line;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Cuts a table into rows and makes of each the object that {@link ClaimForm} reads. Rows are parsed one by one: a quote
 * that is never closed costs its own row, not the rest of the file.
 */
final class CsvReader {
    private final LineReader lines;

    CsvReader(Reader in) {
        this.lines = new LineReader(in);
    }

    /** @throws UnusableFileException if it has no header with a column {@code claim} */
    void read(Pieces pieces) throws IOException {
        Line header = nextLine();
        if (header == null) {
            throw new UnusableFileException("The file is empty; a CSV file needs a header line");
        }
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(delimiterOf(header.text())).get();
        List<String> columns = columns(parse(header.text(), format));
        for (Line line = nextLine(); line != null; line = nextLine()) {
            readRow(line, columns, format, pieces);
        }
    }

    private void readRow(Line first, List<String> columns, CSVFormat format, Pieces pieces) throws IOException {
        List<Line> more = new ArrayList<>();
        String whole = wholeRow(first, more);
        CSVRecord row = whole == null ? null : parse(whole, format);
        if (row == null || row.size() != columns.size()) {
            lines.putBack(more);
            CSVRecord alone = parse(first.text(), format);
            if (alone == null) {
                pieces.broken(first.place(), "has a quote that is not closed or stands in the middle of a cell");
                return;
            }
            if (alone.size() != columns.size()) {
                pieces.broken(first.place(),
                        "has %d cells where the header has %d".formatted(alone.size(), columns.size()));
                return;
            }
            row = alone;
        }
        pieces.found(first.place(), object(row, columns));
    }

    /**
     * The row's text with the lines its quoted cells go on in, which are put into {@code more}; null if it never ends.
     */
    private @Nullable String wholeRow(Line first, List<Line> more) throws IOException {
        StringBuilder text = new StringBuilder(first.text());
        boolean open = hasOddQuotes(first.text());
        while (open) {
            Line line = lines.next();
            if (line == null || text.length() + line.text().length() > RowLimits.ROW) {
                if (line != null) {
                    more.add(line);
                }
                return null;
            }
            more.add(line);
            text.append(line.text());
            open ^= hasOddQuotes(line.text());
        }
        return first.tooLong() ? null : text.toString();
    }

    private @Nullable Line nextLine() throws IOException {
        Line line = lines.next();
        while (line != null && line.blank()) {
            line = lines.next();
        }
        return line;
    }

    private static @Nullable CSVRecord parse(String text, CSVFormat format) {
        try (CSVParser parser = CSVParser.parse(text, format)) {
            List<CSVRecord> records = parser.getRecords();
            return records.size() == 1 ? records.getFirst() : null;
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private static boolean hasOddQuotes(String text) {
        return text.chars().filter(c -> c == '"').count() % 2 == 1;
    }

    /** Spreadsheets write semicolons where the comma is the decimal sign, as in Indonesia. */
    private static char delimiterOf(String header) {
        char delimiter = ',';
        long most = 0;
        for (char candidate : new char[] {',', ';', '\t'}) {
            long count = header.chars().filter(c -> c == candidate).count();
            if (count > most) {
                most = count;
                delimiter = candidate;
            }
        }
        return delimiter;
    }

    /** The fields the columns stand for: {@code First seen on} and {@code first_seen_on} are {@code firstSeenOn}. */
    private static List<String> columns(@Nullable CSVRecord header) {
        List<String> columns = header == null
                ? List.of()
                : header.stream().map(CsvReader::fieldOf).toList();
        if (!columns.contains("claim")) {
            throw new UnusableFileException(
                    "The first line of a CSV file must name its columns, and one must be \"claim\"");
        }
        Set<String> seen = new HashSet<>();
        String twice = columns.stream().filter(column -> !seen.add(column)).collect(Collectors.joining(", "));
        if (!twice.isEmpty()) {
            throw new UnusableFileException("The CSV file has a column twice: " + twice);
        }
        return columns;
    }

    /** Whether a line names the columns of a table of claims. */
    static boolean isHeader(String line) {
        CSVRecord header = parse(line, CSVFormat.DEFAULT.builder().setDelimiter(delimiterOf(line)).get());
        return header != null && header.stream().map(CsvReader::fieldOf).anyMatch("claim"::equals);
    }

    private static String fieldOf(String column) {
        String letters = lettersOf(column);
        return Stream.concat(ClaimForm.FIELDS.stream(), ClaimForm.OTHER_FIELDS.stream())
                .filter(field -> lettersOf(field).equals(letters))
                .findFirst()
                .orElse(column.strip());
    }

    private static String lettersOf(String name) {
        return name.replaceAll("[\\s_-]+", "").toLowerCase(Locale.ROOT);
    }

    private static ObjectNode object(CSVRecord row, List<String> columns) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            String cell = row.get(i);
            switch (column) {
                case "phrasings", "appearances" -> {
                    ArrayNode items = object.putArray(column);
                    CsvCells.readList(cell).forEach(items::add);
                }
                case "sources" -> object.putArray(column).addAll(CsvCells.readSources(cell));
                default -> object.put(column, CsvCells.read(cell));
            }
        }
        return object;
    }
}
