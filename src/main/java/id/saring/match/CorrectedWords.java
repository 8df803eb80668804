package id.saring.match;

import id.saring.text.Names;
import id.saring.text.TextLanguage;
import id.saring.text.Token;
import id.saring.text.Tokenizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The words of a message as they were meant: what no claim has, nor anything that says the same, is taken for a slip of
 * the finger where {@link Spelling} finds one.
 */
final class CorrectedWords {
    /** Bounds the work for a message of made-up words. */
    private static final int MOST = 10;

    /** In words. What is longer says enough without those that cannot be read. */
    private static final int LONG = 80;

    private static final int MOST_OF_LONG = 4;

    private final List<Token> typed;
    private final Predicate<String> unknown;
    private final Map<String, String> changes = new LinkedHashMap<>();
    private final Map<String, List<Meanings.Meaning>> others = new HashMap<>();
    private final List<Token> tokens;

    /** What was found for each word that was sought: a passage asks for the same words again. */
    private final Map<String, List<Spelling.Correction>> found;

    private CorrectedWords(List<Token> typed) {
        this.typed = typed;
        this.tokens = typed;
        this.unknown = word -> false;
        this.found = Map.of();
    }

    private CorrectedWords(
            List<Token> typed, Predicate<String> unknown, Map<String, List<Spelling.Correction>> found, Stems stems,
            Spelling spelling) {
        this.typed = typed;
        this.unknown = unknown;
        this.found = found;
        int left = typed.size() <= LONG ? MOST : MOST_OF_LONG;
        Set<String> asked = new HashSet<>();
        for (Iterator<Token> all = typed.iterator(); left > 0 && all.hasNext();) {
            String word = all.next().word();
            if (asked.add(word) && unknown.test(word)) {
                correct(word, found.computeIfAbsent(word, w -> spelling.of(w, stems)), stems);
                left--;
            }
        }
        this.tokens = replaced(typed, changes, stems.spelling());
    }

    static CorrectedWords of(List<Token> typed, Optional<TextLanguage> language, IndexStatistics statistics) {
        Stems stems = new Stems(language, statistics.terms());
        Map<String, Boolean> asked = new HashMap<>();
        Predicate<String> unknown = word -> asked.computeIfAbsent(word, w -> mayBeSlip(w, stems));
        return new CorrectedWords(typed, unknown, new HashMap<>(), stems, statistics.spelling());
    }

    /** No word read as another. */
    static CorrectedWords none(List<Token> typed) {
        return new CorrectedWords(typed);
    }

    /**
     * The same for a passage of these as typed.
     *
     * @param language   the one that these were corrected in
     * @param statistics those that these were corrected by
     */
    CorrectedWords part(List<Token> passage, Optional<TextLanguage> language, IndexStatistics statistics) {
        Stems stems = new Stems(language, statistics.terms());
        return new CorrectedWords(passage, unknown, found, stems, statistics.spelling());
    }

    /** The words with some replaced; a name of several words may be one only then. */
    static List<Token> replaced(List<Token> tokens, Map<String, String> by, TextLanguage language) {
        return by.isEmpty() ? tokens : Tokenizer.joinPhrases(
                tokens.stream()
                        .map(token -> new Token(
                                by.getOrDefault(token.word(), token.word()), token.name(), token.sentence()))
                        .toList(),
                language);
    }

    /** The message as it was typed, slang and units written in full. */
    List<Token> typed() {
        return typed;
    }

    /** The message as it was meant. */
    List<Token> tokens() {
        return tokens;
    }

    /** Whether a word as typed may be a slip of another one, whether that is known or not. */
    boolean isUnknown(String word) {
        return unknown.test(word);
    }

    /** Those of them that were read as other words, each with that word. */
    Map<String, String> changes() {
        return changes;
    }

    /** What else may have been meant where this word was put for another one. */
    List<Meanings.Meaning> others(String word) {
        return others.getOrDefault(word, List.of());
    }

    private void correct(String word, List<Spelling.Correction> meant, Stems stems) {
        if (!meant.isEmpty()) {
            String likeliest = meant.getFirst().word();
            changes.put(word, likeliest);
            others.putIfAbsent(likeliest, meant.stream()
                    .skip(1)
                    .filter(correction -> !stems.isStopWord(correction.word()))
                    .map(correction -> new Meanings.Meaning(correction.stem(), correction.count()))
                    .toList());
        }
    }

    private static boolean mayBeSlip(String word, Stems stems) {
        if (stems.isStopWord(word) || Names.words().contains(word) || !Spelling.mayBeSlip(word)) {
            return false;
        }
        String stem = stems.of(word);
        return stems.count(stem) == 0 && stems.meanings(word, stem).isEmpty();
    }
}
