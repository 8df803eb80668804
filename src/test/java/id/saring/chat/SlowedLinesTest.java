package id.saring.chat;

import static id.saring.chat.ChatFixture.CHAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.saring.core.Channel;
import id.saring.db.TestStore;
import id.saring.rate.Rate;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How a line that is too fast for its platform is slowed down, and comes back to its rate. */
class SlowedLinesTest {
    private static final Rate RATE = Rate.of("80 per 1s burst 8");
    private static final SendResult.Wait TOO_FAST =
            new SendResult.Wait(Duration.ofSeconds(2), "130429", SendResult.Scope.TOO_FAST);

    @RegisterExtension
    final TestStore store = TestStore.postgres();

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void each_time_it_is_half_as_fast_and_comes_back_step_by_step() {
        SlowedLines lines = new SlowedLines(nanos::get, line -> {});
        lines.tooFast("1");
        lines.tooFast("1");
        assertThat(lines.of("1", RATE)).as("both were on their way").isEqualTo(RATE.shared(2));
        assertThat(lines.of("2", RATE)).as("another line").isEqualTo(RATE);
        pass(SlowedLines.TOGETHER);
        lines.tooFast("1");
        assertThat(lines.of("1", RATE)).isEqualTo(RATE.shared(4));
        pass(SlowedLines.RECOVERS);
        assertThat(lines.of("1", RATE)).isEqualTo(RATE.shared(2));
        pass(SlowedLines.RECOVERS);
        assertThat(lines.of("1", RATE)).isEqualTo(RATE);
        for (int i = 0; i < 9; i++) {
            lines.tooFast("1");
            pass(SlowedLines.TOGETHER);
        }
        assertThat(lines.of("1", RATE)).as("never less").isEqualTo(RATE.shared(8));
    }

    @Test
    void less_is_admitted_until_it_has_come_back() {
        RecordingGateway gateway = new RecordingGateway(Channel.WHATSAPP);
        gateway.limit(new SendLimits(RATE, 1, to -> "1", to -> Rate.of("1000 per 1s")));
        Pace pace = new Pace(gateway, () -> 1, nanos::get, new SlowedLines(nanos::get, line -> {}),
                new SimpleMeterRegistry());
        assertThat(pace.admit(100)).isEqualTo(8);
        pace.asked(CHAT, TOO_FAST);
        assertThat(pace.admit(100)).isZero();
        pass(Duration.ofSeconds(2));
        assertThat(pace.admit(100)).as("one to see whether it may").isEqualTo(1);
        pass(Duration.ofSeconds(1));
        assertThat(pace.admit(100)).as("half of the burst").isEqualTo(4);
        pass(SlowedLines.RECOVERS);
        pace.admit(100);
        pass(Duration.ofSeconds(1));
        assertThat(pace.admit(100)).isEqualTo(8);
    }

    @Test
    void a_replica_hears_of_what_another_one_met() throws Exception {
        try (StandingNews one = new StandingNews(store.open()); StandingNews two = new StandingNews(store.open())) {
            one.listen();
            two.listen();
            SlowedLines there = SlowedLines.shared(Channel.WHATSAPP, two, nanos::get);
            SlowedLines otherChannel = SlowedLines.shared(Channel.TELEGRAM, two, nanos::get);
            SlowedLines here = SlowedLines.shared(Channel.WHATSAPP, one, nanos::get);
            await().untilAsserted(() -> {
                here.tooFast("1");
                assertThat(there.of("1", RATE)).isEqualTo(RATE.shared(2));
            });
            assertThat(here.of("1", RATE)).isEqualTo(RATE.shared(2));
            assertThat(otherChannel.of("1", RATE)).isEqualTo(RATE);
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
