package id.saring.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A store is written to a file while it is in use, and comes back from it equal, into a store of either kind. */
abstract class BackupContract {
    private static final String FINGERPRINT = "the secret's fingerprint";

    @RegisterExtension
    final TestStore store;

    @RegisterExtension
    final TestStore sqlite = TestStore.sqlite();

    @RegisterExtension
    final TestStore postgres = TestStore.postgres();

    @TempDir
    private Path dir;

    private Database database;
    private Path file;

    BackupContract(TestStore store) {
        this.store = store;
    }

    @BeforeEach
    void open() {
        database = store.open();
        database.settle("secret", FINGERPRINT);
        file = dir.resolve("saring.backup");
    }

    @Test
    void written_under_load_it_holds_one_moment_and_comes_back_equal_in_either_store() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        AtomicLong written = new AtomicLong();
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String writer = "w" + i;
            writers.add(CompletableFuture.runAsync(() -> write(writer, stop, written)));
        }
        await().until(() -> written.get() > 200);
        long before = count(database, "act");
        new Backup(file).write(database);
        await().until(() -> count(database, "act") > before + 20);
        stop.set(true);
        CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new)).join();

        Map<String, List<String>> inFile = contents(file);
        assertThat(inFile.get("act")).hasSizeGreaterThanOrEqualTo((int) before);
        Map<String, List<String>> live = StoreRows.of(database);
        assertThat(live.get("act")).hasSizeGreaterThan(inFile.get("act").size()).containsAll(inFile.get("act"));
        // One transaction writes both tables, so at no moment do they differ.
        assertThat(inFile.get("person")).hasSameSizeAs(inFile.get("act"));
        assertThat(highestIn(inFile)).as("no gap in what each writer wrote").isEqualTo(inFile.get("act").size());

        for (TestStore target : List.of(sqlite, postgres)) {
            Database restored = target.open();
            Map<String, Long> rows = new Backup(file).restore(restored, FINGERPRINT, dir);
            assertThat(StoreRows.of(restored)).as("every table").isEqualTo(inFile);
            assertThat(rows).containsEntry("act", (long) inFile.get("act").size());
        }
    }

    @Test
    void what_is_restored_gives_no_id_twice() throws IOException {
        insertAct("a");
        insertAct("b");
        database.write().sql("DELETE FROM act WHERE what = 'b'").update();
        new Backup(file).write(database);
        for (TestStore target : List.of(sqlite, postgres)) {
            Database restored = target.open();
            new Backup(file).restore(restored, FINGERPRINT, dir);
            long next = restored.write()
                    .sql("INSERT INTO act (at, actor, origin, what, subject) VALUES (1, 'x', 'x', 'c', 'x') RETURNING id")
                    .query(Long.class)
                    .single();
            assertThat(next).isGreaterThan(2);
        }
    }

    @Test
    void it_is_for_its_owners_eyes_overwrites_nothing_and_leaves_nothing_behind() throws IOException {
        new Backup(file).write(database);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        byte[] bytes = Files.readAllBytes(file);
        assertThatThrownBy(() -> new Backup(file).write(database)).hasMessageContaining("exists already");
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        try (Stream<Path> files = Files.list(dir)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void it_is_restored_only_into_an_empty_store() throws IOException {
        new Backup(file).write(database);
        Database other = sqlite.open();
        other.settle("anything", "already there");
        assertThatThrownBy(() -> new Backup(file).restore(other, FINGERPRINT, dir)).hasMessageContaining("not empty");
        assertThat(StoreRows.of(other).get("store_fact")).containsExactly("anything | already there");
    }

    @Test
    void under_another_secret_nothing_is_restored() throws IOException {
        new Backup(file).write(database);
        Database other = sqlite.open();
        assertThatThrownBy(() -> new Backup(file).restore(other, "another", dir))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessageContaining("SARING_SECRET");
        assertThat(StoreRows.of(other).get("store_fact")).isEmpty();
    }

    @Test
    void a_damaged_foreign_or_newer_file_is_refused_with_one_sentence() throws IOException {
        new Backup(file).write(database);
        Database other = sqlite.open();
        Path newer = dir.resolve("newer");
        Files.copy(file, newer);
        change(newer,
                "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                + " execution_time, success) VALUES (999, '999', 'x', 'SQL', 'x', 'x', 1, 1)");
        assertThatThrownBy(() -> new Backup(newer).restore(other, FINGERPRINT, dir))
                .hasMessageContaining("newer version");

        byte[] bytes = Files.readAllBytes(file);
        java.util.Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 8192, (byte) 7);
        Path damaged = Files.write(dir.resolve("damaged"), bytes);
        assertThatThrownBy(() -> new Backup(damaged).restore(other, FINGERPRINT, dir)).hasMessageContaining("damaged");
        Path text = Files.writeString(dir.resolve("text"),
                "Not a database at all, and long enough to be taken for one.");
        assertThatThrownBy(() -> new Backup(text).restore(other, FINGERPRINT, dir)).hasMessageContaining("no backup");
        assertThatThrownBy(() -> new Backup(dir.resolve("none")).restore(other, FINGERPRINT, dir))
                .hasMessageContaining("not there");
        assertThat(StoreRows.of(other).get("store_fact")).isEmpty();
    }

    private void write(String writer, AtomicBoolean stop, AtomicLong written) {
        for (int i = 1; !stop.get(); i++) {
            String number = writer + "-" + i;
            database.transact(() -> {
                insertAct(number);
                database.write()
                        .sql("INSERT INTO person (pseudonym, language, updated_at) VALUES (?, 'ID', 1)")
                        .param(number)
                        .update();
            });
            written.incrementAndGet();
        }
    }

    private void insertAct(String what) {
        database.write()
                .sql("INSERT INTO act (at, actor, origin, what, subject) VALUES (1, 'x', 'x', ?, 'x')")
                .param(what)
                .update();
    }

    /** The sum of the highest number of each writer. */
    private static int highestIn(Map<String, List<String>> rows) {
        Map<String, Integer> highest = new java.util.TreeMap<>();
        for (String row : rows.get("person")) {
            String[] name = row.split(" ")[0].split("-");
            highest.merge(name[0], Integer.parseInt(name[1]), Math::max);
        }
        return highest.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static long count(Database database, String table) {
        return database.read().sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    private Map<String, List<String>> contents(Path backup) throws IOException {
        Path copy = Files.createTempDirectory(dir, "look");
        Files.copy(backup, copy.resolve("saring.db"));
        try (Database opened = Database.open(DatabaseSettings.embedded(copy))) {
            return StoreRows.of(opened);
        }
    }

    private void change(Path backup, String sql) {
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + backup);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
