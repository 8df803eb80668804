package id.saring.webchat;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;

/** Deletes what browsers have been able to show for long enough. */
final class WebMessageRetention {
    private final WebMessages messages;
    private final Clock clock;
    private final Duration retention;

    WebMessageRetention(WebMessages messages, Clock clock, Duration retention) {
        this.messages = messages;
        this.clock = clock;
        this.retention = retention;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void eraseOld() {
        messages.eraseBefore(clock.instant().minus(retention));
    }
}
