package id.saring.match;

import java.nio.file.Path;

/** A file that should hold a match model does not. */
public final class UnusableModelException extends RuntimeException {
    private final Path file;

    UnusableModelException(Path file, String reason, Throwable cause) {
        super("The match model " + file + " cannot be used: " + reason, cause);
        this.file = file;
    }

    public Path file() {
        return file;
    }
}
