package id.saring.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Held against regular expressions that say the same. */
class WordScannerTest {
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}]++(?:'\\p{L}++|(?<=[0-9])\\.[0-9]++\\p{L}*+){0,8}+");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…]+(?=\\s|$)|\\n+");

    /** Letters of several alphabets and planes, a mark, numbers of other scripts, half a character, joints, ends. */
    private static final List<String> PIECES = List.of("a", "b", "Z", "é", "ب", "漢", "\uD835\uDC00", "\uD83D\uDE00",
            "\u0301", "٣", "½", "Ⅳ", "\uD800", "0", "7", "'", ".", ".", "!", "?", "…", " ", "\n", "\t", "\u00A0", ",",
            "-", "_");

    @Test
    void finds_the_words_and_ends_that_regular_expressions_find() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(30); length > 0; length--) {
                text.append(PIECES.get(random.nextInt(i % 2 == 0 ? PIECES.size() : 21)));
            }
            assertThat(words(text.toString())).as(text.toString()).isEqualTo(found(WORD, text.toString()));
            assertThat(ends(text.toString())).as(text.toString()).isEqualTo(starts(text.toString()));
        }
    }

    @Test
    void has_eight_parts_in_a_word_at_most() {
        assertThat(words("1.2.3.4.5.6.7.8.9.10 a'b'c x")).containsExactly("1.2.3.4.5.6.7.8.9", "10", "a'b'c", "x");
        assertThat(words("")).isEmpty();
        assertThat(ends("")).isEmpty();
    }

    private static List<String> words(String text) {
        WordScanner scanner = new WordScanner(text);
        List<String> words = new ArrayList<>();
        while (scanner.nextWord()) {
            words.add(scanner.word());
        }
        return words;
    }

    private static List<Integer> ends(String text) {
        WordScanner scanner = new WordScanner(text);
        List<Integer> ends = new ArrayList<>();
        for (int end = scanner.nextSentenceEnd(); end < text.length(); end = scanner.nextSentenceEnd()) {
            ends.add(end);
        }
        return ends;
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group()).toList();
    }

    private static List<Integer> starts(String text) {
        List<Integer> starts = new ArrayList<>();
        for (Matcher ends = SENTENCE_END.matcher(text); ends.find(); ) {
            starts.add(ends.start());
        }
        return starts;
    }
}
