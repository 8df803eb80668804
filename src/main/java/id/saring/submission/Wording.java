package id.saring.submission;

import id.saring.text.Grams;
import id.saring.text.LanguageGuess;
import id.saring.text.TextLanguage;
import id.saring.text.Token;
import id.saring.text.Tokenizer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A text as it is compared with others: its words of content, each with its stem and its character grams, as hashes.
 *
 * @param key   the same for texts that differ only in capitals, signs and spacing
 * @param words the character grams of each different word and its stem
 */
record Wording(String key, List<Word> words) {
    /** Of longer texts the beginning tells what they are about, and the work stays bounded. */
    private static final int LONGEST = 6_000;

    private static final int MOST_WORDS = 300;

    /** A word's stem and grams. */
    record Word(long stem, Set<Long> grams) {}

    Wording {
        words = List.copyOf(words);
    }

    static Wording of(String text) {
        List<Token> cut = cut(text);
        TextLanguage language = LanguageGuess.of(cut).orElse(TextLanguage.INDONESIAN);
        Map<String, Word> words = new LinkedHashMap<>();
        for (Token token : Tokenizer.spellOut(cut, language)) {
            String word = token.word();
            // Of both languages: people mix them. By rules alone, as those of earlier messages lie in the store.
            if (words.size() < MOST_WORDS
                    && !TextLanguage.INDONESIAN.isStopWord(word)
                    && !TextLanguage.ENGLISH.isStopWord(word)) {
                words.computeIfAbsent(word, w -> new Word(hash(language.stemByRules(w)), grams(w)));
            }
        }
        return new Wording(key(text, cut), List.copyOf(words.values()));
    }

    /** The {@link #key()} alone, for a tenth of the work. */
    static String keyOf(String text) {
        return key(text, cut(text));
    }

    private static List<Token> cut(String text) {
        return Tokenizer.cut(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }

    private static String key(String text, List<Token> cut) {
        String plain = cut.stream().map(Token::word).collect(Collectors.joining(" "));
        return sha256(plain.isEmpty() ? text.strip() : plain);
    }

    Set<Long> stems() {
        return words.stream().map(Word::stem).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<Long> grams(String word) {
        Set<Long> grams = new LinkedHashSet<>();
        Grams.of(word, grams::add);
        return grams;
    }

    /** FNV-1a: what lies in the store must not change with the program. */
    private static long hash(String word) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Wording[" + words.size() + " words]";
    }
}
