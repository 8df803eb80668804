package id.saring.text;

import java.util.List;
import java.util.Optional;

/** Tells Indonesian from English by their function words, which almost every sentence has. */
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
            indonesian += evidence(TextLanguage.INDONESIAN, token.word());
            english += evidence(TextLanguage.ENGLISH, token.word());
        }
        if (indonesian == english) {
            return Optional.empty();
        }
        return Optional.of(indonesian > english ? TextLanguage.INDONESIAN : TextLanguage.ENGLISH);
    }

    private static int evidence(TextLanguage language, String word) {
        return language.isStopWord(word) || Negations.isNegation(word) && (language == TextLanguage.ENGLISH) == isEnglish(word) ? 1 : 0;
    }

    private static boolean isEnglish(String negation) {
        return negation.startsWith("n") || negation.endsWith("nt") || negation.equals("without") || negation.startsWith("den");
    }
}
