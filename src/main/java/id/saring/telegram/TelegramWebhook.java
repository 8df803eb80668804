package id.saring.telegram;

import id.saring.chat.Inbox;
import id.saring.http.RawBody;
import id.saring.http.SharedSecret;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Where Telegram delivers in webhook mode. It is told 200 only when the message is on disk; told anything else, it
 * delivers again for a day. What cannot be read would not be readable then either, so that is counted and acknowledged.
 */
@RestController
final class TelegramWebhook {
    static final String PATH = "/webhooks/telegram";
    static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";

    /** Many times the longest message with all its entities. */
    static final int MAX_BYTES = 1024 * 1024;

    private static final Logger log = LoggerFactory.getLogger(TelegramWebhook.class);

    private final SharedSecret secret;
    private final Inbox inbox;
    private final TelegramUpdates updates;
    private final TelegramCourtesies courtesies;
    private final PollState state;

    TelegramWebhook(
            SharedSecret secret,
            Inbox inbox,
            TelegramUpdates updates,
            TelegramCourtesies courtesies,
            PollState state) {
        this.secret = secret;
        this.inbox = inbox;
        this.updates = updates;
        this.courtesies = courtesies;
        this.state = state;
    }

    /** The long way to {@link #take}. */
    @PostMapping(PATH)
    ResponseEntity<Void> receive(HttpServletRequest request) throws IOException {
        return ResponseEntity.status(take(request)).build();
    }

    HttpStatus take(HttpServletRequest request) throws IOException {
        if (!secret.is(request.getHeader(SECRET_HEADER))) {
            return HttpStatus.UNAUTHORIZED;
        }
        Optional<byte[]> body = RawBody.read(request, MAX_BYTES);
        if (body.isEmpty()) {
            return HttpStatus.CONTENT_TOO_LARGE;
        }
        Optional<Update> update = UpdateJson.read(body.get());
        if (update.isEmpty()) {
            state.skippedUnreadable();
            return HttpStatus.OK;
        }
        TelegramUpdates.Batch batch = updates.map(List.of(update.get()));
        try {
            inbox.accept(batch.messages());
        } catch (RuntimeException e) {
            state.failed(Trouble.STORE);
            log.debug("An update could not be stored", e);
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
        state.succeeded();
        batch.presses().forEach(courtesies::answerPress);
        return HttpStatus.OK;
    }
}
