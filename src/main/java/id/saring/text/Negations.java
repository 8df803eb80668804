package id.saring.text;

import java.util.Arrays;
import java.util.Set;

/** Words that turn a statement into its opposite, in both languages. */
public final class Negations {
    private static final Set<String> INDONESIAN = quick(
            "tidak", "bukan", "belum", "jangan", "tanpa", "tak", "enggak", "bukanlah", "tidaklah", "belumlah",
            "janganlah", "tiada", "bantah", "membantah", "dibantah", "batal");
    private static final Set<String> ENGLISH = quick(
            "not", "no", "never", "without", "cannot", "dont", "doesnt", "didnt", "isnt", "arent", "wasnt",
            "werent", "wont", "cant", "couldnt", "shouldnt", "wouldnt", "hasnt", "havent", "hadnt", "mustnt", "neednt",
            "aint", "neither", "nor", "none", "nobody", "denies", "denied", "deny");

    private Negations() {}

    private static Set<String> quick(String... words) {
        return Arrays.stream(words).collect(WordList.toQuickSet());
    }

    /** Whether a lower-case word without apostrophe negates, in either language. */
    public static boolean isNegation(String word) {
        return INDONESIAN.contains(word) || ENGLISH.contains(word);
    }

    /** Whether it negates in this language. */
    static boolean isNegation(String word, TextLanguage language) {
        return (language == TextLanguage.ENGLISH ? ENGLISH : INDONESIAN).contains(word);
    }
}
