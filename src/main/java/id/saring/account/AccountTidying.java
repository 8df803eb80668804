package id.saring.account;

import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;

/** Deletes, once an hour, sessions that have ended and failures that are long ago; writes down the use of keys. */
final class AccountTidying implements DisposableBean {
    private final Sessions sessions;
    private final SignInDelays delays;
    private final ApiKeys keys;

    AccountTidying(Sessions sessions, SignInDelays delays, ApiKeys keys) {
        this.sessions = sessions;
        this.delays = delays;
        this.keys = keys;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void tidy() {
        sessions.tidy();
        delays.tidy();
    }

    @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void settle() {
        keys.settle();
    }

    /** What was counted since must not be lost with the process. */
    @Override
    public void destroy() {
        keys.settle();
    }
}
