package id.saring.reply;

import java.text.BreakIterator;
import java.util.Locale;

/** Makes foreign text fit to be shown: tidy, on one line, and no longer than there is room for. */
final class Shortening {
    private static final char ELLIPSIS = '…';

    private Shortening() {}

    /** One line without control characters and without the marks that could turn the direction of what follows. */
    static String tidy(String text) {
        StringBuilder tidy = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.CONTROL) {
                space = true;
            } else if (!turnsDirection(c) && Character.getType(c) != Character.SURROGATE) {
                if (space && !tidy.isEmpty()) {
                    tidy.append(' ');
                }
                space = false;
                tidy.appendCodePoint(c);
            }
        }
        return tidy.toString();
    }

    /**
     * At most {@code limit} UTF-16 units of {@code text}, ending in … if something is missing. Cuts between words where
     * that costs little, and never inside what a reader sees as one character.
     */
    static String shorten(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        if (limit < 1) {
            return "";
        }
        int room = limit - 1;
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        // Whether a character ends at the cut is decided by what stands before it and the one code point after it.
        characters.setText(text.substring(0, Math.min(text.length(), room + 2)));
        int end = characters.isBoundary(room) ? room : characters.preceding(room);
        int word = text.lastIndexOf(' ', end);
        if (word > 0 && end - word <= Math.max(12, limit / 6)) {
            end = word;
        }
        return text.substring(0, end).stripTrailing() + ELLIPSIS;
    }

    private static boolean turnsDirection(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }
}
