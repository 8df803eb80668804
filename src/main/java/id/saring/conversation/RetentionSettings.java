package id.saring.conversation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long what people leave behind is kept.
 *
 * @param messageTexts the words of messages that were looked up; zero keeps none, and nothing can then be sent for
 * checking
 * @param lookups      what was looked up and answered; for so long a person is told of corrections
 * @param cases        cases, after they were closed, or if open after their last message
 * @param people       what people settled with us, such as their language, after we last heard of it
 */
@ConfigurationProperties("saring.retention")
public record RetentionSettings(Duration messageTexts, Duration lookups, Duration cases, Duration people) {
    public RetentionSettings {
        if (messageTexts.isNegative() || !lookups.isPositive() || !cases.isPositive() || !people.isPositive()) {
            throw new IllegalArgumentException("saring.retention must be positive; only message-texts may be 0");
        }
    }
}
