package id.saring.match;

import id.saring.text.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * The distinct words of a text, numbered from 0 in the order in which they first stand: what is asked of a word is
 * asked once, however often the text has it.
 *
 * @param words   by their numbers
 * @param numbers of each word of the text, in its order
 */
record DistinctWords(List<String> words, int[] numbers) {
    static DistinctWords of(List<Token> tokens) {
        // A hash table of numbers instead of objects: each word of a long message is looked up in it.
        int[] table = new int[Integer.highestOneBit(tokens.size() | 1) << 2];
        List<String> words = new ArrayList<>();
        int[] numbers = new int[tokens.size()];
        for (int i = 0; i < numbers.length; i++) {
            String word = tokens.get(i).word();
            int hash = word.hashCode();
            int place = (hash ^ hash >>> 16) & table.length - 1;
            while (table[place] != 0 && !words.get(table[place] - 1).equals(word)) {
                place = place + 1 & table.length - 1;
            }
            if (table[place] == 0) {
                words.add(word);
                table[place] = words.size();
            }
            numbers[i] = table[place] - 1;
        }
        return new DistinctWords(words, numbers);
    }
}
