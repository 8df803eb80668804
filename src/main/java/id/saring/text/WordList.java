package id.saring.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Reads the word lists that lie beside this package's classes; lines starting with # are comments. */
final class WordList {
    private WordList() {}

    /** Words separated by white space. */
    static Set<String> read(String name) {
        return lines(name).stream()
                .flatMap(line -> Arrays.stream(line.split("\\s+")))
                .collect(toQuickSet());
    }

    /**
     * An unmodifiable set that is asked for many words it does not have. A hash set mostly knows by the hash code that
     * a word it meets is another; those of {@link Set#of} have to read it, a trip to memory for each.
     */
    static Collector<String, ?, Set<String>> toQuickSet() {
        return Collectors.collectingAndThen(Collectors.toCollection(HashSet::new), Collections::unmodifiableSet);
    }

    /** The same of a map. */
    static <V> Map<String, V> quick(Map<String, V> map) {
        return Collections.unmodifiableMap(new HashMap<>(map));
    }

    /** Lines {@code form = meaning}, several forms separated by white space; in the order of the list. */
    static Map<String, String> readPairs(String name) {
        return pairs(name, "\\s+");
    }

    /** Lines {@code form | form = meaning}, where a form may be of several words; in the order of the list. */
    static Map<String, String> readPhrases(String name) {
        return pairs(name, "\\s*\\|\\s*");
    }

    private static Map<String, String> pairs(String name, String betweenForms) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String line : lines(name)) {
            String[] sides = line.split("=", 2);
            if (sides.length < 2) {
                throw new IllegalStateException(name + ": no meaning in \"" + line + "\"");
            }
            for (String form : sides[0].strip().split(betweenForms)) {
                if (pairs.put(form, sides[1].strip()) != null) {
                    throw new IllegalStateException(name + ": \"" + form + "\" stands there twice");
                }
            }
        }
        return Collections.unmodifiableMap(pairs);
    }

    static List<String> lines(String name) {
        InputStream resource = Objects.requireNonNull(WordList.class.getResourceAsStream("/text/" + name), name);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return reader.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
