package id.saring.webhook;

import java.net.URI;
import java.time.Instant;

/** A system that is told of verdicts. */
public record Webhook(long id, URI url, Instant createdAt) {
    /** Just added, with the secret that signs what it is sent: the only time that it is shown. */
    public record Added(Webhook webhook, String secret) {
        @Override
        public String toString() {
            return "Added[" + webhook.id + "]";
        }
    }

    @Override
    public String toString() {
        // Addresses may carry tokens.
        return "Webhook[" + id + ", " + url.getHost() + "]";
    }
}
