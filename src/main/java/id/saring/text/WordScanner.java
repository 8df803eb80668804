package id.saring.text;

/**
 * Goes through a text from word to word, and from one end of a sentence to the next. By hand: with regular expressions
 * it takes most of the time that cutting a long text does.
 */
final class WordScanner {
    /** Parts of one word after an apostrophe or a decimal point; more are words of their own. */
    private static final int MOST_PARTS = 8;

    private static final int LETTERS = 1 << Character.UPPERCASE_LETTER | 1 << Character.LOWERCASE_LETTER
            | 1 << Character.TITLECASE_LETTER | 1 << Character.MODIFIER_LETTER | 1 << Character.OTHER_LETTER;
    private static final int WORD_PARTS = LETTERS
            | 1 << Character.NON_SPACING_MARK | 1 << Character.COMBINING_SPACING_MARK | 1 << Character.ENCLOSING_MARK
            | 1 << Character.DECIMAL_DIGIT_NUMBER | 1 << Character.LETTER_NUMBER | 1 << Character.OTHER_NUMBER;

    private final String text;
    private int start;
    private int end;
    private int afterSentence;

    WordScanner(String text) {
        this.text = text;
    }

    /** Goes to the next word: letters, marks and numbers in a row; false if there is none. */
    boolean nextWord() {
        start = end;
        while (start < text.length() && skip(start, WORD_PARTS) == start) {
            start += Character.charCount(text.codePointAt(start));
        }
        end = skipAll(start, WORD_PARTS);
        for (int parts = 0; parts < MOST_PARTS; parts++) {
            int after = part(end);
            if (after == end) {
                break;
            }
            end = after;
        }
        return start < end;
    }

    /** Where the word begins. */
    int start() {
        return start;
    }

    /** Where what follows it begins. */
    int end() {
        return end;
    }

    String word() {
        return text.substring(start, end);
    }

    /** The end of what belongs to a word behind an apostrophe or a decimal point; {@code from} if nothing does. */
    private int part(int from) {
        if (from >= text.length()) {
            return from;
        }
        char joint = text.charAt(from);
        if (joint == '\'') {
            int letters = skipAll(from + 1, LETTERS);
            return letters > from + 1 ? letters : from;
        }
        if (joint == '.' && Numbers.isDigit(text.charAt(from - 1))) {
            int digits = from + 1;
            while (digits < text.length() && Numbers.isDigit(text.charAt(digits))) {
                digits++;
            }
            return digits > from + 1 ? skipAll(digits, LETTERS) : from;
        }
        return from;
    }

    private int skipAll(int from, int types) {
        int at = from;
        while (at < text.length()) {
            int next = skip(at, types);
            if (next == at) {
                break;
            }
            at = next;
        }
        return at;
    }

    /** The place after the character there, if it is of one of these types. */
    private int skip(int at, int types) {
        char c = text.charAt(at);
        if (c >= 'a' && c <= 'z') {
            return at + 1;
        }
        int character = Character.isHighSurrogate(c) ? text.codePointAt(at) : c;
        return (types >>> Character.getType(character) & 1) != 0 ? at + Character.charCount(character) : at;
    }

    /** Where the next end of a sentence is: full stops and the like before a space, or a new line; else past any. */
    int nextSentenceEnd() {
        for (int at = afterSentence; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean line = c == '\n';
            if (line || isStop(c)) {
                int after = at + 1;
                while (after < text.length()
                        && (line ? text.charAt(after) == '\n' : isStop(text.charAt(after)))) {
                    after++;
                }
                if (line || after == text.length() || isSpace(text.charAt(after))) {
                    afterSentence = after;
                    return at;
                }
                at = after - 1;
            }
        }
        afterSentence = text.length();
        return Integer.MAX_VALUE;
    }

    private static boolean isStop(char c) {
        return c == '.' || c == '!' || c == '?' || c == '…';
    }

    /** What {@code \s} of an expression means. */
    static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }
}
