package id.saring.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Cuts a text into words: addresses, mail addresses and forward boilerplate gone, tags split, letters folded, numbers
 * brought to one spelling, and then units, slang and names written in full. The same for messages and claims, so that both
 * meet on the same words.
 */
public final class Tokenizer {
    private static final Map<String, String> SLANG = Map.copyOf(WordList.readPairs("slang_id.txt"));
    private static final Set<String> FORMAL =
            SLANG.values().stream().filter(meaning -> meaning.indexOf(' ') < 0).collect(Collectors.toUnmodifiableSet());
    private static final Phrases INDONESIAN_PHRASES = Phrases.read("phrases_id.txt");
    private static final Phrases ENGLISH_PHRASES = Phrases.read("phrases_en.txt");

    private static final Map<String, String> INDONESIAN_UNITS = Map.ofEntries(
            Map.entry("jt", "juta"), Map.entry("jtan", "juta"), Map.entry("juta", "juta"), Map.entry("rb", "ribu"),
            Map.entry("rban", "ribu"), Map.entry("ribu", "ribu"), Map.entry("k", "ribu"), Map.entry("miliar", "miliar"),
            Map.entry("milyar", "miliar"), Map.entry("triliun", "triliun"), Map.entry("trilyun", "triliun"),
            Map.entry("m", "m"), Map.entry("cm", "cm"), Map.entry("mm", "mm"), Map.entry("km", "km"), Map.entry("kg", "kg"),
            Map.entry("g", "gram"), Map.entry("gr", "gram"), Map.entry("mg", "mg"), Map.entry("ml", "ml"),
            Map.entry("l", "liter"), Map.entry("th", "tahun"), Map.entry("thn", "tahun"), Map.entry("tahun", "tahun"),
            Map.entry("bln", "bulan"), Map.entry("bulan", "bulan"), Map.entry("hr", "hari"), Map.entry("hari", "hari"),
            Map.entry("jam", "jam"), Map.entry("menit", "menit"), Map.entry("org", "orang"), Map.entry("orang", "orang"),
            Map.entry("x", "kali"), Map.entry("kali", "kali"));
    private static final Map<String, String> ENGLISH_UNITS = Map.ofEntries(
            Map.entry("k", "thousand"), Map.entry("m", "million"), Map.entry("mn", "million"), Map.entry("b", "billion"),
            Map.entry("bn", "billion"), Map.entry("tn", "trillion"), Map.entry("cm", "cm"), Map.entry("mm", "mm"),
            Map.entry("km", "km"), Map.entry("kg", "kg"), Map.entry("g", "gram"), Map.entry("mg", "mg"), Map.entry("ml", "ml"),
            Map.entry("st", ""), Map.entry("nd", ""), Map.entry("rd", ""), Map.entry("th", ""));
    /** Only behind rupiah: elsewhere m is a metre. */
    private static final Map<String, String> MONEY_UNITS = Map.of("m", "miliar", "t", "triliun");
    private static final String[] CURRENCIES = {"rp", "usd", "idr"};

    /** Names whose letters, in lower case, are a little word. */
    private static final Map<String, String> ACRONYMS =
            Map.of("AS", "usa", "US", "usa", "WHO", "whorg", "RI", "indonesia");
    /** Words whose full stop does not end a sentence. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "dokter", "dr", "drs", "drg", "prof", "ir", "hj", "kh", "rp", "no", "tgl", "jl", "jln", "bpk", "sdr", "mr", "mrs",
            "ms", "st", "sgt", "gen", "sen", "gov", "vs");
    private static final int AROUND = 40;
    private static final int LONGEST_ACRONYM = 4;

    private static final Pattern MASK = Pattern.compile("\\[(?:e?mail|phone|telepon)\\]|[\\w.+-]{1,80}@[\\w-]{1,80}\\.[\\w.-]{1,80}");
    private static final Pattern TAG = Pattern.compile("[#@]([\\p{L}\\p{N}_]{2,100})");
    private static final Pattern CAMEL =
            Pattern.compile("(?<=[\\p{Ll}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|(?<=\\p{L})(?=\\d)|(?<=\\d)(?=\\p{L})|_+");
    private static final Pattern WORD = Pattern.compile(
            // Parts after an apostrophe or a decimal point; few, because a regex engine nests as deep as there are.
            "[\\p{L}\\p{M}\\p{N}]++(?:'\\p{L}++|(?<=[0-9])\\.[0-9]++\\p{L}*+){0,8}+");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…]+(?=\\s|$)|\\n+");
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
        int lastWordEnd = -1;
        boolean first = true;
        while (words.find()) {
            while (words.start() > nextEnd) {
                boolean abbreviated = nextEnd == lastWordEnd
                        && clean.charAt(nextEnd) == '.'
                        && ABBREVIATIONS.contains(tokens.getLast().word());
                if (!abbreviated) {
                    sentence++;
                    first = true;
                }
                nextEnd = ends.find() ? ends.start() : Integer.MAX_VALUE;
            }
            String word = words.group();
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
        List<Token> tokens = new ArrayList<>(words.size() + 8);
        for (int i = 0; i < words.size(); i++) {
            Token token = words.get(i);
            if (hasDigit(token.word()) && spellOutAmount(token, language, tokens)) {
                continue;
            }
            if (language == TextLanguage.ENGLISH) {
                add(collapse(token.word()), token, tokens);
            } else {
                addAll(isUnit(words, i) ? unit(words, i) : formal(words, i), token, tokens);
            }
        }
        return (language == TextLanguage.ENGLISH ? ENGLISH_PHRASES : INDONESIAN_PHRASES).replace(tokens);
    }

    /** Whether a lower-case word is a form of writing that only informal Indonesian has. */
    static boolean isSlang(String word) {
        return SLANG.containsKey(word);
    }

    private static String clean(String text) {
        String clean = WebAddresses.removeFrom(text);
        if (clean.indexOf('@') >= 0 || clean.indexOf('[') >= 0) {
            clean = MASK.matcher(clean).replaceAll(" ");
        }
        if (clean.indexOf('@') >= 0 || clean.indexOf('#') >= 0) {
            clean = TAG.matcher(clean)
                    .replaceAll(tag -> Matcher.quoteReplacement(" " + CAMEL.matcher(tag.group(1)).replaceAll(" ") + " "));
        }
        return Numbers.unify(Folding.fold(clean));
    }

    private static String plain(String word, String text, int start, int end) {
        if (word.length() <= 3 && Character.isUpperCase(word.charAt(0)) && ACRONYMS.containsKey(word) && standsOut(text, start, end)) {
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

    /** Takes apart {@code rp20jt} and {@code 20jt}; false if {@code token} is no such thing. */
    private static boolean spellOutAmount(Token token, TextLanguage language, List<Token> tokens) {
        String word = token.word();
        int start = 0;
        for (String currency : CURRENCIES) {
            start = word.startsWith(currency) ? currency.length() : start;
        }
        int end = start;
        while (end < word.length() && (Numbers.isDigit(word.charAt(end)) || word.charAt(end) == '.' && end > start)) {
            end++;
        }
        if (end == start || end - start == word.length()) {
            return false;
        }
        String unit = word.substring(end);
        String spelt = isNetwork(end - start, unit) ? null : units(language).get(unit);
        if (start > 0) {
            add(word.substring(0, start), token, tokens);
            spelt = MONEY_UNITS.getOrDefault(unit, spelt == null ? unit : spelt);
        }
        if (spelt == null) {
            return false;
        }
        add(word.substring(start, end), token, tokens);
        add(spelt, token, tokens);
        return true;
    }

    /** 5g is no weight. */
    private static boolean isNetwork(int digits, String unit) {
        return digits == 1 && unit.equals("g");
    }

    private static Map<String, String> units(TextLanguage language) {
        return language == TextLanguage.ENGLISH ? ENGLISH_UNITS : INDONESIAN_UNITS;
    }

    /** Behind a number, a single letter or the short form of a unit is no slang: {@code 5 g} is not {@code 5 tidak}. */
    private static boolean isUnit(List<Token> words, int i) {
        if (i == 0 || !words.get(i - 1).isNumber()) {
            return false;
        }
        String word = words.get(i).word();
        return INDONESIAN_UNITS.containsKey(word) || word.length() == 1 && !words.get(i).isNumber();
    }

    private static String unit(List<Token> words, int i) {
        String word = words.get(i).word();
        if (isNetwork(words.get(i - 1).word().length(), word)) {
            return word;
        }
        String unit = INDONESIAN_UNITS.getOrDefault(word, word);
        return i > 1 && words.get(i - 2).word().equals("rp") ? MONEY_UNITS.getOrDefault(word, unit) : unit;
    }

    private static boolean hasDigit(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Numbers.isDigit(word.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static String formal(List<Token> words, int i) {
        String word = words.get(i).word();
        if (word.equals("no") && i + 1 < words.size() && words.get(i + 1).isNumber()) {
            return "nomor";
        }
        String formal = SLANG.get(word);
        if (formal != null) {
            return formal;
        }
        String single = collapse(word);
        if (word.indexOf('2') > 0) {
            Matcher doubled = DOUBLED.matcher(word);
            single = doubled.matches() ? doubled.group(1) : single;
        }
        String meaning = SLANG.get(single);
        return meaning != null ? meaning : withoutDoubledEnd(single);
    }

    /** Takes back a doubled last letter, as in {@code vaksinn}, where a known word is left. */
    private static String withoutDoubledEnd(String word) {
        int last = word.length() - 1;
        if (last < 2 || word.charAt(last) != word.charAt(last - 1)) {
            return word;
        }
        String single = word.substring(0, last);
        return FORMAL.contains(single) || TextLanguage.INDONESIAN.isStopWord(single) ? single : word;
    }

    /** A name such as {@code ppp}, whose letters are not drawn out. */
    private static boolean isAcronym(String word) {
        for (int i = 0; i < word.length(); i++) {
            if ("aeiou".indexOf(word.charAt(i)) >= 0) {
                return false;
            }
        }
        return word.length() <= LONGEST_ACRONYM;
    }

    /** Without the letters drawn out and the digits put for letters: {@code bangettt}, {@code v4ksin}. */
    private static String collapse(String word) {
        if (Numbers.isDigit(word.charAt(0)) || isAcronym(word)) {
            return word;
        }
        String letters = withoutDigitsForLetters(word);
        for (int i = 2; i < letters.length(); i++) {
            if (letters.charAt(i) == letters.charAt(i - 1) && letters.charAt(i) == letters.charAt(i - 2)) {
                return REPEATED.matcher(letters).replaceAll("$1");
            }
        }
        return letters;
    }

    private static String withoutDigitsForLetters(String word) {
        int digits = 0;
        int last = word.length() - 1;
        for (int i = 1; i <= last; i++) {
            char c = word.charAt(i);
            if (Numbers.isDigit(c)) {
                boolean between = i < last && !Numbers.isDigit(word.charAt(i - 1)) && !Numbers.isDigit(word.charAt(i + 1));
                if (!between || letterFor(c) == c) {
                    return word;
                }
                digits++;
            }
        }
        if (digits == 0 || word.length() < 4 || word.indexOf('.') >= 0) {
            return word;
        }
        StringBuilder letters = new StringBuilder(word);
        for (int i = 1; i < last; i++) {
            letters.setCharAt(i, letterFor(word.charAt(i)));
        }
        return letters.toString();
    }

    private static char letterFor(char digit) {
        return switch (digit) {
            case '0' -> 'o';
            case '1' -> 'i';
            case '3' -> 'e';
            case '4' -> 'a';
            default -> digit;
        };
    }

    private static void addAll(String spelt, Token from, List<Token> tokens) {
        int space = spelt.indexOf(' ');
        int start = 0;
        while (space >= 0) {
            add(spelt.substring(start, space), from, tokens);
            start = space + 1;
            space = spelt.indexOf(' ', start);
        }
        add(start == 0 ? spelt : spelt.substring(start), from, tokens);
    }

    private static void add(String word, Token from, List<Token> tokens) {
        if (word.equals(from.word())) {
            tokens.add(from);
        } else if (!word.isEmpty()) {
            tokens.add(new Token(word, from.name(), from.sentence()));
        }
    }
}
