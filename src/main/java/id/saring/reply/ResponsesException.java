package id.saring.reply;

/** A file of {@code responses/} cannot be used; the message is one sentence with the file and the reason. */
public final class ResponsesException extends RuntimeException {
    private final String file;
    private final String reason;

    ResponsesException(String file, String reason) {
        super("responses/" + file + " " + reason);
        this.file = file;
        this.reason = reason;
    }

    /** The path below {@code responses/}. */
    public String file() {
        return file;
    }

    /** What is wrong, worded to follow the file's name. */
    public String reason() {
        return reason;
    }
}
