package id.saring.text;

import java.util.Locale;
import java.util.Set;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.IndonesianStemmer;
import org.tartarus.snowball.ext.PorterStemmer;

/** A language whose words Saring knows: its function words, its stems. */
public enum TextLanguage {
    INDONESIAN("id"),
    ENGLISH("en");

    private static final int SHORTEST_TO_STEM = 3;

    private final String code;
    private final Set<String> stopWords;

    TextLanguage(String code) {
        this.code = code;
        this.stopWords = WordList.read("stop_words_" + code + ".txt");
    }

    /** ISO 639-1 code. */
    public String code() {
        return code;
    }

    public static TextLanguage of(String code) {
        return code.toLowerCase(Locale.ROOT).startsWith("en") ? ENGLISH : INDONESIAN;
    }

    /** Words that carry no content. Negations are not among them: they change what a text says. */
    public boolean isStopWord(String word) {
        return stopWords.contains(word);
    }

    /** The stem of a lower-case word; numbers and very short words stay as they are. */
    public String stem(String word) {
        // Kept for no word: to find one among the many that are kept is a trip to memory, and mostly takes longer.
        return isWhole(word) ? word : find(word);
    }

    /** The stem by rules alone, which stay the same: for what is kept in the store. */
    public String stemByRules(String word) {
        return isWhole(word) ? word : snowball(word);
    }

    private static boolean isWhole(String word) {
        return word.length() < SHORTEST_TO_STEM || Character.isDigit(word.charAt(0)) || Negations.isNegation(word);
    }

    private String find(String word) {
        return this == INDONESIAN ? Roots.of(word).orElseGet(() -> snowball(word)) : snowball(word);
    }

    private String snowball(String word) {
        SnowballStemmer stemmer = this == ENGLISH ? new PorterStemmer() : new IndonesianStemmer();
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }
}
