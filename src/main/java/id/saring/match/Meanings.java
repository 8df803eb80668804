package id.saring.match;

import id.saring.text.Synonyms;
import id.saring.text.TextLanguage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Other words that claims may use for a word of a message. English ones of the same language were tried and did not pay. */
final class Meanings {
    private Meanings() {}

    /** Stems that say the same and that some claim has, those of most claims first; of a translation, if it is better known. */
    static List<String> of(String word, String stem, Optional<TextLanguage> language, TermStatistics terms) {
        List<String> meanings = new ArrayList<>();
        if (language.orElse(TextLanguage.INDONESIAN) == TextLanguage.INDONESIAN) {
            add(meanings, Synonyms.of(stem, TextLanguage.INDONESIAN), 0, terms);
        }
        language.ifPresent(of -> add(meanings, Synonyms.translated(word, of), count(stem, terms), terms));
        meanings.sort(Comparator.comparingInt(meaning -> -count(meaning, terms)));
        return List.copyOf(meanings);
    }

    private static void add(List<String> meanings, List<String> stems, int moreThan, TermStatistics terms) {
        for (String stem : stems) {
            if (count(stem, terms) > moreThan && !meanings.contains(stem)) {
                meanings.add(stem);
            }
        }
    }

    private static int count(String stem, TermStatistics terms) {
        return terms.count(TermStatistics.key(stem));
    }
}
