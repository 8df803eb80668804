package id.saring.match;

import id.saring.text.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The distinct words of a text, numbered from 0 in the order in which they first stand: what is asked of a word is
 * asked once, however often the text has it.
 *
 * @param words   by their numbers
 * @param numbers of each word of the text, in its order
 */
record DistinctWords(List<String> words, int[] numbers) {
    static DistinctWords of(List<Token> tokens) {
        Map<String, Integer> known = new HashMap<>();
        List<String> words = new ArrayList<>();
        int[] numbers = new int[tokens.size()];
        for (int i = 0; i < numbers.length; i++) {
            String word = tokens.get(i).word();
            Integer number = known.putIfAbsent(word, words.size());
            numbers[i] = number == null ? words.size() : number;
            if (number == null) {
                words.add(word);
            }
        }
        return new DistinctWords(words, numbers);
    }
}
