package id.saring.account;

/** A change to an account that cannot be made; the code is stable and names the words for it in the pages' messages. */
public final class RefusedChangeException extends RuntimeException {
    private final String code;

    RefusedChangeException(String code) {
        super(sentence(code));
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** For who has no pages' messages: the person at the terminal. */
    private static String sentence(String code) {
        return switch (code) {
            case "name_form" -> "An account name has 2 to 40 of a-z, 0-9, dot, underscore and hyphen";
            case "name_taken" -> "That name is taken";
            case "last_admin" -> "That is the last admin who can sign in";
            case "disabled" -> "That account is closed; enable it first";
            case "own" -> "Nobody closes their own account or changes its role";
            case "key_name" -> "A key needs a name of 1 to 60 characters";
            case "quota" -> "A quota is 1 to 60000 a minute and no less than that a day";
            case "unknown" -> "There is no such account";
            default -> "Not possible: " + code;
        };
    }
}
