package id.saring.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a channel's trouble once, in plain words, and when it is over; one that comes and goes is told again after a
 * while.
 *
 * @param <T> the kinds of trouble
 */
public final class TroubleLog<T extends Enum<T>> {
    private static final Logger log = LoggerFactory.getLogger(TroubleLog.class);
    private static final Duration SILENCE = Duration.ofMinutes(10);

    private final String what;
    private final Function<T, String> sentence;
    private final Clock clock;
    private final Map<T, Instant> told = new HashMap<>();
    private @Nullable T current;
    private boolean announced;

    /**
     * @param what     names what suffers, such as "Receiving from Telegram"
     * @param sentence says a trouble in words an operator can act on
     */
    public TroubleLog(String what, Function<T, String> sentence, Clock clock) {
        this.what = what;
        this.sentence = sentence;
        this.clock = clock;
    }

    public synchronized void tell(T trouble) {
        current = trouble;
        Instant last = told.get(trouble);
        if (last == null || last.plus(SILENCE).isBefore(clock.instant())) {
            told.put(trouble, clock.instant());
            announced = true;
            log.error("{} fails: {}. It is tried again until it works.", what, sentence.apply(trouble));
        }
    }

    public synchronized void over() {
        if (announced) {
            log.info("{} works again.", what);
        }
        announced = false;
        current = null;
    }

    /** What is wrong now. */
    public synchronized Optional<T> current() {
        return Optional.ofNullable(current);
    }
}
