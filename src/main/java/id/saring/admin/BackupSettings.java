package id.saring.admin;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Backups that are made by themselves.
 *
 * @param every how often; zero for never
 * @param keep  how long each is kept; the latest always is
 * @param dir   where they lie; empty for {@code backups} in the data directory
 */
@ConfigurationProperties("saring.backup")
record BackupSettings(Duration every, Duration keep, String dir) {
    BackupSettings {
        if (every.isNegative() || !keep.isPositive()) {
            throw new IllegalArgumentException(
                    "SARING_BACKUP_EVERY must not be negative, SARING_BACKUP_KEEP more than nothing");
        }
    }

    Path directory(Path dataDir) {
        return dir.isBlank() ? dataDir.resolve("backups") : Path.of(dir);
    }

    public boolean scheduled() {
        return every.isPositive();
    }
}
