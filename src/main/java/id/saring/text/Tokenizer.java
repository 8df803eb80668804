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

    private final TextLanguage language;

    public Tokenizer(TextLanguage language) {
        this.language = language;
    }

    /** The words of {@code text}, stop words included, in order. */
    public List<Token> tokens(String text) {
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
            spellOut(withoutApostrophes(word.toLowerCase(Locale.ROOT)), name, sentence, tokens);
            first = false;
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

    private void spellOut(String word, boolean name, int sentence, List<Token> tokens) {
        Matcher rupiah = RUPIAH.matcher(word);
        Matcher amount = AMOUNT.matcher(word);
        if (rupiah.matches()) {
            add(rupiah.group(1), name, sentence, tokens);
            add(rupiah.group(2), name, sentence, tokens);
            add(UNITS.getOrDefault(rupiah.group(3), rupiah.group(3)), name, sentence, tokens);
        } else if (amount.matches() && UNITS.containsKey(amount.group(2))) {
            add(amount.group(1), name, sentence, tokens);
            add(UNITS.get(amount.group(2)), name, sentence, tokens);
        } else if (language == TextLanguage.INDONESIAN) {
            for (String formal : formal(word).split(" ")) {
                add(formal, name, sentence, tokens);
            }
        } else {
            add(collapse(word), name, sentence, tokens);
        }
    }

    private static String formal(String word) {
        String formal = SLANG.get(word);
        if (formal != null) {
            return formal;
        }
        Matcher doubled = DOUBLED.matcher(word);
        String single = doubled.matches() ? doubled.group(1) : collapse(word);
        return SLANG.getOrDefault(single, single);
    }

    private static String collapse(String word) {
        return Character.isDigit(word.charAt(0)) ? word : REPEATED.matcher(word).replaceAll("$1");
    }

    private static void add(String word, boolean name, int sentence, List<Token> tokens) {
        if (!word.isEmpty()) {
            tokens.add(new Token(word, name, sentence));
        }
    }
}
