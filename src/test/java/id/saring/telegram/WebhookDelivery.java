package id.saring.telegram;

import id.saring.telegram.TelegramServer.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Delivers a bot's updates to its webhook: in order, with the secret, and again until it says 200. */
final class WebhookDelivery implements AutoCloseable {
    private static final Duration FIRST_WAIT = Duration.ofMillis(50);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(400);

    private final UpdateQueue updates;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Integer> answers = new CopyOnWriteArrayList<>();
    private volatile @Nullable JsonNode registration;
    private volatile @Nullable URI instead;
    private volatile @Nullable ObjectNode failure;
    private @Nullable Thread delivering;

    WebhookDelivery(UpdateQueue updates) {
        this.updates = updates;
    }

    /** Where to deliver instead of the registered address, which does not exist. */
    void deliverTo(URI loopback) {
        instead = loopback;
    }

    boolean isRegistered() {
        return registration != null;
    }

    /** The statuses the webhook has answered with. */
    List<Integer> answers() {
        return List.copyOf(answers);
    }

    synchronized JsonNode register(JsonNode call) {
        URI url = URI.create(call.path("url").asString(""));
        if (!"https".equals(url.getScheme())) {
            throw new Refusal(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook");
        }
        if (!List.of(-1, 443, 80, 88, 8443).contains(url.getPort())) {
            throw new Refusal(400, "Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
        }
        if (!call.path("secret_token").asString("x").matches("[A-Za-z0-9_-]{1,256}")) {
            throw new Refusal(400, "Bad Request: secret token contains unallowed characters");
        }
        int connections = call.path("max_connections").asInt(40);
        if (connections < 1 || connections > 100) {
            throw new Refusal(400, "Bad Request: wrong max_connections");
        }
        List<String> kinds = new ArrayList<>();
        call.path("allowed_updates").forEach(kind -> kinds.add(kind.asString()));
        updates.allow(call.has("allowed_updates") ? kinds : null);
        registration = call;
        if (delivering == null) {
            delivering = Thread.startVirtualThread(this::deliver);
        }
        return JsonMapper.shared().getNodeFactory().booleanNode(true);
    }

    synchronized JsonNode remove() {
        registration = null;
        if (delivering != null) {
            delivering.interrupt();
            delivering = null;
        }
        return JsonMapper.shared().getNodeFactory().booleanNode(true);
    }

    /** A delivery failed at this moment, and for this reason. */
    void failedAt(long epochSecond, String reason) {
        failure = JsonMapper.shared().createObjectNode()
                .put("last_error_date", epochSecond).put("last_error_message", reason);
    }

    synchronized JsonNode info() {
        JsonNode registered = registration;
        ObjectNode info = JsonMapper.shared().createObjectNode()
                .put("url", registered == null ? "" : registered.path("url").asString())
                .put("has_custom_certificate", false)
                .put("pending_update_count", updates.count());
        return failure == null ? info : info.setAll(failure);
    }

    /** Posts a body with this secret, or none, and gives the answer's status. */
    int post(byte[] body, @Nullable String secret) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(instead)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (secret != null) {
            request.header("X-Telegram-Bot-Api-Secret-Token", secret);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private void deliver() {
        try {
            Duration wait = FIRST_WAIT;
            while (!Thread.currentThread().isInterrupted()) {
                ObjectNode update = updates.first();
                JsonNode registered = registration;
                int status = registered == null ? 0 : status(update, registered.path("secret_token").asString(null));
                if (status >= 200 && status < 300) {
                    updates.delivered(update);
                    wait = FIRST_WAIT;
                } else {
                    TimeUnit.NANOSECONDS.sleep(wait.toNanos());
                    wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int status(ObjectNode update, @Nullable String secret) throws InterruptedException {
        if (instead == null) {
            return 0; // nobody listens yet
        }
        try {
            int status = post(update.toString().getBytes(StandardCharsets.UTF_8), secret);
            answers.add(status);
            return status;
        } catch (IOException e) {
            return 0; // nobody listens
        }
    }

    @Override
    public void close() {
        remove();
        http.shutdownNow();
    }
}
