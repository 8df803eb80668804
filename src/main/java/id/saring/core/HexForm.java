package id.saring.core;

/** The form of ids that are hashes: checked many times for each message, hence not by a regular expression. */
final class HexForm {
    private static final int LENGTH = 32;

    private HexForm() {}

    /** Whether it is 32 lower-case hexadecimal digits. */
    static boolean fits(String value) {
        if (value.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = value.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }
}
