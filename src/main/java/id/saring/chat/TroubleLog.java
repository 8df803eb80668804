package id.saring.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a trouble once, in plain words, and when it is over; one that comes and goes is told again after a while. */
final class TroubleLog {
    private static final Logger log = LoggerFactory.getLogger(TroubleLog.class);
    private static final Duration SILENCE = Duration.ofMinutes(10);

    private final String what;
    private final Clock clock;
    private final Map<Trouble, Instant> told = new EnumMap<>(Trouble.class);
    private @Nullable Trouble current;
    private boolean announced;

    /** @param what names what suffers, such as "Receiving from Telegram" */
    TroubleLog(String what, Clock clock) {
        this.what = what;
        this.clock = clock;
    }

    synchronized void tell(Trouble trouble) {
        current = trouble;
        Instant last = told.get(trouble);
        if (last == null || last.plus(SILENCE).isBefore(clock.instant())) {
            told.put(trouble, clock.instant());
            announced = true;
            log.error("{} fails: {}. It is tried again until it works.", what, trouble.sentence());
        }
    }

    synchronized void over() {
        if (announced) {
            log.info("{} works again.", what);
        }
        announced = false;
        current = null;
    }

    synchronized @Nullable Trouble current() {
        return current;
    }
}
