package id.saring.account;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;

/** Deletes, once an hour, sessions that have ended and failures that are long ago. */
final class AccountTidying {
    private final Sessions sessions;
    private final SignInDelays delays;

    AccountTidying(Sessions sessions, SignInDelays delays) {
        this.sessions = sessions;
        this.delays = delays;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void tidy() {
        sessions.tidy();
        delays.tidy();
    }
}
