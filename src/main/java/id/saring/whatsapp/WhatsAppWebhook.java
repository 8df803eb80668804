package id.saring.whatsapp;

import id.saring.chat.Inbox;
import id.saring.chat.Receipts;
import id.saring.http.RawBody;
import id.saring.http.SharedSecret;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where Meta delivers. It is told 200 only when all is on disk; told anything else, it delivers again for days. What
 * cannot be read would not be readable then either, so that is counted and acknowledged.
 */
@RestController
final class WhatsAppWebhook {
    static final String PATH = "/webhooks/whatsapp";

    /** Meta's limit, which up to 1000 messages share. */
    static final int MAX_BYTES = 3 * 1024 * 1024;

    private static final Logger log = LoggerFactory.getLogger(WhatsAppWebhook.class);

    private final WebhookSignature signature;
    private final SharedSecret verifyToken;
    private final WhatsAppUpdates updates;
    private final Storing storing;
    private final WhatsAppState state;
    private final JsonMapper json;

    /** Where what came is stored, and what is done for it afterwards. */
    record Storing(Inbox inbox, Receipts receipts, WhatsAppCourtesies courtesies) {
        /** Returns false if the batch must be delivered once more. */
        boolean store(WhatsAppUpdates.Batch batch) {
            if (inbox.accept(batch.messages()) > 0) {
                courtesies.received(batch.messages());
            }
            return receipts.accept(batch.receipts());
        }
    }

    WhatsAppWebhook(
            WhatsAppSettings settings, WhatsAppUpdates updates, Storing storing, WhatsAppState state, JsonMapper json) {
        this.signature = new WebhookSignature(settings.appSecret());
        this.verifyToken = new SharedSecret(settings.verifyToken());
        this.updates = updates;
        this.storing = storing;
        this.state = state;
        this.json = json;
    }

    /** Proves to Meta that this address is ours. */
    @GetMapping(path = PATH, produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> verify(
            @RequestParam(name = "hub.mode", defaultValue = "") String mode,
            @RequestParam(name = "hub.verify_token", defaultValue = "") String token,
            @RequestParam(name = "hub.challenge", defaultValue = "") String challenge) {
        if (!verifyToken.is(token) || !mode.equals("subscribe")) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        state.verified();
        return ResponseEntity.ok(challenge);
    }

    /** The long way to {@link #take}. */
    @PostMapping(PATH)
    ResponseEntity<Void> receive(HttpServletRequest request) throws IOException {
        return ResponseEntity.status(take(request)).build();
    }

    HttpStatus take(HttpServletRequest request) throws IOException {
        Optional<byte[]> body = RawBody.read(request, MAX_BYTES);
        if (body.isEmpty()) {
            return HttpStatus.CONTENT_TOO_LARGE;
        }
        if (!signature.isOf(body.get(), request.getHeader(WebhookSignature.HEADER))) {
            state.refusedForged();
            return HttpStatus.UNAUTHORIZED;
        }
        WhatsAppUpdates.Batch batch = updates.map(read(body.get()));
        state.skippedUnreadable(batch.unreadable());
        try {
            boolean complete = storing.store(batch);
            state.received();
            return complete ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE;
        } catch (RuntimeException e) {
            state.notStored();
            log.debug("A webhook could not be stored", e);
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
    }

    /** What is no JSON counts as a webhook that says nothing. */
    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            return json.missingNode();
        }
    }
}
