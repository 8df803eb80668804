package id.saring.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the quantities of a text: {@code Rp 6 juta}, {@code two weeks}, {@code 9.6}, {@code tujuh kontainer}. */
public final class Quantities {
    /**
     * A number and, where it is known, what it counts.
     *
     * @param unit a kind of measure such as {@code time} (in seconds) or {@code money}; null if the text names none we
     * know
     */
    public record Quantity(double value, @Nullable String unit) {
        private static final double TOLERANCE = 0.005;

        /** Whether both may be the same quantity: equal values, and units that do not differ. */
        public boolean equalTo(Quantity other) {
            double largest = Math.max(Math.abs(value), Math.abs(other.value));
            boolean sameKind = unit == null || other.unit == null || unit.equals(other.unit);
            // Amounts are rounded in the telling; days and years are not.
            double tolerance = "date".equals(unit) || "date".equals(other.unit) ? 0 : TOLERANCE;
            return Math.abs(value - other.value) <= tolerance * largest && sameKind;
        }

        /** Whether both surely count the same kind of thing; a year and a day of a month do not. */
        public boolean comparableTo(Quantity other) {
            return Objects.equals(unit, other.unit) && (!"date".equals(unit) || year(value) == year(other.value));
        }
    }

    private static final Map<String, Double> WORDS = WordList.quick(Map.ofEntries(
            Map.entry("dua", 2.0), Map.entry("tiga", 3.0), Map.entry("empat", 4.0), Map.entry("lima", 5.0),
            Map.entry("enam", 6.0), Map.entry("tujuh", 7.0), Map.entry("delapan", 8.0), Map.entry("sembilan", 9.0),
            Map.entry("sepuluh", 10.0), Map.entry("sebelas", 11.0), Map.entry("seratus", 100.0),
            Map.entry("seribu", 1000.0),
            Map.entry("sejuta", 1e6), Map.entry("two", 2.0), Map.entry("three", 3.0), Map.entry("four", 4.0),
            Map.entry("five", 5.0), Map.entry("six", 6.0), Map.entry("seven", 7.0), Map.entry("eight", 8.0),
            Map.entry("nine", 9.0), Map.entry("ten", 10.0), Map.entry("eleven", 11.0), Map.entry("twelve", 12.0),
            Map.entry("fifteen", 15.0), Map.entry("twenty", 20.0), Map.entry("thirty", 30.0), Map.entry("forty", 40.0),
            Map.entry("fifty", 50.0), Map.entry("sixty", 60.0)));
    private static final Map<String, Double> TIMES = WordList.quick(Map.ofEntries(
            Map.entry("puluh", 10.0), Map.entry("ratus", 100.0), Map.entry("ribu", 1e3), Map.entry("juta", 1e6),
            Map.entry("miliar", 1e9), Map.entry("milyar", 1e9), Map.entry("triliun", 1e12), Map.entry("trilyun", 1e12),
            Map.entry("hundred", 100.0), Map.entry("thousand", 1e3), Map.entry("million", 1e6),
            Map.entry("billion", 1e9),
            Map.entry("trillion", 1e12), Map.entry("dozen", 12.0), Map.entry("lusin", 12.0)));
    private static final Map<String, String> UNITS = units();
    private static final Set<String> CURRENCIES = Set.of("rp", "rupiah", "usd", "idr", "dolar", "dollar", "dollars",
            "rs", "euro");

    private Quantities() {}

    /** The words that say how much or of what. */
    public static Set<String> words() {
        return Stream.of(WORDS, TIMES, UNITS).flatMap(words -> words.keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The quantities in the order they stand. */
    public static List<Quantity> in(List<Token> tokens) {
        List<Quantity> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Double number = number(tokens.get(i).word());
            if (number == null) {
                continue;
            }
            double value = number;
            boolean money = i > 0 && CURRENCIES.contains(tokens.get(i - 1).word());
            int next = i + 1;
            for (; next < tokens.size(); next++) {
                Double times = TIMES.get(tokens.get(next).word());
                if (times == null) {
                    break;
                }
                value *= times;
            }
            String unit = next < tokens.size() ? UNITS.get(tokens.get(next).word()) : null;
            found.add(quantity(value, money ? "money" : unit));
            i = next - 1;
        }
        return found;
    }

    /** Times are brought to seconds, so that two hours and two weeks differ. */
    private static Quantity quantity(double value, @Nullable String unit) {
        if (unit == null) {
            return new Quantity(value, year(value) ? "date" : null);
        }
        int space = unit.indexOf(' ');
        return space < 0
                ? new Quantity(value, unit)
                : new Quantity(value * Double.parseDouble(unit.substring(0, space)), "time");
    }

    private static boolean year(double value) {
        return value >= 1900 && value <= 2100 && value == Math.rint(value);
    }

    private static @Nullable Double number(String word) {
        if (!Character.isDigit(word.charAt(0))) {
            return WORDS.get(word);
        }
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (!(c >= '0' && c <= '9' || c == '.')) {
                return null;
            }
        }
        return word.length() > 15 || word.indexOf('.') != word.lastIndexOf('.') ? null : Double.valueOf(word);
    }

    private static Map<String, String> units() {
        String[][] kinds = {
            {"1 second", "detik", "second", "seconds"},
            {"60 minute", "menit", "minute", "minutes"},
            {"3600 hour", "jam", "hour", "hours"},
            {"86400 day", "hari", "day", "days"},
            {"604800 week", "minggu", "pekan", "week", "weeks"},
            {"2592000 month", "bulan", "month", "months"},
            {"31536000 year", "tahun", "year", "years"},
            {"metre", "meter", "metre", "metres", "meters", "m"},
            {"kilometre", "km", "kilometer", "kilometres", "kilometers"},
            {"kilogram", "kg", "kilogram", "kilo"},
            {"litre", "liter", "litre", "litres"},
            {"percent", "persen", "percent"},
            {"degree", "derajat", "degree", "degrees"},
            {"richter", "sr", "skala", "magnitudo", "magnitude"},
            {"money", "rupiah", "rp", "dolar", "dollar", "dollars"},
            {"data", "gb", "mb", "gigabyte"},
            {"people", "orang", "people", "persons", "korban", "warga", "jiwa"},
            {"date", "januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober",
                "november", "desember", "january", "february", "march", "may", "june", "july", "august",
                "october", "december"}
        };
        Map<String, String> units = new HashMap<>();
        for (String[] kind : kinds) {
            for (int i = 1; i < kind.length; i++) {
                units.put(kind[i], kind[0]);
            }
        }
        return WordList.quick(units);
    }
}
