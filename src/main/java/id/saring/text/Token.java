package id.saring.text;

/**
 * One word of a text.
 *
 * @param word     folded, lower case, spelt out (slang, units)
 * @param name     whether it looked like a proper name: capitalised, and not the first word of a sentence
 * @param sentence the sentence (or line) it stands in, from 0
 */
public record Token(String word, boolean name, int sentence) {
    /** Whether it begins with a digit. */
    public boolean isNumber() {
        return Character.isDigit(word.charAt(0));
    }
}
