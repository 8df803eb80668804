package id.saring.load;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.OneTry;
import id.saring.RunningApp;
import id.saring.Saring;
import id.saring.db.DatabaseSettings;
import id.saring.db.PostgresServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * The machine's clock jumps while people write. The whole application runs in this process, on a clock that can be made
 * to jump: the real one cannot be without harm to everything else that runs here.
 */
@OneTry
class ClockJumpTest {
    /** The system's clock, so many milliseconds off. */
    private static final class JumpingClock extends Clock {
        private volatile Duration off = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(off);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Clocks {
        @Bean
        @Primary
        Clock jumpingClock() {
            return new JumpingClock();
        }
    }

    @TempDir
    private Path dir;

    @Test
    void all_is_answered_though_the_clock_jumps_on_a_sqlite_file() {
        allIsAnswered(Map.of());
    }

    @Test
    void all_is_answered_though_the_clock_jumps_on_postgresql() {
        DatabaseSettings database = PostgresServer.newDatabase();
        allIsAnswered(Map.of(
                "saring.database.url", String.valueOf(database.url()),
                "saring.database.user", String.valueOf(database.user()),
                "saring.database.password", String.valueOf(database.password())));
    }

    private void allIsAnswered(Map<String, String> store) {
        Ledger ledger = new Ledger();
        try (WhatsAppPlatform platform = new WhatsAppPlatform()) {
            Map<String, String> settings = new HashMap<>(platform.settings());
            settings.putAll(ServedJar.unhurried());
            settings.putAll(store);
            try (RunningApp app = RunningApp.start(0, dir, settings, Saring.class, Clocks.class);
                    Generator generator =
                            new Generator(platform, ledger, new Random(3), new int[] {app.port()}, 8, false)) {
                JumpingClock clock = (JumpingClock) app.bean(Clock.class);
                for (int hours : new int[] {0, 1, -1, 3, 0, -12}) {
                    clock.off = Duration.ofHours(hours);
                    Random texts = new Random(hours);
                    generator.send(40, 400, 5, () -> "pesan " + texts.nextInt());
                }
                assertThat(generator.awaitAnswers(Duration.ofSeconds(30))).as("%s", ledger).isTrue();
                assertThat(ledger.surplus()).isZero();
                assertThat(ledger.outOfOrder()).isZero();
            }
        }
    }
}
