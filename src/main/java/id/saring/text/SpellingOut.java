package id.saring.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes words in full that were cut short or spelt as in chats: amounts, units, slang, drawn-out letters, names. */
final class SpellingOut {
    private static final Map<String, String> SLANG = WordList.quick(WordList.readPairs("slang_id.txt"));
    private static final Set<String> FORMAL =
            SLANG.values().stream().filter(meaning -> meaning.indexOf(' ') < 0).collect(WordList.toQuickSet());
    private static final Phrases INDONESIAN_PHRASES = Phrases.read("phrases_id.txt");
    private static final Phrases ENGLISH_PHRASES = Phrases.read("phrases_en.txt");

    private static final Map<String, String> INDONESIAN_UNITS = Map.ofEntries(
            Map.entry("jt", "juta"), Map.entry("jtan", "juta"), Map.entry("juta", "juta"), Map.entry("rb", "ribu"),
            Map.entry("rban", "ribu"), Map.entry("ribu", "ribu"), Map.entry("k", "ribu"), Map.entry("miliar", "miliar"),
            Map.entry("milyar", "miliar"), Map.entry("triliun", "triliun"), Map.entry("trilyun", "triliun"),
            Map.entry("m", "m"), Map.entry("cm", "cm"), Map.entry("mm", "mm"), Map.entry("km", "km"),
            Map.entry("kg", "kg"),
            Map.entry("g", "gram"), Map.entry("gr", "gram"), Map.entry("mg", "mg"), Map.entry("ml", "ml"),
            Map.entry("l", "liter"), Map.entry("th", "tahun"), Map.entry("thn", "tahun"), Map.entry("tahun", "tahun"),
            Map.entry("bln", "bulan"), Map.entry("bulan", "bulan"), Map.entry("hr", "hari"), Map.entry("hari", "hari"),
            Map.entry("jam", "jam"), Map.entry("menit", "menit"), Map.entry("org", "orang"),
            Map.entry("orang", "orang"),
            Map.entry("x", "kali"), Map.entry("kali", "kali"));
    private static final Map<String, String> ENGLISH_UNITS = Map.ofEntries(
            Map.entry("k", "thousand"), Map.entry("m", "million"), Map.entry("mn", "million"),
            Map.entry("b", "billion"),
            Map.entry("bn", "billion"), Map.entry("tn", "trillion"), Map.entry("cm", "cm"), Map.entry("mm", "mm"),
            Map.entry("km", "km"), Map.entry("kg", "kg"), Map.entry("g", "gram"), Map.entry("mg", "mg"),
            Map.entry("ml", "ml"),
            Map.entry("st", ""), Map.entry("nd", ""), Map.entry("rd", ""), Map.entry("th", ""));
    /** Only behind rupiah: elsewhere m is a metre. */
    private static final Map<String, String> MONEY_UNITS = Map.of("m", "miliar", "t", "triliun");
    private static final String[] CURRENCIES = {"rp", "usd", "idr"};
    private static final int LONGEST_ACRONYM = 4;
    private static final Pattern REPEATED = Pattern.compile("(\\p{L})\\1{2,}");
    private static final Pattern DOUBLED = Pattern.compile("(\\p{L}{2,})2(nya|an|kan)?");

    private SpellingOut() {}

    /** The same words with units, names and, in Indonesian, slang written in full. */
    static List<Token> of(List<Token> words, TextLanguage language) {
        List<Token> tokens = new ArrayList<>(words.size() + 8);
        for (int i = 0; i < words.size(); i++) {
            Token token = words.get(i);
            boolean plain = isPlain(token.word());
            if (!plain && hasDigit(token.word()) && spellOutAmount(token, language, tokens)) {
                continue;
            }
            if (language == TextLanguage.ENGLISH) {
                add(plain ? token.word() : collapse(token.word()), token, tokens);
            } else {
                addAll(isUnit(words, i) ? unit(words, i) : formal(words, i), token, tokens);
            }
        }
        return phrases(language).replace(tokens);
    }

    static Phrases phrases(TextLanguage language) {
        return language == TextLanguage.ENGLISH ? ENGLISH_PHRASES : INDONESIAN_PHRASES;
    }

    /** Whether a lower-case word is a form of writing that only informal Indonesian has. */
    static boolean isSlang(String word) {
        return SLANG.containsKey(word);
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

    /** Without digits and letters drawn out or doubled, as most words are: nothing in it can be spelt otherwise. */
    private static boolean isPlain(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (Numbers.isDigit(c) || i > 0 && c == word.charAt(i - 1)) {
                return false;
            }
        }
        return true;
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
        if (isPlain(word)) {
            return word;
        }
        String single = collapse(word);
        if (word.indexOf('2') > 0) {
            Matcher doubled = DOUBLED.matcher(word);
            single = doubled.matches() ? doubled.group(1) : single;
        }
        String meaning = single.equals(word) ? null : SLANG.get(single);
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
                boolean between = i < last && !Numbers.isDigit(word.charAt(i - 1))
                        && !Numbers.isDigit(word.charAt(i + 1));
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
