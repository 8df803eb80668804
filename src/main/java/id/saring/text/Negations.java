package id.saring.text;

import java.util.Set;

/** Words that turn a statement into its opposite, in both languages. */
public final class Negations {
    private static final Set<String> WORDS = Set.of(
            "tidak", "bukan", "belum", "jangan", "tanpa", "tak", "enggak", "bukanlah", "tidaklah", "bantah", "membantah",
            "dibantah", "batal", "not", "no", "never", "without", "cannot", "dont", "doesnt", "didnt", "isnt", "arent",
            "wasnt", "werent", "wont", "cant", "couldnt", "shouldnt", "wouldnt", "hasnt", "havent", "hadnt", "neither",
            "nor", "denies", "denied", "deny");

    private Negations() {}

    /** Whether a lower-case word without apostrophe negates. */
    public static boolean isNegation(String word) {
        return WORDS.contains(word);
    }
}
