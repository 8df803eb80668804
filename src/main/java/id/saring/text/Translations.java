package id.saring.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Single words of one language in the other, for messages whose language is not the claims'. Knows the words of news
 * and hoaxes, not the dictionary; inflected forms are found by their stem.
 */
public final class Translations {
    private static final Map<String, String> TO_INDONESIAN = new HashMap<>();
    private static final Map<String, String> TO_ENGLISH = new HashMap<>();

    static {
        Map<String, String> pairs = WordList.readPairs("translations_en_id.txt");
        pairs.forEach((english, indonesian) -> {
            TO_INDONESIAN.put(english, indonesian);
            TO_ENGLISH.putIfAbsent(indonesian, english);
        });
        pairs.forEach((english, indonesian) -> {
            TO_INDONESIAN.putIfAbsent(TextLanguage.ENGLISH.stem(english), indonesian);
            TO_ENGLISH.putIfAbsent(TextLanguage.INDONESIAN.stem(indonesian), english);
        });
    }

    private Translations() {}

    /** The Indonesian for a lower-case English word, spelt out, and its stem: one word, or two with a space. */
    public static Optional<String> toIndonesian(String englishWord, String stem) {
        return find(TO_INDONESIAN, englishWord, stem);
    }

    /** The English for a lower-case Indonesian word, spelt out, and its stem: the first that the list has for it. */
    public static Optional<String> toEnglish(String indonesianWord, String stem) {
        return find(TO_ENGLISH, indonesianWord, stem);
    }

    private static Optional<String> find(Map<String, String> meanings, String word, String stem) {
        String meaning = meanings.get(word);
        return Optional.ofNullable(meaning != null ? meaning : meanings.get(stem));
    }
}
