package id.saring.match;

import id.saring.text.Names;
import id.saring.text.TextLanguage;
import id.saring.text.Token;
import id.saring.text.Tokenizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    private final DistinctWords distinctTyped;
    private final Seeker seeker;
    private final Map<String, String> changes = new LinkedHashMap<>();
    private final Map<String, List<Meanings.Meaning>> others = new HashMap<>();
    private final List<Token> tokens;
    private final DistinctWords distinct;

    /** @param most how many words at most are read as others */
    private CorrectedWords(List<Token> typed, DistinctWords distinctTyped, Seeker seeker, int most) {
        this.typed = typed;
        this.distinctTyped = distinctTyped;
        this.seeker = seeker;
        int sought = 0;
        for (String word : distinctTyped.words()) {
            if (sought == most) {
                break;
            }
            if (isUnknown(word)) {
                correct(word);
                sought++;
            }
        }
        this.tokens = replaced(typed, changes, seeker.stems().spelling());
        this.distinct = changes.isEmpty() ? distinctTyped : DistinctWords.of(tokens);
    }

    static CorrectedWords of(List<Token> typed, Optional<TextLanguage> language, IndexStatistics statistics) {
        DistinctWords distinct = DistinctWords.of(typed);
        Stems stems = new Stems(language, statistics.terms());
        List<String> content = distinct.words().stream().filter(word -> !stems.isStopWord(word)).toList();
        return of(typed, distinct, new Seeker(
                stems, statistics.spelling(), stems.known(content), new HashMap<>()));
    }

    private static CorrectedWords of(List<Token> typed, DistinctWords distinct, Seeker seeker) {
        return new CorrectedWords(typed, distinct, seeker, typed.size() <= LONG ? MOST : MOST_OF_LONG);
    }

    /** The same with no word read as another. */
    CorrectedWords asTyped() {
        return new CorrectedWords(typed, distinctTyped, seeker, 0);
    }

    /** The same for a passage of these as typed. */
    CorrectedWords part(List<Token> passage) {
        return of(passage, DistinctWords.of(passage), seeker);
    }

    /**
     * Remembers what it found: a passage asks for words that the whole message asked for.
     *
     * @param known from the beginning for all content words as typed
     */
    private record Seeker(
            Stems stems, Spelling spelling, Map<String, Stems.Known> known,
            Map<String, List<Spelling.Correction>> found) {
        Stems.Known known(String word) {
            return known.computeIfAbsent(word, w -> stems.known(List.of(w)).get(w));
        }

        boolean isUnknown(String word) {
            return !stems.isStopWord(word)
                    && !Names.words().contains(word)
                    && Spelling.mayBeSlip(word)
                    && known(word).nothing();
        }

        List<Spelling.Correction> meant(String word) {
            return found.computeIfAbsent(word, w -> spelling.of(w, stems));
        }
    }

    /** The words with some replaced; a name of several words may be one only then. */
    static List<Token> replaced(List<Token> tokens, Map<String, String> by, TextLanguage language) {
        if (by.isEmpty()) {
            return tokens;
        }
        List<Token> replaced = new ArrayList<>(tokens.size());
        for (Token token : tokens) {
            String other = by.get(token.word());
            replaced.add(other == null ? token : new Token(other, token.name(), token.sentence()));
        }
        return Tokenizer.joinPhrases(replaced, language);
    }

    /** The message as it was typed, slang and units written in full. */
    List<Token> typed() {
        return typed;
    }

    /** The message as it was meant. */
    List<Token> tokens() {
        return tokens;
    }

    /** The words of {@link #tokens}. */
    DistinctWords distinct() {
        return distinct;
    }

    /** Whether a word as typed may be a slip of another one, whether that is known or not. */
    boolean isUnknown(String word) {
        return seeker.isUnknown(word);
    }

    /** What the index knows of a word of the message, looked up once. */
    Stems.Known known(String word) {
        return seeker.known(word);
    }

    Stems stems() {
        return seeker.stems();
    }

    /** Those of them that were read as other words, each with that word. */
    Map<String, String> changes() {
        return changes;
    }

    /** What else may have been meant where this word was put for another one. */
    List<Meanings.Meaning> others(String word) {
        return others.getOrDefault(word, List.of());
    }

    private void correct(String word) {
        List<Spelling.Correction> meant = seeker.meant(word);
        if (!meant.isEmpty()) {
            String likeliest = meant.getFirst().word();
            changes.put(word, likeliest);
            others.putIfAbsent(likeliest, meant.stream()
                    .skip(1)
                    .filter(correction -> !seeker.stems().isStopWord(correction.word()))
                    .map(correction -> new Meanings.Meaning(correction.stem(), correction.count()))
                    .toList());
        }
    }
}
