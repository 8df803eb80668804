package id.saring.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Brings the many ways of writing a letter to one: compatibility forms ("fancy" letters, full width), diacritics,
 * letters of other alphabets that look Latin, apostrophes, invisible characters. Keeps case; costs nothing for plain
 * ASCII.
 */
public final class Folding {
    private static final Map<Integer, String> LETTERS = letters();
    private static final Map<Character, Character> LOOK_ALIKES = lookAlikes();

    private Folding() {}

    /** The folded text; emoji and symbols become spaces. */
    public static String fold(String text) {
        if (isPlain(text)) {
            return text;
        }
        // two characters that decomposing would tear apart: the small capital q with its tail, and the acute accent
        String whole = text.replace('ǫ', 'Q').replace('´', '\'');
        String decomposed = Normalizer.normalize(whole, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); ) {
            int c = decomposed.codePointAt(i);
            i += Character.charCount(c);
            append(folded, c);
        }
        return latinise(Normalizer.normalize(folded, Normalizer.Form.NFC));
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || c == '`') {
                return false;
            }
        }
        return true;
    }

    private static void append(StringBuilder folded, int c) {
        if (isMark(c) || Character.getType(c) == Character.FORMAT) {
            return; // and zero-width characters, that split words from within
        }
        if (c == '\u2018' || c == '\u2019' || c == '\u02BB' || c == '\u02BC' || c == '\u2032' || c == '`') {
            folded.append('\'');
        } else if (c >= 0x1F150 && c <= 0x1F169) {
            folded.append((char) ('A' + c - 0x1F150));
        } else if (c >= 0x1F170 && c <= 0x1F189) {
            folded.append((char) ('A' + c - 0x1F170));
        } else if (LETTERS.containsKey(c)) {
            folded.append(LETTERS.get(c));
        } else if (isSymbol(c)) {
            folded.append(' ');
        } else {
            folded.appendCodePoint(c);
        }
    }

    /** Diacritics, Arabic vowel signs, the frames of keycaps, and what chooses between emoji and text. */
    private static boolean isMark(int c) {
        return c >= 0x300 && c <= 0x36F
                || c >= 0x64B && c <= 0x65F
                || c == 0x670
                || c >= 0x20D0 && c <= 0x20FF
                || c >= 0xFE00 && c <= 0xFE0F;
    }

    private static boolean isSymbol(int c) {
        int type = Character.getType(c);
        return type == Character.OTHER_SYMBOL
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED
                || c >= 0x1F3FB && c <= 0x1F3FF; // skin tones
    }

    /** Replaces Cyrillic and Greek letters by the Latin ones they look like, in words that also hold Latin letters. */
    private static String latinise(String text) {
        StringBuilder result = new StringBuilder(text);
        int start = 0;
        while (start < result.length()) {
            int end = start;
            boolean latin = false;
            boolean foreign = false;
            while (end < result.length() && Character.isLetterOrDigit(result.charAt(end))) {
                char c = result.charAt(end++);
                latin |= c < 0x80 && Character.isLetter(c);
                foreign |= LOOK_ALIKES.containsKey(c);
            }
            if (latin && foreign) {
                for (int i = start; i < end; i++) {
                    result.setCharAt(i, LOOK_ALIKES.getOrDefault(result.charAt(i), result.charAt(i)));
                }
            }
            start = Math.max(end, start + 1);
        }
        return result.toString();
    }

    private static Map<Integer, String> letters() {
        Map<Integer, String> map = new HashMap<>();
        String[] pairs = {
            "øo", "ØO", "łl", "ŁL", "đd", "ĐD", "ħh", "ıi", "ßss", "æae", "ÆAE", "œoe", "ŒOE", "ðd", "þth",
            // small capitals, a favourite of attention-seeking forwards
            "ᴀA", "ʙB", "ᴄC", "ᴅD", "ᴇE", "ꜰF", "ɢG", "ʜH", "ɪI", "ᴊJ", "ᴋK", "ʟL", "ᴍM", "ɴN", "ᴏO", "ᴘP", "ʀR",
            "ꜱS", "ᴛT", "ᴜU", "ᴠV", "ᴡW", "ʏY", "ᴢZ"
        };
        for (String pair : pairs) {
            map.put(pair.codePointAt(0), pair.substring(1));
        }
        return Map.copyOf(map);
    }

    private static Map<Character, Character> lookAlikes() {
        String foreign = "аеорсухіјѕԁһвкмнтАЕОРСУХІЈЅВКМНТοανικρτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
        String latin = "aeopcyxijsdhbkmhtAEOPCYXIJSBKMHToavikptuxABEZHIKMNOPTYX";
        Map<Character, Character> map = new HashMap<>();
        for (int i = 0; i < foreign.length(); i++) {
            map.put(foreign.charAt(i), latin.charAt(i));
        }
        return Map.copyOf(map);
    }
}
