package id.saring.text;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.IndonesianStemmer;
import org.tartarus.snowball.ext.PorterStemmer;

/** A language whose words Saring knows: its function words, its stems. */
public enum TextLanguage {
    INDONESIAN("id"),
    ENGLISH("en");

    private static final int SHORTEST_TO_STEM = 3;

    /** A power of two. */
    private static final int STEMS_KEPT = 1 << 17;

    /** Longer words are not kept: somebody may make up many. */
    private static final int LONGEST_KEPT = 32;

    private record Stem(String word, String stem) {}

    /**
     * The last word of each hash code and its stem. Threads may overwrite what others have put, but never see a word
     * with another's stem: both are in one record.
     */
    private final @Nullable Stem[] stems = new Stem[STEMS_KEPT];

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
        return stem(word, word.length() <= LONGEST_KEPT);
    }

    /** The same for a word that is unlikely to come again: to keep each of many such words burdens the collector. */
    public String stemOnce(String word) {
        return stem(word, false);
    }

    private String stem(String word, boolean keep) {
        if (isWhole(word)) {
            return word;
        }
        int hash = word.hashCode();
        int place = (hash ^ hash >>> 15) & STEMS_KEPT - 1;
        Stem kept = stems[place];
        if (kept != null && kept.word.equals(word)) {
            return kept.stem;
        }
        String stem = find(word);
        if (keep) {
            stems[place] = new Stem(word, stem);
        }
        return stem;
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
