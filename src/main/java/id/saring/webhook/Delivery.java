package id.saring.webhook;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to deliver a message.
 *
 * @param messageId the same for all attempts of a message
 * @param status    the HTTP status of the answer; null if there was none
 * @param failure   why it did not arrive; null if it did
 */
public record Delivery(
        String messageId, int attempt, @Nullable Integer status, @Nullable String failure, Duration took, Instant at) {
    public boolean arrived() {
        return failure == null;
    }
}
