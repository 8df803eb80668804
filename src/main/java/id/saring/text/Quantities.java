package id.saring.text;

import id.saring.text.NumberWords.Reading;
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

    private static final Map<String, String> UNITS = units();
    private static final Set<String> CURRENCIES = Set.of("rp", "rupiah", "usd", "idr", "dolar", "dollar", "dollars",
            "rs", "euro");

    private Quantities() {}

    /** The words that say how much or of what. */
    public static Set<String> words() {
        return Stream.of(NumberWords.words(), UNITS.keySet()).flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The quantities in the order they stand. */
    public static List<Quantity> in(List<Token> tokens) {
        List<Quantity> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Reading number = NumberWords.at(tokens, i);
            if (number != null) {
                boolean money = i > 0 && CURRENCIES.contains(tokens.get(i - 1).word());
                String unit = number.end() < tokens.size() ? UNITS.get(tokens.get(number.end()).word()) : null;
                found.add(quantity(number.value(), money ? "money" : unit));
                i = number.end() - 1;
            }
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

    private static Map<String, String> units() {
        String[][] kinds = {
            {"1 second", "detik", "second", "seconds"},
            {"60 minute", "menit", "minute", "minutes", "mins"},
            {"3600 hour", "jam", "hour", "hours", "hr", "hrs"},
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
