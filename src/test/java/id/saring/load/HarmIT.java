package id.saring.load;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.OneTry;
import id.saring.load.ServedStore.Kind;
import id.saring.whatsapp.WhatsAppServer.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Harm done to the packed jar while people write to it. Every message it acknowledged is answered all the same. */
@OneTry
class HarmIT {
    private static final long SEED = 4711;

    @TempDir
    private Path home;

    @ParameterizedTest
    @EnumSource
    void killed_twice_it_answers_everything(Kind kind) {
        try (Trial trial = new Trial(kind, 1, SEED, home)) {
            Random moments = new Random(SEED);
            trial.write(1200, 150, 20);
            for (int i = 0; i < 2; i++) {
                pause(moments.nextInt(500, 2500));
                trial.killAndStart(0);
            }
            assertThat(trial.settles()).as(trial::toString).isTrue();
            assertHonest(trial, trial.inFlightAtKills());
        }
    }

    @Test
    void of_two_replicas_on_postgresql_one_is_killed_and_the_other_answers_everything() {
        try (Trial trial = new Trial(Kind.POSTGRES, 2, SEED, home)) {
            trial.write(1200, 150, 20);
            pause(new Random(SEED).nextInt(1000, 3000));
            trial.kill(1);
            trial.generator().leave(trial.replica(1).port());
            assertThat(trial.settles()).as(trial::toString).isTrue();
            assertHonest(trial, trial.inFlightAtKills());
        }
    }

    @Test
    void the_database_is_gone_for_ten_seconds() {
        try (Trial trial = new Trial(Kind.POSTGRES, 1, SEED, home)) {
            ServedStore.PostgresServer database = (ServedStore.PostgresServer) trial.store();
            trial.write(1200, 100, 20);
            pause(2000);
            database.stop();
            pause(10_000);
            long before = trial.generator().retries();
            assertThat(before).as("webhooks not acknowledged meanwhile").isPositive();
            database.start();
            assertThat(trial.settles()).as(trial::toString).isTrue();
            // A send whose end could not be written down is remembered, so none is repeated.
            assertHonest(trial, 0);
        }
    }

    @Test
    void whatsapp_is_slow_cuts_connections_and_answers_nonsense() {
        WhatsAppPlatform platform = new WhatsAppPlatform();
        try (Trial trial = new Trial(platform, Kind.SQLITE, 1, SEED, home)) {
            List<Fault> faults = List.of(
                    new Fault.Slow(Duration.ofSeconds(2)),
                    new Fault.Cut(false),
                    new Fault.Answer(500, "<html>Sorry, something went wrong.</html>"),
                    new Fault.Answer(429, "{\"error\":{\"message\":\"(#130429) Rate limit hit\",\"code\":130429}}"),
                    new Fault.Answer(400,
                    "{\"error\":{\"message\":\"(#131056) Pair rate limit hit\",\"code\":131056}}"),
                    new Fault.Answer(200, "surprise"),
                    new Fault.Answer(200, ""),
                    new Fault.Cut(true));
            AtomicInteger sends = new AtomicInteger();
            AtomicInteger cutAfterwards = new AtomicInteger();
            platform.server().suffer(() -> {
                int number = sends.incrementAndGet();
                Fault fault = number % 25 == 0 && number <= 800 ? faults.get(number / 25 % faults.size()) : null;
                if (fault instanceof Fault.Cut(boolean afterwards) && afterwards) {
                    cutAfterwards.incrementAndGet();
                }
                return fault;
            });
            trial.write(800, 150, 20);
            assertThat(trial.settles()).as(trial::toString).isTrue();
            assertThat(cutAfterwards).hasPositiveValue();
            // WhatsApp knows no key by which to recognise a message sent again.
            assertHonest(trial, cutAfterwards.get());
        }
    }

    @Test
    void killed_while_telegram_cuts_connections_and_answers_nonsense_it_answers_everything() {
        TelegramPlatform platform = new TelegramPlatform(false);
        try (Trial trial = new Trial(platform, Kind.SQLITE, 1, SEED, home)) {
            // As many as Telegram takes, and no more than one a second from anybody, who is then answered as often.
            trial.write(300, 20, 60);
            TelegramPlatform.FAULTS.forEach(fault -> {
                pause(1000);
                platform.server().fail("sendMessage", fault);
            });
            trial.killAndStart(0);
            assertThat(trial.settles()).as(trial::toString).isTrue();
            // Telegram knows no key by which to recognise a message sent again: one cut afterwards, one answered oddly.
            assertHonest(trial, trial.inFlightAtKills() + 2);
            assertThat(platform.server().tooFast()).as("refused as too fast").isLessThan(30);
        }
    }

    @Test
    void killed_twice_while_it_polls_telegram_it_answers_every_update() {
        TelegramPlatform platform = new TelegramPlatform(true);
        try (Trial trial = new Trial(platform, Kind.SQLITE, 1, SEED, home)) {
            Random moments = new Random(SEED);
            trial.write(240, 20, 60);
            for (int i = 0; i < 2; i++) {
                pause(moments.nextInt(500, 2000));
                trial.killAndStart(0);
            }
            assertThat(trial.settles()).as(trial::toString).isTrue();
            assertHonest(trial, trial.inFlightAtKills());
            assertThat(Trial.await(() -> platform.server().held() == 0)).as("all confirmed to Telegram").isTrue();
        }
    }

    @Test
    void the_disk_is_full_until_somebody_makes_room() throws IOException {
        List<String> onSmallDisk = List.of(
                "unshare", "--user", "--map-root-user", "--mount", "sh", "-c",
                "mount -t tmpfs -o size=64m tmpfs " + Files.createDirectories(home.resolve("data"))
                + " && exec \"$@\"", "sh");
        Assumptions.assumeTrue(Programs.run(onSmallDisk, "true"), "needs user namespaces to mount a small disk");
        try (Trial trial = new Trial(new WhatsAppPlatform(), Kind.SQLITE, 1, SEED, home, onSmallDisk)) {
            // The disk is seen by that process alone, and through it.
            Path data = Path.of("/proc/" + trial.replica(0).process().pid() + "/root" + home.resolve("data"));
            Path filler = data.resolve("filler");
            trial.write(800, 150, 20);
            pause(1000);
            fill(filler);
            assertThat(Trial.await(() -> trial.generator().retries() > 100)).as("refused: %s", trial.ledger()).isTrue();
            Files.delete(filler);
            assertThat(Trial.await(() -> !trial.isWriting()) && trial.generator().awaitAnswers(Duration.ofMinutes(2)))
                    .as("%s", trial.ledger())
                    .isTrue();
            assertThat(Trial.await(() -> ServedStore.look(copied(data)).depth() == 0)).isTrue();
            assertThat(trial.ledger().lost()).isZero();
            assertThat(trial.ledger().surplus()).isZero();
            assertThat(trial.ledger().outOfOrder()).isZero();
        }
    }

    /** SQLite takes the path through another process for the path it seems to lead to, and so reads a copy. */
    private Path copied(Path data) {
        try {
            Path copy = Files.createTempDirectory(home, "copy");
            for (String file : List.of("saring.db", "saring.db-wal")) {
                Files.copy(data.resolve(file), copy.resolve(file));
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertHonest(Trial trial, long mayComeTwice) {
        System.out.println(trial);
        assertThat(trial.ledger().acknowledged()).isEqualTo(trial.ledger().sent());
        assertThat(trial.ledger().lost()).as("lost: %s", trial).isZero();
        assertThat(trial.ledger().surplus()).as("sent twice: %s", trial).isLessThanOrEqualTo(mayComeTwice);
        assertThat(trial.ledger().outOfOrder()).as("out of order: %s", trial).isZero();
        assertThat(trial.store().count("DEAD")).as("dead letters").isZero();
    }

    private static void fill(Path filler) throws IOException {
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            if (!Files.exists(filler)) {
                throw e;
            }
            // Full.
        }
    }

    /** Lets the load go on; there is nothing to wait for but time. */
    private static void pause(int millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
