package id.saring.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the word lists that lie beside this package's classes; lines starting with # are comments. */
final class WordList {
    private WordList() {}

    /** Words separated by white space. */
    static Set<String> read(String name) {
        return lines(name).stream()
                .flatMap(line -> Arrays.stream(line.split("\\s+")))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Lines {@code form = meaning}, several forms separated by white space. */
    static Map<String, String> readPairs(String name) {
        return lines(name).stream()
                .map(line -> line.split("=", 2))
                .flatMap(pair -> Arrays.stream(pair[0].strip().split("\\s+")).map(form -> Map.entry(form, pair[1].strip())))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
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
