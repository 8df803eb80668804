package id.saring.load;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.OneTry;
import id.saring.load.ServedStore.Kind;
import id.saring.whatsapp.WhatsAppServer.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The packed jar is stopped, and backed up, while people write to it. */
@OneTry
class StopIT {
    private static final long SEED = 1729;
    private static final Duration IN_TIME = Duration.ofSeconds(20);

    @TempDir
    private Path home;

    @ParameterizedTest
    @EnumSource
    void told_to_stop_under_load_it_ends_in_time_and_nothing_is_lost_or_sent_twice(Kind kind) {
        try (Trial trial = new Trial(kind, 1, SEED, home)) {
            trial.write(1000, 150, 20);
            for (int i = 0; i < 2; i++) {
                pause(2000);
                Duration took = trial.stopAndStart(0);
                System.out.printf("%s: stopped within %d ms%n", kind, took.toMillis());
                assertThat(took).isLessThan(IN_TIME);
            }
            assertThat(trial.settles()).as(trial::toString).isTrue();
            System.out.println(trial);
            assertThat(trial.ledger().acknowledged()).isEqualTo(trial.ledger().sent());
            assertThat(trial.ledger().lost()).as("lost: %s", trial).isZero();
            assertThat(trial.ledger().surplus()).as("sent twice: %s", trial).isZero();
            assertThat(trial.ledger().outOfOrder()).as("out of order: %s", trial).isZero();
        }
    }

    @Test
    void a_platform_that_does_not_answer_and_a_client_that_does_not_end_hold_it_up_no_longer() throws IOException {
        WhatsAppPlatform platform = new WhatsAppPlatform();
        try (Trial trial = new Trial(platform, Kind.SQLITE, 1, SEED, home)) {
            AtomicBoolean slow = new AtomicBoolean();
            AtomicInteger unanswered = new AtomicInteger();
            platform.server().suffer(() -> {
                if (slow.get()) {
                    unanswered.incrementAndGet();
                    return new Fault.Slow(Duration.ofSeconds(40));
                }
                return null;
            });
            trial.write(600, 150, 20);
            pause(1500);
            slow.set(true);
            pause(1000);
            try (Socket client = new Socket(InetAddress.getLoopbackAddress(), trial.replica(0).port())) {
                client.getOutputStream()
                        .write("POST /api/v1/check HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"
                                .getBytes(StandardCharsets.US_ASCII));
                client.getOutputStream().flush();
                pause(300);
                Duration took = trial.replica(0).stop();
                System.out.printf("held up by everybody: stopped within %d ms%n", took.toMillis());
                assertThat(took).isLessThan(IN_TIME);
            }
            slow.set(false);
            trial.replica(0).start();
            trial.replica(0).awaitReady();
            assertThat(trial.settles()).as(trial::toString).isTrue();
            assertThat(trial.ledger().lost()).as("lost: %s", trial).isZero();
            assertThat(trial.ledger().surplus()).as("%s", trial).isLessThanOrEqualTo(unanswered.get());
        }
    }

    @ParameterizedTest
    @EnumSource
    void backed_up_under_load_every_table_comes_back_equal(Kind kind) throws IOException {
        Path file = home.resolve("under-load.backup");
        try (Trial trial = new Trial(kind, 1, SEED, home)) {
            trial.write(3000, 60, 20);
            pause(2500);
            trial.replica(0).run("backup", file.toString());
            assertThat(trial.isWriting()).as("it was under load to the end").isTrue();
            assertThat(trial.settles()).as(trial::toString).isTrue();
            assertThat(trial.ledger().lost()).isZero();
            assertThat(trial.ledger().surplus()).isZero();

            JdbcClient inFile = ServedStore.at(file).look();
            assertThat(messages(inFile)).as("messages in it").isPositive().isLessThan(messages(trial.store().look()));

            Path data = Files.createDirectories(home.resolve("restored"));
            Map<String, String> settings = Map.of("saring.data-dir", data.toString(), "saring.secret", Trial.SECRET);
            try (ServedJar restored = new ServedJar(home.resolve("elsewhere"), List.of(), List.of(), settings)) {
                restored.run("restore", file.toString());
            }
            JdbcClient again = ServedStore.look(data).look();
            List<String> tables =
                    inFile.sql("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                            + " AND name NOT LIKE 'flyway_%' AND name <> 'act_chain'")
                    .query(String.class)
                    .list();
            assertThat(tables).contains("work", "lookup", "delivery", "claim").hasSizeGreaterThan(30);
            for (String table : tables) {
                // The restoring itself is one act more.
                String rows = "SELECT * FROM " + table + (table.equals("act") ? " WHERE what <> 'backup.restore'" : "");
                assertThat(sorted(again, rows)).as(table).isEqualTo(sorted(inFile, rows));
            }
        }
    }

    private static long messages(JdbcClient store) {
        return store.sql("SELECT count(*) FROM work").query(Long.class).single();
    }

    private static List<String> sorted(JdbcClient store, String sql) {
        return store.sql(sql).query().listOfRows().stream()
                .map(row -> row.values().stream()
                        .map(value -> value instanceof byte[] bytes
                        ? java.util.HexFormat.of().formatHex(bytes)
                        : "" + value)
                        .toList()
                        .toString())
                .sorted()
                .toList();
    }

    /** Lets the load go on; there is nothing to wait for but time. */
    private static void pause(int millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
