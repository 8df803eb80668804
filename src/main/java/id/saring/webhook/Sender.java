package id.saring.webhook;

import id.saring.bulletin.Bulletin;
import id.saring.bulletin.Bulletins;
import id.saring.claim.Claim;
import id.saring.claim.Claims;
import id.saring.core.ClaimId;
import id.saring.exchange.ClaimReviews;
import id.saring.http.Imprint;
import id.saring.queue.Work;
import id.saring.queue.WorkHandler;
import id.saring.queue.WorkQueue;
import id.saring.webhook.Webhooks.Message;
import id.saring.webhook.Webhooks.Target;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Delivers one message. An answer of 2xx is an arrival; 410 ends the hook; all else is tried again. */
final class Sender implements WorkHandler {
    private final Webhooks webhooks;
    private final WorkQueue queue;
    private final Contents contents;
    private final HookAddresses addresses;
    private final Duration timeout;
    private final Clock clock;
    private final HttpClient http;

    /** Where a message's words come from. */
    record Contents(Bulletins bulletins, Claims claims, Imprint imprint, JsonMapper json) {}

    Sender(Webhooks webhooks, WorkQueue queue, Contents contents, HookAddresses addresses, Duration timeout, Clock clock) {
        this.webhooks = webhooks;
        this.queue = queue;
        this.contents = contents;
        this.addresses = addresses;
        this.timeout = timeout;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public void handle(Work work) {
        Message message = Message.read(work.payload());
        Optional<Target> target = webhooks.target(message.webhook());
        if (target.isEmpty()) {
            queue.drop(work, "The webhook was removed");
            return;
        }
        Delivery delivery = deliver(target.get(), message, work.attempts());
        webhooks.log(message.webhook(), delivery);
        Integer status = delivery.status();
        if (status != null && status == 410) {
            webhooks.remove(message.webhook());
            queue.drop(work, "The other side said 410 Gone");
        } else if (delivery.arrived()) {
            queue.done(work);
        } else {
            throw new IllegalStateException("Not delivered: " + delivery.failure());
        }
    }

    private Delivery deliver(Target target, Message message, int attempt) {
        Instant now = clock.instant();
        long start = System.nanoTime();
        Integer status = null;
        String failure = null;
        try {
            addresses.require(target.url());
            String body = body(message);
            HttpRequest request = HttpRequest.newBuilder(target.url())
                    .timeout(timeout)
                    .header("Content-Type", "application/json")
                    .header("User-Agent", "Saring-Webhook/1")
                    .header("webhook-id", message.id())
                    .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                    .header("webhook-signature", Signature.of(target.secret(), message.id(), now.getEpochSecond(), body))
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            failure = status / 100 == 2 ? null : "HTTP status " + status;
        } catch (HttpTimeoutException e) {
            failure = "No answer in time";
        } catch (IOException e) {
            failure = "No connection (" + e.getClass().getSimpleName() + ")";
        } catch (IllegalArgumentException e) {
            failure = String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure = "Stopped";
        }
        return new Delivery(
                message.id(), attempt, status, failure, Duration.ofNanos(System.nanoTime() - start), now);
    }

    private String body(Message message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("type", "verdicts.changed");
        ArrayNode events = body.putArray("data");
        List<Bulletin> news = contents.bulletins.after(message.after(), Webhooks.TOLD, Webhooks.MOST).stream()
                .filter(bulletin -> bulletin.id() <= message.last())
                .toList();
        for (Bulletin bulletin : news) {
            events.add(event(bulletin, contents.claims.find(bulletin.claim()).orElse(null)));
        }
        body.put("timestamp", clock.instant().toString());
        return contents.json.writeValueAsString(body);
    }

    private ObjectNode event(Bulletin bulletin, @Nullable Claim claim) {
        Imprint imprint = contents.imprint;
        ClaimId id = bulletin.claim();
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("kind", bulletin.kind().name()).put("claimId", id.value()).put("url", imprint.claim(id));
        event.put("version", bulletin.version()).put("verdict", bulletin.verdict().name());
        if (bulletin.former() != null) {
            event.put("former", bulletin.former().name());
        }
        event.put("at", bulletin.at().toString());
        // A claim that has been withdrawn since is not told again.
        if (claim != null && claim.published()) {
            event.set("claimReview", ClaimReviews.published(claim, imprint.claim(id), imprint.publisher(), imprint.at("/")));
        }
        return event;
    }
}
