package id.saring.reply;

import id.saring.chat.RichText;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the newsroom's markup: {@code *bold*}, {@code _italic_}, {@code [text](address)}, each within one line and none
 * within another; a backslash takes a sign as itself. Values stand in the text as private-use characters, one each, and
 * are put in last: nothing a value holds can be read as markup.
 */
final class Markup {
    /** The first of the characters that stand for values. */
    static final char FIRST_SLOT = '\uE000';

    static final char LAST_SLOT = '\uF8FF';

    private static final String SIGNS = "*_[]()\\";

    private final String text;
    private final List<String> values;
    private final List<RichText.Span> spans = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();

    private Markup(String text, List<String> values) {
        this.text = text;
        this.values = values;
    }

    /**
     * @throws IllegalArgumentException if a tag is not closed or a link leads nowhere; the message says which and where
     */
    static RichText parse(String text, List<String> values) {
        return new Markup(text, values).parse();
    }

    static boolean isSlot(int c) {
        return c >= FIRST_SLOT && c <= LAST_SLOT;
    }

    private RichText parse() {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && SIGNS.indexOf(text.charAt(i + 1)) >= 0) {
                plain.append(text.charAt(i + 1));
                i += 2;
            } else if ((c == '*' || c == '_') && opens(i)) {
                i = emphasis(i, c);
            } else if (c == '[' && linkMiddle(i) > 0) {
                i = link(i);
            } else {
                append(c);
                i++;
            }
        }
        flush();
        return new RichText(spans);
    }

    private int emphasis(int start, char sign) {
        int end = start + 1;
        if (at(end) == sign) {
            return end + 1; // nothing in between, as when a value is empty
        }
        while (!(at(end) == sign && !Character.isWhitespace(at(end - 1)) && !inWord(at(end + 1)))) {
            if (at(end) == '\n') {
                throw unclosed(sign + "", start);
            }
            end++;
        }
        String inner = filled(text.substring(start + 1, end));
        flush();
        spans.add(sign == '*' ? new RichText.Bold(inner) : new RichText.Italic(inner));
        return end + 1;
    }

    private int link(int start) {
        int middle = linkMiddle(start);
        int end = middle + 2;
        while (at(end) != ')') {
            if (at(end) == '\n') {
                throw unclosed("[…](", start);
            }
            end++;
        }
        String label = filled(text.substring(start + 1, middle));
        String url = filled(text.substring(middle + 2, end));
        if (!url.startsWith("https://") && !url.startsWith("http://")) {
            throw new IllegalArgumentException("has a link that does not begin with https:// at " + excerpt(start));
        }
        if (label.isBlank()) {
            throw new IllegalArgumentException("has a link without text at " + excerpt(start));
        }
        flush();
        spans.add(new RichText.Link(label, url));
        return end + 1;
    }

    /** Where {@code ](} stands after the bracket at {@code start}, or -1 if that opens no link. */
    private int linkMiddle(int start) {
        for (int i = start + 1; at(i) != '\n' && at(i) != '['; i++) {
            if (at(i) == ']') {
                return at(i + 1) == '(' ? i : -1;
            }
        }
        return -1;
    }

    private boolean opens(int i) {
        return !inWord(i == 0 ? '\n' : text.charAt(i - 1)) && !Character.isWhitespace(at(i + 1));
    }

    /** Whether a sign beside {@code c} belongs to a word or value, as in {@code snake_case} or {@code 2*3}. */
    private static boolean inWord(char c) {
        return Character.isLetterOrDigit(c) || isSlot(c);
    }

    /** The character at {@code i}; a line break beyond the end, so that nothing runs past it. */
    private char at(int i) {
        return i < text.length() ? text.charAt(i) : '\n';
    }

    private void append(char c) {
        if (isSlot(c)) {
            plain.append(values.get(c - FIRST_SLOT));
        } else {
            plain.append(c);
        }
    }

    private String filled(String part) {
        StringBuilder filled = new StringBuilder();
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (isSlot(c)) {
                filled.append(values.get(c - FIRST_SLOT));
            } else {
                filled.append(c);
            }
        }
        return filled.toString();
    }

    private void flush() {
        if (!plain.isEmpty()) {
            spans.add(new RichText.Plain(plain.toString()));
            plain.setLength(0);
        }
    }

    private IllegalArgumentException unclosed(String sign, int start) {
        return new IllegalArgumentException("opens " + sign + " at " + excerpt(start)
                + " and does not close it in that line");
    }

    /** The text from {@code start} on, to be found by in the file; lines cannot be counted any more. */
    private String excerpt(int start) {
        String line = text.substring(start).lines().findFirst().orElse("").replaceAll("[\uE000-\uF8FF]", "{{…}}");
        return "“" + Shortening.shorten(line, 30) + "”";
    }
}
