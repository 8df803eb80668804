package id.saring.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text into words: addresses, mail addresses and forward boilerplate gone, tags split, letters folded, slang and
 * units spelt out. The same for messages and claims, so that both meet on the same words.
 */
public final class Tokenizer {
    private static final Map<String, String> SLANG = WordList.readPairs("slang_id.txt");
    private static final Map<String, String> UNITS =
            Map.of("jt", "juta", "rb", "ribu", "m", "miliar", "t", "triliun", "k", "ribu", "kg", "kg", "km", "km", "th", "tahun");

    private static final Pattern MASK = Pattern.compile("\\[(?:e?mail|phone|telepon)\\]|[\\w.+-]{1,80}@[\\w-]{1,80}\\.[\\w.-]{1,80}");
    private static final Pattern TAG = Pattern.compile("[#@]([\\p{L}\\p{N}_]{2,100})");
    private static final Pattern CAMEL =
            Pattern.compile("(?<=[\\p{Ll}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|(?<=\\p{L})(?=\\d)|(?<=\\d)(?=\\p{L})|_+");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)[.,](?=\\d{3}(?!\\d))");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:'[\\p{L}]+)*");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…]+(?=\\s|$)|\\n+");
    private static final Pattern AMOUNT = Pattern.compile("(\\d+)([a-z]{1,2})");
    private static final Pattern RUPIAH = Pattern.compile("(rp|usd)(\\d+)([a-z]{0,2})");
    private static final Pattern REPEATED = Pattern.compile("(\\p{L})\\1{2,}");
    private static final Pattern DOUBLED = Pattern.compile("(\\p{L}{2,})2(nya|an|kan)?");

    private Tokenizer() {}

    /** The words of {@code text} in its own language, as far as {@link LanguageGuess} can tell; Indonesian otherwise. */
    public static List<Token> tokens(String text) {
        List<Token> words = cut(text);
        return spellOut(words, LanguageGuess.of(words).orElse(TextLanguage.INDONESIAN));
    }

    /** The words as they stand, folded and in lower case, stop words included. */
    public static List<Token> cut(String text) {
        String clean = clean(text);
        List<Token> tokens = new ArrayList<>(clean.length() / 6 + 4);
        Matcher words = WORD.matcher(clean);
        Matcher ends = SENTENCE_END.matcher(clean);
        int sentence = 0;
        int nextEnd = ends.find() ? ends.start() : Integer.MAX_VALUE;
        boolean first = true;
        while (words.find()) {
            while (words.start() > nextEnd) {
                sentence++;
                first = true;
                nextEnd = ends.find() ? ends.start() : Integer.MAX_VALUE;
            }
            String word = words.group();
            boolean name = !first && Character.isUpperCase(word.charAt(0));
            String plain = withoutApostrophes(word.toLowerCase(Locale.ROOT));
            if (!plain.isEmpty()) {
                tokens.add(new Token(plain, name, sentence));
                first = false;
            }
        }
        return tokens;
    }

    /** The same words with units, and in Indonesian slang, written in full. */
    public static List<Token> spellOut(List<Token> words, TextLanguage language) {
        List<Token> tokens = new ArrayList<>(words.size() + 8);
        for (Token token : words) {
            spellOut(token, language, tokens);
        }
        return tokens;
    }

    private static String clean(String text) {
        String clean = WebAddresses.removeFrom(text);
        clean = MASK.matcher(clean).replaceAll(" ");
        clean = TAG.matcher(clean).replaceAll(tag -> Matcher.quoteReplacement(" " + CAMEL.matcher(tag.group(1)).replaceAll(" ") + " "));
        clean = Folding.fold(clean);
        return THOUSANDS.matcher(clean).replaceAll("");
    }

    private static String withoutApostrophes(String word) {
        int apostrophe = word.indexOf('\'');
        if (apostrophe < 0) {
            return word;
        }
        String base = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
        return base.replace("'", "");
    }

    private static void spellOut(Token token, TextLanguage language, List<Token> tokens) {
        String word = token.word();
        if (hasDigit(word)) {
            Matcher rupiah = RUPIAH.matcher(word);
            Matcher amount = AMOUNT.matcher(word);
            if (rupiah.matches()) {
                add(rupiah.group(1), token, tokens);
                add(rupiah.group(2), token, tokens);
                add(UNITS.getOrDefault(rupiah.group(3), rupiah.group(3)), token, tokens);
                return;
            }
            if (amount.matches() && UNITS.containsKey(amount.group(2))) {
                add(amount.group(1), token, tokens);
                add(UNITS.get(amount.group(2)), token, tokens);
                return;
            }
        }
        String spelt = language == TextLanguage.INDONESIAN ? formal(word) : collapse(word);
        if (spelt.indexOf(' ') < 0) {
            add(spelt, token, tokens);
        } else {
            for (String part : spelt.split(" ")) {
                add(part, token, tokens);
            }
        }
    }

    private static boolean hasDigit(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }

    private static String formal(String word) {
        String formal = SLANG.get(word);
        if (formal != null) {
            return formal;
        }
        Matcher doubled = DOUBLED.matcher(word);
        String single = word.indexOf('2') > 0 && doubled.matches() ? doubled.group(1) : collapse(word);
        return SLANG.getOrDefault(single, single);
    }

    private static String collapse(String word) {
        for (int i = 2; i < word.length(); i++) {
            if (word.charAt(i) == word.charAt(i - 1) && word.charAt(i) == word.charAt(i - 2)) {
                return Character.isDigit(word.charAt(0)) ? word : REPEATED.matcher(word).replaceAll("$1");
            }
        }
        return word;
    }

    private static void add(String word, Token from, List<Token> tokens) {
        if (word.equals(from.word())) {
            tokens.add(from);
        } else if (!word.isEmpty()) {
            tokens.add(new Token(word, from.name(), from.sentence()));
        }
    }
}
