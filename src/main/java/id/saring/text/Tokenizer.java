package id.saring.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text into words: addresses, mail addresses and forward boilerplate gone, tags split, letters folded, numbers
 * brought to one spelling, and then units, slang and names written in full. The same for messages and claims, so that
 * both meet on the same words.
 */
public final class Tokenizer {
    /** Names whose letters, in lower case, are a little word. */
    private static final Map<String, String> ACRONYMS =
            Map.of("AS", "usa", "US", "usa", "WHO", "whorg", "RI", "indonesia");
    /** Words whose full stop does not end a sentence. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "dokter", "dr", "drs", "drg", "prof", "ir", "hj", "kh", "rp", "no", "tgl", "jl", "jln", "bpk", "sdr",
            "mr", "mrs", "ms", "st", "sgt", "gen", "sen", "gov", "vs");
    private static final int AROUND = 40;

    private static final Pattern MASK =
            Pattern.compile("\\[(?:e?mail|phone|telepon)\\]|[\\w.+-]{1,80}@[\\w-]{1,80}\\.[\\w.-]{1,80}");
    private static final Pattern TAG = Pattern.compile("[#@]([\\p{L}\\p{N}_]{2,100})");
    private static final Pattern CAMEL =
            Pattern.compile(
            "(?<=[\\p{Ll}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|(?<=\\p{L})(?=\\d)|(?<=\\d)(?=\\p{L})|_+");

    private Tokenizer() {}

    /**
     * The words of {@code text} in its own language, as far as {@link LanguageGuess} can tell; Indonesian otherwise.
     */
    public static List<Token> tokens(String text) {
        List<Token> words = cut(text);
        return spellOut(words, LanguageGuess.of(words).orElse(TextLanguage.INDONESIAN));
    }

    /** The words as they stand, folded and in lower case, stop words included. */
    public static List<Token> cut(String text) {
        String clean = clean(text);
        List<Token> tokens = new ArrayList<>(clean.length() / 6 + 4);
        WordScanner words = new WordScanner(clean);
        int sentence = 0;
        int nextEnd = words.nextSentenceEnd();
        int lastWordEnd = -1;
        boolean first = true;
        while (words.nextWord()) {
            while (words.start() > nextEnd) {
                boolean abbreviated = nextEnd == lastWordEnd
                        && clean.charAt(nextEnd) == '.'
                        && ABBREVIATIONS.contains(tokens.getLast().word());
                if (!abbreviated) {
                    sentence++;
                    first = true;
                }
                nextEnd = words.nextSentenceEnd();
            }
            String word = words.word();
            boolean name = !first && Character.isUpperCase(word.charAt(0));
            String plain = plain(word, clean, words.start(), words.end());
            if (!plain.isEmpty()) {
                tokens.add(new Token(plain, name, sentence));
                first = false;
                lastWordEnd = words.end();
            }
        }
        return tokens;
    }

    /** The same words with units, names and, in Indonesian, slang written in full. */
    public static List<Token> spellOut(List<Token> words, TextLanguage language) {
        return SpellingOut.of(words, language);
    }

    /** The same words with names of several words brought to one wording, as {@link #spellOut} does. */
    public static List<Token> joinPhrases(List<Token> words, TextLanguage language) {
        return SpellingOut.phrases(language).replace(words);
    }

    private static String clean(String text) {
        String clean = WebAddresses.removeFrom(text);
        if (clean.indexOf('@') >= 0 || clean.indexOf('[') >= 0) {
            clean = MASK.matcher(clean).replaceAll(" ");
        }
        if (clean.indexOf('@') >= 0 || clean.indexOf('#') >= 0) {
            clean = TAG.matcher(clean)
                    .replaceAll(tag ->
                    Matcher.quoteReplacement(" " + CAMEL.matcher(tag.group(1)).replaceAll(" ") + " "));
        }
        return Numbers.unify(Folding.fold(clean));
    }

    private static String plain(String word, String text, int start, int end) {
        if (word.length() <= 3 && Character.isUpperCase(word.charAt(0)) && ACRONYMS.containsKey(word)
                && standsOut(text, start, end)) {
            return end < text.length() && text.charAt(end) == '$' ? "usd" : ACRONYMS.get(word);
        }
        if (word.length() == 2 && word.equalsIgnoreCase("dr") && isTitle(text, start, end)) {
            return "dokter";
        }
        return withoutApostrophes(word.toLowerCase(Locale.ROOT));
    }

    /** Whether what stands around a word on its line is mostly in lower case. */
    private static boolean standsOut(String text, int start, int end) {
        int lower = 0;
        for (int i = start - 1; i >= Math.max(0, start - AROUND) && text.charAt(i) != '\n'; i--) {
            lower += balance(text.charAt(i));
        }
        for (int i = end; i < Math.min(text.length(), end + AROUND) && text.charAt(i) != '\n'; i++) {
            lower += balance(text.charAt(i));
        }
        return lower > 0;
    }

    private static int balance(char c) {
        return Character.isLowerCase(c) ? 1 : Character.isUpperCase(c) ? -1 : 0;
    }

    /** Tells the title of a doctor from the short form of {@code dari}: by its full stop, or by capitals. */
    private static boolean isTitle(String text, int start, int end) {
        if (end < text.length() && text.charAt(end) == '.') {
            return true;
        }
        return text.charAt(start) == 'D'
                && end + 1 < text.length()
                && text.charAt(end) == ' '
                && Character.isUpperCase(text.charAt(end + 1))
                && (text.charAt(start + 1) == 'r' || standsOut(text, start, end));
    }

    private static String withoutApostrophes(String word) {
        int apostrophe = word.indexOf('\'');
        if (apostrophe < 0) {
            return word;
        }
        String base = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
        return base.replace("'", "");
    }
}
