package id.saring.reply;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the newsroom's texts lie.
 *
 * @param dir the folder {@code responses/}; if it does not exist, the texts packed with the program are used
 */
@ConfigurationProperties("saring.responses")
record ReplySettings(Path dir) {}
