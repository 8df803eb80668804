package id.saring.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Tells whether a reader has a page as it is already, by its tag, or by its date if that is all they have. Dates of
 * HTTP are whole seconds: a page has none as long as it may change once more within the second of its last change.
 */
public final class Revalidation {
    /** A change can be read this long after its time at the latest, clocks of other replicas included. */
    public static final Duration SETTLED = Duration.ofSeconds(5);

    private final Clock clock;

    public Revalidation(Clock clock) {
        this.clock = clock;
    }

    /** Whether the reader has it already; the answer is finished then, and has its validators otherwise. */
    public boolean isKnown(String tag, Instant changedAt, HttpServletRequest request, HttpServletResponse response) {
        // The end of the second: whoever asks with the time at which they got it may have got it before the change.
        Instant date = changedAt.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        ServletWebRequest asked = new ServletWebRequest(request, response);
        return clock.instant().isBefore(date.plus(SETTLED))
                ? asked.checkNotModified(tag)
                : asked.checkNotModified(tag, date.toEpochMilli());
    }
}
