package id.saring.reply;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the line of a file that a complaint about it speaks of. */
final class FaultyLine {
    private static final Pattern NUMBERED = Pattern.compile("line (\\d+)");
    private static final Pattern NAMED = Pattern.compile("unknown placeholder \\{\\{[>\\s]*([^}\\s]+)");
    private static final Pattern LABEL = Pattern.compile("label (\\S+)");
    private static final Pattern AFTER = Pattern.compile(" (?:at|near|in) [“\"](.+?)[”\"…]");

    private FaultyLine() {}

    /** The number of the line, from 1; 0 if none can be named. */
    static int of(String text, String reason) {
        Matcher numbered = NUMBERED.matcher(reason);
        if (numbered.find()) {
            return Integer.parseInt(numbered.group(1));
        }
        for (Pattern pattern : List.of(NAMED, AFTER, LABEL)) {
            Matcher found = pattern.matcher(reason);
            if (found.find()) {
                return lineWith(text, found.group(1));
            }
        }
        return reason.contains("not closed") ? unclosed(text) : 0;
    }

    private static int lineWith(String text, String part) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(part)) {
                return i + 1;
            }
        }
        return 0;
    }

    /** The first line whose braces do not match. */
    private static int unclosed(String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceAll("\\{\\{[^{}]+}}", "");
            if (line.contains("{") || line.contains("}")) {
                return i + 1;
            }
        }
        return 0;
    }
}
