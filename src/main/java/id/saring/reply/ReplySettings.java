package id.saring.reply;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the newsroom's texts lie.
 *
 * @param dir the folder; a string, since Spring would look for a relative {@code Path} on the class path first and find
 *            the packed texts there
 */
@ConfigurationProperties("saring.responses")
record ReplySettings(String dir) {
    private static final String DEFAULT = "./responses";

    ReplySettings {
        if (dir.isBlank()) {
            dir = DEFAULT;
        }
    }

    /** Whether the packed texts stand in: only for the default folder, never for one that somebody chose. */
    boolean packed(Path workingDir) {
        return dir.equals(DEFAULT) && !Files.isDirectory(workingDir.resolve(dir));
    }
}
