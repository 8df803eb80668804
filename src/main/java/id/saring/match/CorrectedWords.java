package id.saring.match;

import id.saring.text.Names;
import id.saring.text.TextLanguage;
import id.saring.text.Token;
import id.saring.text.Tokenizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words of a message as they were meant: what no claim has, nor anything that says the same, is taken for a slip of
 * the finger where {@link Spelling} finds one.
 */
final class CorrectedWords {
    /** Bounds the work for a message of made-up words. */
    private static final int MOST = 10;

    private final List<Token> typed;
    private final Set<String> unknown = new HashSet<>();
    private final Map<String, String> changes = new LinkedHashMap<>();
    private final Map<String, List<Meanings.Meaning>> others = new HashMap<>();
    private List<Token> tokens;

    private CorrectedWords(List<Token> typed) {
        this.typed = typed;
        this.tokens = typed;
    }

    static CorrectedWords of(List<Token> typed, Optional<TextLanguage> language, IndexStatistics statistics) {
        Stems stems = new Stems(language, statistics.terms());
        CorrectedWords words = new CorrectedWords(typed);
        for (Token token : typed) {
            if (Spelling.mayBeSlip(token.word()) && !isKnown(token.word(), stems) && words.unknown.add(token.word())
                    && words.unknown.size() <= MOST) {
                words.correct(token.word(), stems, statistics.spelling());
            }
        }
        words.tokens = replaced(typed, words.changes, stems.spelling());
        return words;
    }

    /** No word read as another. */
    static CorrectedWords none(List<Token> typed) {
        return new CorrectedWords(typed);
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

    List<Token> typed() {
        return typed;
    }

    /** The message as it was meant. */
    List<Token> tokens() {
        return tokens;
    }

    /** The words as typed that may be slips of others, known ones or not. */
    Set<String> unknown() {
        return unknown;
    }

    /** Those of them that were read as other words, each with that word. */
    Map<String, String> changes() {
        return changes;
    }

    /** What else may have been meant where this word was put for another one. */
    List<Meanings.Meaning> others(String word) {
        return others.getOrDefault(word, List.of());
    }

    private void correct(String word, Stems stems, Spelling spelling) {
        List<Spelling.Correction> found = spelling.of(word, stems);
        if (!found.isEmpty()) {
            String likeliest = found.getFirst().word();
            changes.put(word, likeliest);
            others.putIfAbsent(likeliest, found.stream()
                    .skip(1)
                    .filter(correction -> !stems.isStopWord(correction.word()))
                    .map(correction -> new Meanings.Meaning(correction.stem(), correction.count()))
                    .toList());
        }
    }

    private static boolean isKnown(String word, Stems stems) {
        if (stems.isStopWord(word) || Names.words().contains(word)) {
            return true;
        }
        String stem = stems.of(word);
        return stems.count(stem) > 0 || !stems.meanings(word, stem).isEmpty();
    }
}
