package id.saring.webhook;

import id.saring.queue.WorkerSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How webhooks are delivered.
 *
 * @param timeout          how long the other system may take to answer
 * @param keepLog          how long the log of deliveries is kept
 * @param privateAddresses whether hooks may lead into this machine's own network
 */
@ConfigurationProperties("saring.webhook")
public record WebhookSettings(WorkerSettings worker, Duration timeout, Duration keepLog, boolean privateAddresses) {
    public WebhookSettings {
        if (!timeout.isPositive() || timeout.multipliedBy(2).compareTo(worker.lease()) > 0) {
            throw new IllegalArgumentException("saring.webhook.timeout must be at most half of its worker's lease");
        }
    }
}
