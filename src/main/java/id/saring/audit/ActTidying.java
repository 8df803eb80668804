package id.saring.audit;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;

/** Chains, once a minute, acts that were recorded by a process which ended before it could chain them. */
final class ActTidying {
    private final Acts acts;

    ActTidying(Acts acts) {
        this.acts = acts;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void chain() {
        acts.chainWaiting();
    }
}
