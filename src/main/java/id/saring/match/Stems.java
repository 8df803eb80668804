package id.saring.match;

import id.saring.text.TextLanguage;
import java.util.List;
import java.util.Optional;

/** The stems of a message's words, and how well the index knows them. An empty language is one that nothing tells. */
record Stems(Optional<TextLanguage> language, TermStatistics terms) {
    /** Where the language is open, as in a query of one word, the stem that the index knows better. */
    String of(String word) {
        if (language.isPresent()) {
            return language.get().stem(word);
        }
        String indonesian = TextLanguage.INDONESIAN.stem(word);
        String english = TextLanguage.ENGLISH.stem(word);
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

    private int count(String stem) {
        return terms.count(TermStatistics.key(stem));
    }

    /**
     * What the index knows of a word.
     *
     * @param count    in how many wordings the stem stands
     * @param meanings what claims may call it instead, see {@link Meanings}
     */
    record Known(String stem, int count, List<Meanings.Meaning> meanings) {
        /** Whether no claim has it, nor anything that says the same. */
        boolean nothing() {
            return count == 0 && meanings.isEmpty();
        }
    }

    Known known(String word) {
        String stem = of(word);
        return new Known(stem, count(stem), Meanings.of(word, stem, language, terms));
    }
}
