package id.saring.syndication;

import id.saring.http.Revalidation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.springframework.http.HttpHeaders;

/** How long a feed may be kept, and whether who asks for it again has it already. */
record FeedFreshness(Revalidation revalidation) {
    /** Whether the reader has it already; the answer is finished then. */
    boolean unchanged(String version, Instant changedAt, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=60");
        return revalidation.isKnown("W/\"" + version + "\"", changedAt, request, response);
    }
}
