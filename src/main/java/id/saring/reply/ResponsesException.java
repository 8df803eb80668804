package id.saring.reply;

import java.nio.file.Path;

/** The folder {@code responses/} or a file of it cannot be used; the message is one sentence with the name and the reason. */
public final class ResponsesException extends RuntimeException {
    private final String file;
    private final String reason;

    ResponsesException(String file, String reason) {
        this("responses/" + file, file, reason);
    }

    private ResponsesException(String name, String file, String reason) {
        super(name + " " + reason);
        this.file = file;
        this.reason = reason;
    }

    static ResponsesException missingFolder(Path dir) {
        return new ResponsesException("SARING_RESPONSES_DIR", "", "names the folder " + dir + ", which does not exist");
    }

    /** The path below {@code responses/}; empty if it is the folder that is missing. */
    public String file() {
        return file;
    }

    /** What is wrong, worded to follow the name. */
    public String reason() {
        return reason;
    }
}
