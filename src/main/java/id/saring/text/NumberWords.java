package id.saring.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers that are written in digits, in words or in both: {@code 6 juta}, {@code lima belas}, {@code two
 * hundred}, {@code dua puluh lima ribu}. One by itself says nothing of how many and is read only behind tens and more.
 */
final class NumberWords {
    private static final Map<String, Double> WORDS = WordList.quick(Map.ofEntries(
            Map.entry("dua", 2.0), Map.entry("tiga", 3.0), Map.entry("empat", 4.0), Map.entry("lima", 5.0),
            Map.entry("enam", 6.0), Map.entry("tujuh", 7.0), Map.entry("delapan", 8.0), Map.entry("sembilan", 9.0),
            Map.entry("sepuluh", 10.0), Map.entry("sebelas", 11.0), Map.entry("seratus", 100.0),
            Map.entry("seribu", 1000.0), Map.entry("sejuta", 1e6), Map.entry("two", 2.0), Map.entry("three", 3.0),
            Map.entry("four", 4.0), Map.entry("five", 5.0), Map.entry("six", 6.0), Map.entry("seven", 7.0),
            Map.entry("eight", 8.0), Map.entry("nine", 9.0), Map.entry("ten", 10.0), Map.entry("eleven", 11.0),
            Map.entry("twelve", 12.0), Map.entry("thirteen", 13.0), Map.entry("fourteen", 14.0),
            Map.entry("fifteen", 15.0), Map.entry("sixteen", 16.0), Map.entry("seventeen", 17.0),
            Map.entry("eighteen", 18.0), Map.entry("nineteen", 19.0), Map.entry("twenty", 20.0),
            Map.entry("thirty", 30.0), Map.entry("forty", 40.0), Map.entry("fifty", 50.0), Map.entry("sixty", 60.0),
            Map.entry("seventy", 70.0), Map.entry("eighty", 80.0), Map.entry("ninety", 90.0),
            Map.entry("tenth", 10.0), Map.entry("eleventh", 11.0), Map.entry("twelfth", 12.0),
            Map.entry("thirteenth", 13.0), Map.entry("fourteenth", 14.0), Map.entry("fifteenth", 15.0),
            Map.entry("sixteenth", 16.0), Map.entry("seventeenth", 17.0), Map.entry("eighteenth", 18.0),
            Map.entry("nineteenth", 19.0), Map.entry("twentieth", 20.0), Map.entry("thirtieth", 30.0),
            Map.entry("fortieth", 40.0), Map.entry("fiftieth", 50.0)));
    private static final Map<String, Double> TIMES = WordList.quick(Map.ofEntries(
            Map.entry("puluh", 10.0), Map.entry("ratus", 100.0), Map.entry("ribu", 1e3), Map.entry("juta", 1e6),
            Map.entry("miliar", 1e9), Map.entry("milyar", 1e9), Map.entry("triliun", 1e12), Map.entry("trilyun", 1e12),
            Map.entry("hundred", 100.0), Map.entry("thousand", 1e3), Map.entry("million", 1e6),
            Map.entry("billion", 1e9), Map.entry("trillion", 1e12), Map.entry("dozen", 12.0),
            Map.entry("lusin", 12.0)));
    private static final Set<String> ONE = Set.of("satu", "one");
    private static final String TEEN = "belas";

    /** From here on what is multiplied is all that stands before. */
    private static final double THOUSAND = 1_000;

    private static final int LONGEST = 15;

    /**
     * A number of a text.
     *
     * @param end the place after its last word
     */
    record Reading(double value, int end) {}

    private final List<Token> tokens;
    private int next;

    /** What is complete: thousands and more. */
    private double total;

    /** Hundreds and tens that wait for a thousand, and what was read last, which waits for tens and hundreds. */
    private double group;

    private double part;

    /** What may be added must be smaller. */
    private double room;

    private NumberWords(List<Token> tokens, int next) {
        this.tokens = tokens;
        this.next = next;
    }

    /** The words that say how many. */
    static Set<String> words() {
        return Stream.of(WORDS.keySet(), TIMES.keySet(), Set.of(TEEN)).flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    /** The number that begins there; null if none does. */
    static @Nullable Reading at(List<Token> tokens, int start) {
        String word = tokens.get(start).word();
        boolean digits = Character.isDigit(word.charAt(0));
        Double first = digits ? number(word) : WORDS.get(word);
        if (first == null) {
            return null;
        }
        NumberWords reader = new NumberWords(tokens, start + 1);
        if (digits) {
            reader.part = first;
        } else {
            reader.add(first);
        }
        return reader.read(digits);
    }

    private Reading read(boolean digits) {
        while (next < tokens.size()) {
            String word = tokens.get(next).word();
            Double times = TIMES.get(word);
            Double more = ONE.contains(word) ? Double.valueOf(1) : WORDS.get(word);
            if (times != null) {
                multiply(times);
            } else if (!digits && word.equals(TEEN) && part > 1 && part < 10 && goesOn()) {
                part += 10;
            } else if (!digits && more != null && more < room && goesOn()) {
                add(more);
            } else {
                break;
            }
            next++;
        }
        return new Reading(total + group + part, next);
    }

    /** Whether the next word stands in the sentence of the one before. */
    private boolean goesOn() {
        return tokens.get(next).sentence() == tokens.get(next - 1).sentence();
    }

    private void add(double value) {
        if (value >= THOUSAND) {
            total += value;
            room = value;
            return;
        }
        group += part;
        part = value;
        room = value == 100 ? 100 : value >= 20 && value % 10 == 0 ? 10 : 0;
    }

    private void multiply(double times) {
        if (times < THOUSAND) {
            part *= times;
        } else if (group + part > 0) {
            total += (group + part) * times;
            group = 0;
            part = 0;
        } else {
            total *= times;
        }
        room = times;
    }

    private static @Nullable Double number(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (!(Numbers.isDigit(c) || c == '.')) {
                return null;
            }
        }
        return word.length() > LONGEST || word.indexOf('.') != word.lastIndexOf('.') ? null : Double.valueOf(word);
    }
}
