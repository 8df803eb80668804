package id.saring.reply;

import java.nio.file.Path;

/**
 * The folder {@code responses/} or a file of it cannot be used; the message is one sentence with the name and the
 * reason.
 */
public final class ResponsesException extends RuntimeException {
    private final String file;
    private final String reason;
    private final int line;

    ResponsesException(String file, String reason) {
        this("responses/" + file, file, reason, 0);
    }

    private ResponsesException(String name, String file, String reason, int line) {
        super(name + " " + reason + (line > 0 ? " (line " + line + ")" : ""));
        this.file = file;
        this.reason = reason;
        this.line = line;
    }

    /** The same, with its place. */
    ResponsesException at(int place) {
        return new ResponsesException("responses/" + file, file, reason, place);
    }

    static ResponsesException missingFolder(Path dir) {
        return new ResponsesException("SARING_RESPONSES_DIR", "", "names the folder " + dir
                + ", which does not exist", 0);
    }

    /** The path below {@code responses/}; empty if it is the folder that is missing. */
    public String file() {
        return file;
    }

    /** Where in the file, from 1; 0 if it is about all of it. */
    public int line() {
        return line;
    }

    /** What is wrong, worded to follow the name. */
    public String reason() {
        return reason;
    }
}
