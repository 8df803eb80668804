package id.saring.exchange;

/** A file as a whole cannot be read or written; the message is one sentence for the person who named it. */
public final class UnusableFileException extends RuntimeException {
    UnusableFileException(String message) {
        super(message);
    }

    public UnusableFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
