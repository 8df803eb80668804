package id.saring.chat;

import id.saring.queue.WorkerSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How messages are worked on.
 *
 * @param inbox  how incoming messages are answered
 * @param outbox how outgoing messages are sent, for each channel
 * @param drain  how long a stop waits for what is being done
 * @param keep   how long finished work is remembered, which is what recognises a message delivered again
 */
@ConfigurationProperties("saring.chat")
public record ChatSettings(WorkerSettings inbox, WorkerSettings outbox, Duration drain, Duration keep) {
    /** Platforms redeliver for up to seven days. */
    private static final Duration SHORTEST_MEMORY = Duration.ofDays(8);

    public ChatSettings {
        if (keep.compareTo(SHORTEST_MEMORY) < 0) {
            throw new IllegalArgumentException("saring.chat.keep must be at least " + SHORTEST_MEMORY.toDays()
                    + " days, or a message delivered again would be answered again");
        }
    }
}
