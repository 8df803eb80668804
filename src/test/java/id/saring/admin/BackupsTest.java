package id.saring.admin;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.audit.ActFilter;
import id.saring.audit.Acts;
import id.saring.core.Secret;
import id.saring.db.Database;
import id.saring.db.DatabaseSettings;
import id.saring.queue.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups that are made by themselves. */
class BackupsTest {
    @TempDir
    private Path dir;

    private final SettableClock clock = new SettableClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Path place;
    private Database database;
    private Acts acts;
    private Backups backups;
    private BackupRounds rounds;

    @BeforeEach
    void open() {
        place = dir.resolve("backups");
        database = Database.open(DatabaseSettings.embedded(dir));
        acts = new Acts(database, new Secret("a secret for tests only"), clock);
        backups = new Backups(database, place, clock, meters);
        rounds = new BackupRounds(backups, new BackupSettings(Duration.ofHours(6), Duration.ofDays(2), ""),
                acts, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void one_is_made_when_the_latest_is_old_enough_and_each_is_kept_for_its_time() {
        rounds.round();
        rounds.round();
        assertThat(backups.list()).hasSize(1);
        clock.advance(Duration.ofHours(6));
        rounds.round();
        assertThat(backups.list()).hasSize(2);
        assertThat(backups.list().getFirst().at())
                .isEqualTo(clock.instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
        for (int i = 0; i < 12; i++) {
            clock.advance(Duration.ofHours(6));
            rounds.round();
        }
        assertThat(backups.list()).as("two days of them").hasSize(9);
        assertThat(acts.list(new ActFilter("saring", "backup.write", null, null, null), 0, 50).total()).isEqualTo(14);
        assertThat(meters.get("saring.backup.age.seconds").gauge().value()).isLessThan(1);
    }

    @Test
    void the_latest_stays_however_old_and_other_files_are_left_alone() throws IOException {
        backups.write();
        Path other = Files.writeString(place.resolve("saring-notes.db"), "mine");
        Path abandoned = Files.createDirectory(place.resolve(".backup-1"));
        Files.setLastModifiedTime(abandoned, FileTime.from(clock.instant()));
        clock.advance(Duration.ofDays(90));
        assertThat(backups.forget(Duration.ofDays(1))).isZero();
        assertThat(backups.list()).hasSize(1);
        assertThat(other).exists();
        assertThat(abandoned).doesNotExist();
        assertThat(meters.get("saring.backup.age.seconds").gauge().value())
                .isGreaterThan(Duration.ofDays(89).toSeconds());
    }

    @Test
    void a_failure_is_counted_and_tried_again_a_little_later() throws IOException {
        Files.writeString(place, "a file where the directory should be");
        Duration wait = rounds.round();
        assertThat(wait).isEqualTo(Duration.ofMinutes(10));
        assertThat(meters.get("saring.backup.failed").counter().count()).isOne();
        assertThat(backups.list()).isEqualTo(List.of());
        Files.delete(place);
        assertThat(rounds.round()).isLessThan(wait);
        assertThat(backups.list()).hasSize(1);
    }
}
