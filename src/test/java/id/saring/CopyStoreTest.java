package id.saring;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.conversation.People;
import id.saring.core.Language;
import id.saring.core.Pseudonym;
import id.saring.db.Database;
import id.saring.db.DatabaseSettings;
import id.saring.db.PostgresServer;
import id.saring.db.StoreRows;
import id.saring.exchange.ClaimImport;
import id.saring.exchange.ImportListener;
import id.saring.queue.GroupCommit;
import id.saring.queue.NewWork;
import id.saring.queue.WorkQueue;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;

/** The command that moves an installation from the embedded store to PostgreSQL. */
class CopyStoreTest {
    @TempDir
    private Path dir;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final DatabaseSettings target = PostgresServer.newEmptyDatabase();

    @BeforeEach
    void useStoreOfThisTest() {
        System.setProperty("SARING_DATA_DIR", dir.toString());
        System.setProperty("SARING_DATABASE_PASSWORD", "not asked for");
    }

    @AfterEach
    void forget() {
        System.clearProperty("SARING_DATA_DIR");
        System.clearProperty("SARING_DATABASE_PASSWORD");
    }

    @Test
    void every_row_arrives_and_both_go_on_from_there() throws IOException {
        long claims;
        try (Database old = Database.open(DatabaseSettings.embedded(dir))) {
            claims = fill(old);
        }
        assertThat(copy()).as(err.toString()).isZero();
        assertThat(out.toString()).contains(" claim" + System.lineSeparator())
                .contains("Start the server with SARING_DATABASE_URL");

        try (Database old = Database.open(DatabaseSettings.embedded(dir));
                Database copied = Database.open(target)) {
            Map<String, List<String>> before = StoreRows.of(old);
            Map<String, List<String>> after = StoreRows.of(copied);
            for (Map<String, List<String>> rows : List.of(before, after)) {
                assertThat(rows.remove("act")).as("the copying is recorded in both").singleElement().asString()
                        .contains("store.copy");
                rows.remove("act_chain");
            }
            assertThat(after).isEqualTo(before);
            assertThat(new Claims(copied, Clock.systemUTC()).storeVersion()).isPositive();
            GroupCommit commits = new GroupCommit(copied);
            WorkQueue queue = queue(copied, commits);
            // Neither a key nor an id is ever used twice, not even the id of a row that is gone.
            assertThat(queue.add(List.of(work(3)))).isZero();
            queue.add(List.of(work(100)));
            assertThat(copied.read().sql("SELECT max(id) FROM work").query(Long.class).single()).isGreaterThan(7);
            assertThat(new Claims(copied, Clock.systemUTC()).saveAll(List.of(draft()))).hasSize(1);
            assertThat(copied.read().sql("SELECT max(id) FROM claim").query(Long.class).single()).isEqualTo(claims + 1);
            commits.close();
        }
    }

    @Test
    void a_store_that_holds_something_is_not_written_to() {
        Database.open(DatabaseSettings.embedded(dir)).close();
        try (Database database = Database.open(target)) {
            new People(database, Clock.systemUTC()).settleLanguage(new Pseudonym("0".repeat(32)), Language.EN);
            assertThat(copy()).isEqualTo(1);
            assertThat(err.toString()).isEqualToNormalizingNewlines(
                    "saring: The new store is not empty (table person); nothing was copied\n");
            assertThat(out.toString()).isEmpty();
            assertThat(StoreRows.of(database).get("person")).hasSize(1);
        }
    }

    @Test
    void only_postgresql_is_copied_to() {
        assertThat(run("copy-store", "--to-url", "jdbc:sqlite:" + dir.resolve("other.db"))).isEqualTo(1);
        assertThat(err.toString()).contains("from a SQLite file to a PostgreSQL database");
        assertThat(run("copy-store", "--to-url", "jdbc:postgresql://localhost:1/saring")).isEqualTo(1);
        assertThat(err.toString()).contains("saring: PostgreSQL at localhost:1/saring cannot be reached: ");
        assertThat(run("copy-store")).isEqualTo(2);
    }

    private int copy() {
        return run("copy-store", "--to-url", String.valueOf(target.url()), "--to-user", String.valueOf(target.user()));
    }

    private int run(String... args) {
        return Commands.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    /** Puts something into most tables and returns how many claims there are. */
    private static long fill(Database database) throws IOException {
        Claims claims = new Claims(database, Clock.systemUTC());
        claims.storeId();
        try (InputStream in = new ClassPathResource("sample-claims.jsonl").getInputStream()) {
            new ClaimImport(claims, Language.ID).run(in, "sample-claims.jsonl", ImportListener.NONE);
        }
        new People(database, Clock.systemUTC()).settleLanguage(new Pseudonym("0".repeat(32)), Language.EN);
        GroupCommit commits = new GroupCommit(database);
        WorkQueue queue = queue(database, commits);
        queue.add(IntStream.range(0, 7).mapToObj(CopyStoreTest::work).toList());
        queue.take(3, Duration.ofMinutes(1)).stream().limit(2).forEach(queue::done);
        commits.close();
        database.write().sql("DELETE FROM work WHERE id = 7").update();
        database.write().sql("""
                INSERT INTO lookup (at, channel, asker, language, outcome, claim_id, claim_version, confidence, candidates,
                    latency_micros, cache_hit, forwarding, message_key)
                VALUES (1, 'WEB', 'a', 'ID', 'match', 1, 1, 0.1, '[1]', 5, 0, 'NONE', 'key')""").update();
        return StoreRows.of(database).get("claim").size();
    }

    private static Claims.Row draft() {
        ClaimContent content = new ClaimContent(
                Language.ID, "teks", null, null, null, null, null, List.of(), List.of(), List.of(), null, null, null);
        return new Claims.Row("new", content, ClaimState.DRAFT);
    }

    private static WorkQueue queue(Database database, GroupCommit commits) {
        return new WorkQueue(database, commits, Clock.systemUTC(), new SimpleMeterRegistry(), "inbox");
    }

    private static NewWork work(int number) {
        return new NewWork("key" + number, "chat" + number % 3, new byte[] {0, 1, (byte) 200, (byte) number});
    }
}
