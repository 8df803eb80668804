package id.saring.db;

/** The store cannot be opened; the message is one sentence for the operator, without any password. */
public final class UnusableDatabaseException extends RuntimeException {
    UnusableDatabaseException(String message) {
        super(message);
    }
}
