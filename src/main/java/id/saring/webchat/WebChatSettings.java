package id.saring.webchat;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long and how much of a chat is kept for its browser to show.
 *
 * @param retention     age at which messages are deleted
 * @param keep          most messages kept of one chat, both sides' together
 * @param pollTimeout   how long a request waits for news before it is answered with none
 * @param cookieMaxAge  how long a browser keeps its chat after its last message
 */
@ConfigurationProperties("saring.webchat")
public record WebChatSettings(
        @DefaultValue("30d") Duration retention,
        @DefaultValue("200") int keep,
        @DefaultValue("20s") Duration pollTimeout,
        @DefaultValue("180d") Duration cookieMaxAge) {
    public WebChatSettings {
        if (keep < 1 || !retention.isPositive() || !pollTimeout.isPositive() || !cookieMaxAge.isPositive()) {
            throw new IllegalArgumentException("saring.webchat settings must be positive");
        }
    }
}
