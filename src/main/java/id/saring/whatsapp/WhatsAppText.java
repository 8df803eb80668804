package id.saring.whatsapp;

import id.saring.chat.RichText;
import id.saring.chat.RichText.Span;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;

/**
 * Writes text in WhatsApp's markup. It knows no escape, so a sign that could be read as markup is replaced by one that
 * looks alike, which never makes a text longer. Addresses of links are written out.
 */
final class WhatsAppText {
    private static final char NO_MARK = 0;
    private static final String SIGNS = "*_~`>";
    private static final String LOOKALIKES = "\u2217\uFF3F\u223C\u02CB\u203A";

    private WhatsAppText() {}

    static String of(RichText text) {
        StringBuilder written = new StringBuilder();
        List<Span> spans = text.spans();
        for (int i = 0; i < spans.size(); i++) {
            boolean wordFollows = i + 1 < spans.size() && startsWithWord(spans.get(i + 1).text());
            switch (spans.get(i)) {
                case RichText.Plain plain -> written.append(neutral(plain.text(), false));
                case RichText.Bold bold -> mark(written, '*', bold.text(), wordFollows);
                case RichText.Italic italic -> mark(written, '_', italic.text(), wordFollows);
                case RichText.Link link -> written.append(link(link));
            }
        }
        return written.toString();
    }

    /** The same without bold and italic. */
    static String plain(RichText text) {
        StringBuilder written = new StringBuilder();
        for (Span span : text.spans()) {
            written.append(span instanceof RichText.Link link ? link(link) : neutral(span.text(), false));
        }
        return written.toString();
    }

    /** At most {@code limit} UTF-16 units, ending in … if something is missing; never cut inside a character. */
    static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int room = limit - 1;
        int end = characters.isBoundary(room) ? room : characters.preceding(room);
        return text.substring(0, end).stripTrailing() + '…';
    }

    /** Marks are read only around words, within one line, and not in the middle of a word. */
    private static void mark(StringBuilder written, char mark, String text, boolean wordFollows) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            String core = line.strip();
            int start = line.indexOf(core);
            String before = line.substring(0, start);
            String after = line.substring(start + core.length());
            boolean wordBefore = before.isEmpty() && !written.isEmpty() && isWord(written.charAt(written.length() - 1));
            boolean wordAfter = after.isEmpty() && i == lines.length - 1 && wordFollows;
            char used = core.isEmpty() || wordBefore || wordAfter ? NO_MARK : mark;
            written.append(i == 0 ? "" : "\n").append(before);
            if (used == NO_MARK) {
                written.append(neutral(core, false));
            } else {
                written.append(used).append(neutral(core, true)).append(used);
            }
            written.append(after);
        }
    }

    private static String link(RichText.Link link) {
        return link.text().isBlank() || link.text().equals(link.url())
                ? link.url()
                : neutral(link.text(), false) + ": " + link.url();
    }

    /** @param marked whether it stands between marks, where a sign within a word could end them */
    private static String neutral(String text, boolean marked) {
        StringBuilder neutral = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            int sign = SIGNS.indexOf(text.charAt(i));
            if (sign >= 0 && (marked || isRead(text, i))) {
                neutral.setCharAt(i, LOOKALIKES.charAt(sign));
            }
        }
        return neutral.toString();
    }

    /** Whether WhatsApp could read the sign as markup; within words, as in {@code snake_case}, it does not. */
    private static boolean isRead(String text, int i) {
        return switch (text.charAt(i)) {
            case '`' -> true;
            case '>' -> text.substring(text.lastIndexOf('\n', i) + 1, i).isBlank();
            default -> !(i > 0 && isWord(text.charAt(i - 1)) && i + 1 < text.length() && isWord(text.charAt(i + 1)));
        };
    }

    private static boolean startsWithWord(String text) {
        return !text.isEmpty() && isWord(text.charAt(0));
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c);
    }
}
