package id.saring.match;

import id.saring.text.TextLanguage;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The stems of a message's words, and how well the index knows them. An empty language is one that nothing tells. */
record Stems(Optional<TextLanguage> language, TermStatistics terms) {
    /** Where the language is open, as in a query of one word, the stem that the index knows better. */
    String of(String word) {
        return better(word, TextLanguage::stem);
    }

    /** The same for a word that is unlikely to come again. */
    String once(String word) {
        return better(word, TextLanguage::stemOnce);
    }

    private String better(String word, BiFunction<TextLanguage, String, String> stem) {
        if (language.isPresent()) {
            return stem.apply(language.get(), word);
        }
        String indonesian = stem.apply(TextLanguage.INDONESIAN, word);
        String english = stem.apply(TextLanguage.ENGLISH, word);
        return count(english) > count(indonesian) ? english : indonesian;
    }

    boolean isStopWord(String word) {
        return language.isPresent()
                ? language.get().isStopWord(word)
                : TextLanguage.INDONESIAN.isStopWord(word) || TextLanguage.ENGLISH.isStopWord(word);
    }

    /** The language whose names and habits of writing hold; Indonesian where it is open. */
    TextLanguage spelling() {
        return language.orElse(TextLanguage.INDONESIAN);
    }

    /** In how many wordings the stem stands. */
    int count(String stem) {
        return terms.count(TermStatistics.key(stem));
    }

    /** What claims may call it instead, see {@link Meanings}. */
    List<Meanings.Meaning> meanings(String word, String stem) {
        return Meanings.of(word, stem, language, terms);
    }
}
