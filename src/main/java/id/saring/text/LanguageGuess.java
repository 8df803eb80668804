package id.saring.text;

import java.util.List;
import java.util.Optional;

/** Tells Indonesian from English by their function words, which almost every sentence has, and by Indonesian slang. */
public final class LanguageGuess {
    private static final int ENOUGH = 400;

    private LanguageGuess() {}

    /** The language most of the text's function words belong to; empty if it has none or as many of both. */
    public static Optional<TextLanguage> of(String text) {
        return of(Tokenizer.cut(text));
    }

    /** The same of words already cut. */
    public static Optional<TextLanguage> of(List<Token> words) {
        int indonesian = 0;
        int english = 0;
        for (Token token : words.subList(0, Math.min(ENOUGH, words.size()))) {
            String word = token.word();
            indonesian += isFunctionWord(word, TextLanguage.INDONESIAN) || SpellingOut.isSlang(word) ? 1 : 0;
            english += isFunctionWord(word, TextLanguage.ENGLISH) ? 1 : 0;
        }
        if (indonesian == english) {
            return Optional.empty();
        }
        return Optional.of(indonesian > english ? TextLanguage.INDONESIAN : TextLanguage.ENGLISH);
    }

    private static boolean isFunctionWord(String word, TextLanguage language) {
        return language.isStopWord(word) || Negations.isNegation(word, language);
    }
}
