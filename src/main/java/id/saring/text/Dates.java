package id.saring.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds full dates (day, month, year) written in a text, in Indonesian or English. */
public final class Dates {
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1), Map.entry("feb", 2), Map.entry("peb", 2), Map.entry("mar", 3), Map.entry("apr", 4),
            Map.entry("mei", 5), Map.entry("may", 5), Map.entry("jun", 6), Map.entry("jul", 7), Map.entry("agu", 8),
            Map.entry("ags", 8), Map.entry("aug", 8), Map.entry("sep", 9), Map.entry("okt", 10), Map.entry("oct", 10),
            Map.entry("nov", 11), Map.entry("nop", 11), Map.entry("des", 12), Map.entry("dec", 12));
    private static final String MONTH =
            "(jan|feb|peb|mar|apr|mei|may|jun|jul|agu|ags|aug|sep|okt|oct|nov|nop|des|dec)[a-z]{0,7}\\.?";
    // Not \\b: it walks back over every combining mark, which a hostile text can be made of.
    static final Pattern DATE = Pattern.compile(
            "(?<![0-9A-Za-z])(?:(\\d{4})-(\\d{1,2})-(\\d{1,2})"
                    + "|(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+" + MONTH + ",?[\\s-]+(\\d{4})"
                    + "|" + MONTH + "\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})"
                    + "|(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4}))(?![0-9A-Za-z])",
            Pattern.CASE_INSENSITIVE);

    private static final int SHORTEST_MONTH = 3;

    /** A year, or a day such as {@code 12th}. */
    private static final int LONGEST_NUMBER = 4;

    private Dates() {}

    /** The dates in the order they stand, at most {@code limit}; impossible ones are passed over. */
    public static List<LocalDate> in(String text, int limit) {
        List<LocalDate> dates = new ArrayList<>();
        Matcher found = DATE.matcher(text).useTransparentBounds(true);
        for (int i = 0; i < text.length() && dates.size() < limit; ) {
            int end = endOfWord(text, i);
            if (!mayBegin(text, i, end) || !found.region(i, text.length()).lookingAt()) {
                i = Math.max(i + 1, end);
                continue;
            }
            i = found.end();
            try {
                dates.add(read(found));
            } catch (DateTimeException e) {
                // 31.02.2020 and the like: not a date
            }
        }
        return dates;
    }

    /** Where the letters and digits that begin at {@code from} end. */
    private static int endOfWord(String text, int from) {
        int end = from;
        while (end < text.length() && isAlphanumeric(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /**
     * Whether a word that ends there is a number, or begins like the name of a month and stands before a number: the
     * expression itself is slow to say no.
     */
    private static boolean mayBegin(String text, int start, int end) {
        int length = end - start;
        if (length > 0 && Numbers.isDigit(text.charAt(start))) {
            return length <= LONGEST_NUMBER;
        }
        return length >= SHORTEST_MONTH
                && isBeforeNumber(text, end)
                && MONTHS.containsKey(text.substring(start, start + SHORTEST_MONTH).toLowerCase(Locale.ROOT));
    }

    /** Whether white space stands there, behind a full stop or not, and then a digit. */
    private static boolean isBeforeNumber(String text, int end) {
        int space = end < text.length() && text.charAt(end) == '.' ? end + 1 : end;
        int number = space;
        while (number < text.length() && WordScanner.isSpace(text.charAt(number))) {
            number++;
        }
        return number > space && number < text.length() && Numbers.isDigit(text.charAt(number));
    }

    private static boolean isAlphanumeric(char c) {
        return c >= 'a' && c <= 'z' || Numbers.isDigit(c) || c >= 'A' && c <= 'Z';
    }

    private static LocalDate read(Matcher found) {
        if (found.group(1) != null) {
            return LocalDate.of(number(found, 1), number(found, 2), number(found, 3));
        }
        if (found.group(4) != null) {
            return LocalDate.of(number(found, 6), month(found.group(5)), number(found, 4));
        }
        if (found.group(7) != null) {
            return LocalDate.of(number(found, 9), month(found.group(7)), number(found, 8));
        }
        return LocalDate.of(number(found, 12), number(found, 11), number(found, 10));
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static int month(String name) {
        return MONTHS.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
    }
}
