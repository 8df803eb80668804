package id.saring.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads days as files write them: ISO 8601 with or without a time, or with the month's name in Indonesian or English.
 * Forms that leave day and month open, such as 03/04/2020, are not read at all.
 */
final class Days {
    private static final String TIME = "(?:[T ,]+\\d{1,2}[:.]\\d{2}.*)?";
    private static final Pattern ISO = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})" + TIME);
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?[ -]+(\\p{L}{3,9})\\.?[ ,-]+(\\d{4}|\\d{2})" + TIME);
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(\\p{L}{3,9})\\.? +(\\d{1,2})(?:st|nd|rd|th)?,? +(\\d{4})" + TIME);
    private static final Pattern WEEKDAY = Pattern.compile("^\\p{L}+, *(?=\\S+ )");

    private static final Map<String, Integer> MONTHS = new HashMap<>();

    static {
        String[] names = {
            "januari january jan", "februari february pebruari feb peb", "maret march mar", "april apr", "mei may",
            "juni june jun", "juli july jul", "agustus august agu aug agt ags", "september sep sept",
            "oktober october okt oct", "november nopember nov nop", "desember december des dec"
        };
        for (int month = 0; month < names.length; month++) {
            for (String name : names[month].split(" ")) {
                MONTHS.put(name, month + 1);
            }
        }
    }

    private Days() {}

    /** @throws BadRowException if it is no day */
    static LocalDate parse(String written) {
        String text = written.strip().replaceAll("[\\s\\u00A0]+", " ");
        LocalDate day = numeric(text);
        if (day == null) {
            day = named(WEEKDAY.matcher(text).replaceFirst(""));
        }
        if (day == null) {
            throw new BadRowException("\"" + written + "\" is not a day; write it as 2026-01-31");
        }
        return day;
    }

    private static @Nullable LocalDate numeric(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return day(iso.group(1), Integer.valueOf(iso.group(3)), iso.group(4));
        }
        Matcher compact = COMPACT.matcher(text);
        return compact.matches() ? day(compact.group(1), Integer.valueOf(compact.group(2)), compact.group(3)) : null;
    }

    private static @Nullable LocalDate named(String text) {
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            String year = dayFirst.group(3);
            return day(year.length() == 2 ? "20" + year : year, month(dayFirst.group(2)), dayFirst.group(1));
        }
        Matcher monthFirst = MONTH_FIRST.matcher(text);
        return monthFirst.matches() ? day(monthFirst.group(3), month(monthFirst.group(1)), monthFirst.group(2)) : null;
    }

    private static @Nullable Integer month(String name) {
        return MONTHS.get(name.toLowerCase(Locale.ROOT));
    }

    private static @Nullable LocalDate day(String year, @Nullable Integer month, String day) {
        if (month == null) {
            return null;
        }
        try {
            return LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
