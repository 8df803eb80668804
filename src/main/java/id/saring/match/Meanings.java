package id.saring.match;

import id.saring.text.Synonyms;
import id.saring.text.TextLanguage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Other words that claims may use for a word of a message. English ones of the same language were tried and did not
 * pay.
 */
final class Meanings {
    /** A stem that some claim has, and in how many wordings it stands. */
    record Meaning(String stem, int count) {}

    private Meanings() {}

    /**
     * Stems that say the same and that some claim has, those of most claims first; of a translation, if it is better
     * known.
     */
    static List<Meaning> of(String word, String stem, Optional<TextLanguage> language, TermStatistics terms) {
        List<String> synonyms = language.orElse(TextLanguage.INDONESIAN) == TextLanguage.INDONESIAN
                ? Synonyms.of(stem, TextLanguage.INDONESIAN)
                : List.of();
        List<String> translations = language.isEmpty() ? List.of() : Synonyms.translated(word, stem, language.get());
        if (synonyms.isEmpty() && translations.isEmpty()) {
            return List.of();
        }
        List<Meaning> meanings = new ArrayList<>();
        add(meanings, synonyms, 0, terms);
        add(meanings, translations, count(stem, terms), terms);
        meanings.sort(Comparator.comparingInt(meaning -> -meaning.count()));
        return List.copyOf(meanings);
    }

    private static void add(List<Meaning> meanings, List<String> stems, int moreThan, TermStatistics terms) {
        for (String stem : stems) {
            Meaning meaning = new Meaning(stem, count(stem, terms));
            if (meaning.count() > moreThan && !meanings.contains(meaning)) {
                meanings.add(meaning);
            }
        }
    }

    private static int count(String stem, TermStatistics terms) {
        return terms.count(TermStatistics.key(stem));
    }
}
