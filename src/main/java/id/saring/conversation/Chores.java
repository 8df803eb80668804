package id.saring.conversation;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;

/** What is done from time to time. */
final class Chores {
    private final Retention retention;
    private final Eraser eraser;

    Chores(Retention retention, Eraser eraser) {
        this.retention = retention;
        this.eraser = eraser;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void retain() {
        retention.run();
    }

    @Scheduled(initialDelay = 1, fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void erase() {
        eraser.goOn();
    }
}
