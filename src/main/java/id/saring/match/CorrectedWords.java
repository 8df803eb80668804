package id.saring.match;

import id.saring.text.Names;
import id.saring.text.TextLanguage;
import id.saring.text.Token;
import id.saring.text.Tokenizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of a message as they were meant: what no claim has, nor anything that says the same, is taken for a slip of
 * the finger where {@link Spelling} finds one.
 */
final class CorrectedWords {
    /** Bounds the work for a message of made-up words. */
    private static final int MOST = 24;

    private final Stems stems;
    private final Spelling spelling;
    private final Map<String, String> slips = new LinkedHashMap<>();
    private final Map<String, List<Meanings.Meaning>> others = new HashMap<>();
    private final List<Token> tokens;
    private int unknown;

    CorrectedWords(List<Token> tokens, Stems stems, Spelling spelling) {
        this.stems = stems;
        this.spelling = spelling;
        for (Token token : tokens) {
            slips.computeIfAbsent(token.word(), this::correct);
        }
        slips.values().removeIf(String::isEmpty);
        this.tokens = replaced(tokens, slips, stems.spelling());
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

    /** The message as it was meant. */
    List<Token> tokens() {
        return tokens;
    }

    /** The words that may be slips, at most so many as are worth the work, each with what was most likely meant. */
    Map<String, String> slips() {
        return slips;
    }

    /** Those of them that were read as other words. */
    Map<String, String> changes() {
        Map<String, String> changes = new LinkedHashMap<>(slips);
        changes.entrySet().removeIf(slip -> slip.getKey().equals(slip.getValue()));
        return changes;
    }

    /** What else may have been meant where this word was put for another one. */
    List<Meanings.Meaning> others(String word) {
        return others.getOrDefault(word, List.of());
    }

    /** Empty if it is no slip. */
    private String correct(String word) {
        if (stems.isStopWord(word) || isKnown(word) || unknown == MOST) {
            return "";
        }
        unknown++;
        List<Spelling.Correction> found = spelling.of(word, stems);
        if (found.isEmpty()) {
            return word;
        }
        String likeliest = found.getFirst().word();
        others.put(likeliest, found.stream()
                .skip(1)
                .filter(correction -> !stems.isStopWord(correction.word()))
                .map(correction -> new Meanings.Meaning(correction.stem(), correction.count()))
                .toList());
        return likeliest;
    }

    private boolean isKnown(String word) {
        String stem = stems.of(word);
        return stems.count(stem) > 0 || Names.words().contains(word) || !stems.meanings(word, stem).isEmpty();
    }
}
