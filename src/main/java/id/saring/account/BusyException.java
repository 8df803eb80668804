package id.saring.account;

/** So many passwords are being checked that this one has to be tried again in a moment. */
public final class BusyException extends RuntimeException {
    BusyException() {
        super("Too many passwords are being checked at once");
    }
}
