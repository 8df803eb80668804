package id.saring.account;

/** A change to an account that cannot be made; the code is stable and names the words for it in the pages' messages. */
public final class RefusedChangeException extends RuntimeException {
    private final String code;

    RefusedChangeException(String code) {
        super("Not possible: " + code);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
