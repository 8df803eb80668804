package id.saring.admin;

import id.saring.db.Backup;
import id.saring.db.Database;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The backups in one directory, named after the moment they were made. Files of other names are left alone. */
final class Backups {
    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'saring-'uuuuMMdd'T'HHmmss'Z.db'");
    private static final Duration ABANDONED = Duration.ofDays(1);

    /** One that is whole. */
    record Kept(String name, Instant at, long bytes) {
        public double megabytes() {
            return bytes / 1e6;
        }
    }

    private final Database database;
    private final Path directory;
    private final Clock clock;
    private final Counter failed;

    Backups(Database database, Path directory, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.directory = directory;
        this.clock = clock;
        this.failed = Counter.builder("saring.backup.failed").description("Backups that failed").register(meters);
        meters.gauge("saring.backup.age.seconds", this, Backups::ageSeconds);
    }

    Path directory() {
        return directory;
    }

    /** Latest first. */
    List<Kept> list() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<Kept> kept = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Optional<Instant> made = madeAt(file);
                if (made.isPresent()) {
                    kept.add(new Kept(file.getFileName().toString(), made.get(), Files.size(file)));
                }
            }
        } catch (IOException e) {
            LOG.warn("The directory of backups cannot be read: {}", e.getClass().getSimpleName());
        }
        kept.sort(Comparator.comparing(Kept::at).reversed());
        return kept;
    }

    Optional<Kept> latest() {
        return list().stream().findFirst();
    }

    /** @throws IOException if it failed, which is counted and logged */
    Kept write() throws IOException {
        Instant now = clock.instant();
        String name = NAME.format(LocalDateTime.ofInstant(now, ZoneOffset.UTC));
        try {
            long bytes = new Backup(directory.resolve(name)).write(database);
            LOG.info("Backup {} of {} bytes written", name, bytes);
            return new Kept(name, now, bytes);
        } catch (IOException | RuntimeException e) {
            failed.increment();
            LOG.error("A backup failed: {}", e.getMessage());
            throw e;
        }
    }

    /**
     * Deletes those made longer ago, but never the latest, and what failed attempts left; says how many backups went.
     */
    int forget(Duration keep) throws IOException {
        Instant limit = clock.instant().minus(keep);
        int gone = 0;
        for (Kept old : list().stream().skip(1).toList()) {
            if (old.at().isBefore(limit) && Files.deleteIfExists(directory.resolve(old.name()))) {
                gone++;
            }
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith(".backup-")).toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(clock.instant().minus(ABANDONED))) {
                    FileSystemUtils.deleteRecursively(file);
                }
            }
        }
        return gone;
    }

    private double ageSeconds() {
        return latest().map(kept -> Duration.between(kept.at(), clock.instant()).toMillis() / 1000.0)
                .orElse(Double.NaN);
    }

    private static Optional<Instant> madeAt(Path file) {
        try {
            return Optional.of(LocalDateTime.parse(file.getFileName().toString(), NAME).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
