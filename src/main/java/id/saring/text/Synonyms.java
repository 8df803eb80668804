package id.saring.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Words of news and hoaxes that can stand for one another, by their stems: in one language, and from one to the other.
 */
public final class Synonyms {
    private static final Map<String, List<String>> INDONESIAN = read("synonyms_id.txt", TextLanguage.INDONESIAN);

    private Synonyms() {}

    /** The other stems of the same meaning in the same language; empty for most words, and for all English ones. */
    public static List<String> of(String stem, TextLanguage language) {
        return language == TextLanguage.INDONESIAN ? INDONESIAN.getOrDefault(stem, List.of()) : List.of();
    }

    /**
     * The stems of the word's translation into the other language; empty for most words.
     *
     * @param stem of the word in its language
     */
    public static List<String> translated(String word, String stem, TextLanguage language) {
        boolean english = language == TextLanguage.ENGLISH;
        TextLanguage other = english ? TextLanguage.INDONESIAN : TextLanguage.ENGLISH;
        Optional<String> meaning =
                english ? Translations.toIndonesian(word, stem) : Translations.toEnglish(word, stem);
        return meaning.isEmpty() ? List.of() : Arrays.stream(meaning.get().split(" ")).map(other::stem).toList();
    }

    private static Map<String, List<String>> read(String list, TextLanguage language) {
        Map<String, List<String>> others = new HashMap<>();
        for (String line : WordList.lines(list)) {
            Set<String> group = new LinkedHashSet<>();
            for (String word : line.split("\\s+")) {
                group.add(language.stem(word));
            }
            for (String stem : group) {
                List<String> rest = new ArrayList<>(group);
                rest.remove(stem);
                if (!rest.isEmpty()) {
                    others.putIfAbsent(stem, List.copyOf(rest));
                }
            }
        }
        return WordList.quick(others);
    }
}
