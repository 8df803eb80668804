package id.saring;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.audit.Act;
import id.saring.audit.ActFilter;
import id.saring.audit.Acts;
import id.saring.core.Secret;
import id.saring.db.Database;
import id.saring.db.DatabaseSettings;
import id.saring.db.StoreRows;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands by which an operator backs up, restores and begins maintenance. */
class BackupCommandTest {
    private static final String SECRET = "a secret of sixteen or more";

    @TempDir
    private Path dir;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @AfterEach
    void forget() {
        System.clearProperty("SARING_DATA_DIR");
        System.clearProperty("SARING_SECRET");
    }

    @Test
    void what_was_backed_up_is_restored_into_a_new_installation_and_nowhere_else() throws IOException {
        Path file = dir.resolve("out").resolve("saring.backup");
        Files.createDirectories(file.getParent());
        use("old", SECRET);
        try (Database old = Database.open(DatabaseSettings.embedded(dir.resolve("old")))) {
            old.settle("secret", new Secret(SECRET).fingerprint());
            old.settle("a", "1");
        }
        assertThat(run("backup", file.toString())).as(err.toString()).isZero();
        assertThat(out.toString()).contains("Written and checked", "The secret is not in it");
        assertThat(run("backup", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("exists already; nothing was written");

        use("stranger", "another secret, long enough");
        assertThat(run("restore", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("was made with another secret: set SARING_SECRET");

        use("new", SECRET);
        assertThat(run("restore", file.toString())).as(err.toString()).isZero();
        assertThat(out.toString()).contains(" store_fact").contains("Start the server");
        try (Database old = Database.open(DatabaseSettings.embedded(dir.resolve("old")));
                Database restored = Database.open(DatabaseSettings.embedded(dir.resolve("new")))) {
            Map<String, List<String>> rows = StoreRows.of(restored);
            assertThat(rows.remove("act")).hasSize(1);
            rows.remove("act_chain");
            Map<String, List<String>> before = StoreRows.of(old);
            before.remove("act");
            before.remove("act_chain");
            assertThat(rows).isEqualTo(before);
        }
        assertThat(run("restore", file.toString())).as("once only").isEqualTo(1);
        assertThat(err.toString()).contains("not empty");
        assertThat(run("restore", dir.resolve("nothing").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("is not there or cannot be read");
    }

    @Test
    void maintenance_is_begun_and_ended_at_the_terminal() {
        use("data", SECRET);
        assertThat(run("maintenance", "on", "--pause", "--text-id", "Sebentar ya")).as(err.toString()).isZero();
        try (Database database = Database.open(DatabaseSettings.embedded(dir.resolve("data")))) {
            assertThat(StoreRows.of(database).get("maintenance").getFirst()).contains("PAUSE", "Sebentar ya");
            Acts acts = new Acts(database, new Secret(SECRET), Clock.systemUTC());
            assertThat(acts.list(ActFilter.on("maintenance"), 0, 9).items().getFirst().actor().name())
                    .isEqualTo("terminal");
        }
        assertThat(run("maintenance", "on", "--text-id", "Masih sebentar")).isZero();
        assertThat(run("maintenance", "off")).isZero();
        try (Database database = Database.open(DatabaseSettings.embedded(dir.resolve("data")))) {
            List<Act> acts = new Acts(database, new Secret(SECRET), Clock.systemUTC())
                    .list(ActFilter.on("maintenance"), 0, 9).items();
            assertThat(acts).extracting(Act::what)
                    .containsExactly("maintenance.end", "maintenance.begin", "maintenance.begin");
            assertThat(acts.get(1).before()).contains("PAUSE", "Sebentar ya").isEqualTo(acts.get(2).after());
            assertThat(acts.get(1).after()).contains("ANNOUNCEMENT", "Masih sebentar").isEqualTo(acts.get(0).before());
            assertThat(acts.get(0).after()).isNull();
        }
        assertThat(run("maintenance", "off")).isZero();
        assertThat(out.toString()).contains("has begun", "is over", "There was no maintenance");
    }

    private void use(String data, String secret) {
        System.setProperty("SARING_DATA_DIR", dir.resolve(data).toString());
        System.setProperty("SARING_SECRET", secret);
    }

    private int run(String... args) {
        return Commands.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }
}
