package id.saring.conversation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which messages are answered.
 *
 * @param answerWithin   how old a message may be; a platform may deliver one days late, when its answer helps nobody
 * @param longestMessage in UTF-16 units
 */
@ConfigurationProperties("saring.conversation")
record ConversationSettings(Duration answerWithin, int longestMessage) {}
