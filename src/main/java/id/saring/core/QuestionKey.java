package id.saring.core;

import java.util.regex.Pattern;

/**
 * Names one message that somebody asked us to check: the hash of the platform's id, without personal data.
 *
 * @throws IllegalArgumentException unless it is 32 lower-case hexadecimal digits
 */
public record QuestionKey(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    public QuestionKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A question's key is 32 lower-case hexadecimal digits");
        }
    }

    /** Whether it has the form of a key. */
    public static boolean isOne(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value.substring(0, 8);
    }
}
