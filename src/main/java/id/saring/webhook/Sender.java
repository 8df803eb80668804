package id.saring.webhook;

import id.saring.audit.Actor;
import id.saring.audit.Acts;
import id.saring.bulletin.Bulletin;
import id.saring.bulletin.Bulletins;
import id.saring.claim.Claim;
import id.saring.claim.Claims;
import id.saring.core.ClaimId;
import id.saring.exchange.ClaimReviews;
import id.saring.http.GuardedSockets.RefusedAddressException;
import id.saring.http.Imprint;
import id.saring.queue.Work;
import id.saring.queue.WorkHandler;
import id.saring.queue.WorkQueue;
import id.saring.webhook.Webhooks.Message;
import id.saring.webhook.Webhooks.Target;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Delivers one message. An answer of 2xx is an arrival; 410 ends the hook; all else is tried again. */
final class Sender implements WorkHandler {
    private static final MediaType JSON = MediaType.get("application/json");

    private final Webhooks webhooks;
    private final WorkQueue queue;
    private final Contents contents;
    private final OkHttpClient http;
    private final Acts acts;
    private final Clock clock;

    /** Where a message's words come from. */
    record Contents(Bulletins bulletins, Claims claims, Imprint imprint, JsonMapper json) {}

    Sender(Webhooks webhooks, WorkQueue queue, Contents contents, OkHttpClient http, Acts acts, Clock clock) {
        this.webhooks = webhooks;
        this.queue = queue;
        this.contents = contents;
        this.http = http;
        this.acts = acts;
        this.clock = clock;
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
            webhooks.remove(message.webhook(), hook -> acts.record(
                    Actor.SERVER, "webhook.remove", "webhook:" + message.webhook(),
                    Map.of("host", hook.url().getHost()), Map.of("answer", "410 Gone")));
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
            String body = body(message);
            Request request = new Request.Builder()
                    .url(target.url().toString())
                    .header("User-Agent", "Saring-Webhook/1")
                    .header("webhook-id", message.id())
                    .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                    .header(
                            "webhook-signature",
                            Signature.of(target.secret(), message.id(), now.getEpochSecond(), body))
                    .post(RequestBody.create(body.getBytes(StandardCharsets.UTF_8), JSON))
                    .build();
            status = answer(request);
            failure = status / 100 == 2 ? null : "HTTP status " + status;
        } catch (InterruptedIOException e) {
            failure = Thread.currentThread().isInterrupted() ? "Stopped" : "No answer in time";
        } catch (RefusedAddressException e) {
            failure = "A webhook's address must be public";
        } catch (IOException e) {
            failure = "No connection (" + e.getClass().getSimpleName() + ")";
        } catch (IllegalArgumentException e) {
            failure = String.valueOf(e.getMessage());
        }
        return new Delivery(
                message.id(), attempt, status, failure, Duration.ofNanos(System.nanoTime() - start), now);
    }

    private int answer(Request request) throws IOException {
        try (Response response = http.newCall(request).execute()) {
            return response.code();
        }
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
            event.set(
                    "claimReview",
                    ClaimReviews.published(
                            claim, imprint.claim(id), imprint.publisher(), imprint.at("/"), imprint.timeZone()));
        }
        return event;
    }
}
