package id.saring.chat;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.core.Channel;
import id.saring.rate.Rate;
import id.saring.rate.SettableTicker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final ChatAddress CHAT = new ChatAddress(Channel.TELEGRAM, "1");

    private final SettableTicker ticker = new SettableTicker();
    private final RecordingGateway gateway = new RecordingGateway(Channel.TELEGRAM);
    private int replicas = 1;

    @Test
    void of_several_replicas_each_takes_its_part() {
        Pace pace = pace(Rate.of("10 per 1s burst 4"), Rate.of("1 per 1s burst 3"));
        replicas = 2;
        assertThat(pace.admit(10)).isEqualTo(2);
        assertThat(pace.untilNext()).isEqualTo(Duration.ofMillis(200));
        assertThat(pace.claim(CHAT)).isZero();
        assertThat(pace.claim(CHAT)).isEqualTo(Duration.ofSeconds(2));
        replicas = 1;
        assertThat(pace.untilNext()).as("one was given back for the claim in vain").isZero();
        assertThat(pace.admit(10)).isEqualTo(1);
        ticker.advance(Duration.ofSeconds(2));
        assertThat(pace.admit(10)).isEqualTo(4);
        assertThat(pace.claim(CHAT)).isZero();
    }

    @Test
    void a_platform_without_limits_is_sent_everything() {
        Pace pace = new Pace(gateway, () -> replicas, ticker, new SlowedLines(ticker, slow -> {}),
                new SimpleMeterRegistry());
        assertThat(pace.admit(1000)).isEqualTo(1000);
        assertThat(pace.claim(CHAT)).isZero();
        pace.asked(CHAT, new SendResult.Wait(Duration.ofSeconds(1), "store", SendResult.Scope.EVERYTHING));
        assertThat(pace.admit(1)).isEqualTo(1);
    }

    private Pace pace(Rate line, Rate ofChat) {
        gateway.limit(new SendLimits(line, 1, to -> "bot", to -> ofChat));
        return new Pace(gateway, () -> replicas, ticker, new SlowedLines(ticker, slow -> {}),
                new SimpleMeterRegistry());
    }
}
