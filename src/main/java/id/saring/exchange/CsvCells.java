package id.saring.exchange;

import id.saring.claim.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How texts, lists and sources stand in one cell. A list has one item a line, or items parted by {@code " | "}; a
 * source is
 * {@code title <url> publisher} or a bare address. A backslash takes from the next sign its meaning, so that every
 * text comes back as it was.
 */
final class CsvCells {
    private static final Pattern SEPARATOR = Pattern.compile("\\r?\\n| \\| ");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9A-Fa-f]{4}|[nr\\\\|<>])");
    private static final Pattern SOURCE = Pattern.compile("((?:[^\\\\<]|\\\\.)*)<([^<>\\s]*)>(.*)", Pattern.DOTALL);

    /** What a spreadsheet would run as a formula, with the apostrophes that already keep it from that. */
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private CsvCells() {}

    /** A text as a cell no spreadsheet takes for a formula. */
    static String write(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return "";
        }
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    static String read(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }

    static String writeList(List<String> items) {
        return write(items.stream()
                .filter(item -> !item.isBlank())
                .map(CsvCells::escape)
                .collect(Collectors.joining("\n")));
    }

    static List<String> readList(String cell) {
        return items(cell).stream().map(CsvCells::unescape).toList();
    }

    static String writeSources(List<Source> sources) {
        return write(sources.stream()
                .map(source -> escapeSource(source.title()) + " <" + source.url() + ">"
                        + (source.publisher() == null || source.publisher().isBlank()
                                ? ""
                                : " " + escapeSource(source.publisher())))
                .collect(Collectors.joining("\n")));
    }

    static List<ObjectNode> readSources(String cell) {
        List<ObjectNode> sources = new ArrayList<>();
        for (String item : items(cell)) {
            ObjectNode source = JsonNodeFactory.instance.objectNode();
            Matcher parts = SOURCE.matcher(item);
            if (parts.matches()) {
                source.put("title", unescape(parts.group(1).strip()));
                source.put("url", parts.group(2));
                source.put("publisher", unescape(parts.group(3).strip()));
            } else {
                source.put("url", unescape(item));
            }
            sources.add(source);
        }
        return sources;
    }

    private static List<String> items(String cell) {
        return SEPARATOR.splitAsStream(read(cell)).map(String::strip).filter(item -> !item.isEmpty()).toList();
    }

    private static String escapeSource(String text) {
        return escape(text).replace("<", "\\<").replace(">", "\\>");
    }

    private static String escape(String text) {
        String inner = text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("|", "\\|");
        String left = inner.stripLeading();
        String right = left.stripTrailing();
        return codes(inner.substring(0, inner.length() - left.length())) + right
                + codes(left.substring(right.length()));
    }

    /** Spaces around an item, which reading would take for padding. */
    private static String codes(String spaces) {
        return spaces.chars().mapToObj(c -> "\\u%04x".formatted(c)).collect(Collectors.joining());
    }

    private static String unescape(String text) {
        return ESCAPE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(switch (match.group(1).charAt(0)) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 'u' -> String.valueOf((char) Integer.parseInt(match.group(1).substring(1), 16));
            default -> match.group(1);
        }));
    }
}
