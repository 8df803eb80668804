package id.saring.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * Makes the requests for updates and reads their answers, instead of the library:
 * <ul>
 * <li>It keeps the offset itself. After a quiet week Telegram may begin again at a lower number; the library would
 * throw all those updates away, for ever. So it is handed numbers of our own, which only rise.
 * <li>It reads the updates one by one, so that one that cannot be read does not block the others.
 * <li>It asks for what comes after a batch, which confirms the batch to Telegram, only once it is told that the batch
 * has been received; the library would whenever its consumer returns.
 * <li>It never asks again at once when the last answer brought nothing new.
 * </ul>
 * Used by the polling thread alone; every session has its own.
 */
final class UpdateStream implements Function<Integer, GetUpdates> {
    private static final int LIMIT = 100;

    private final PollState state;
    private final Duration hold;
    private final Duration gap;
    private @Nullable Integer offset;
    private @Nullable Integer next;
    private int handedOut;
    private boolean barren;
    private long askedAt;

    UpdateStream(PollState state, Duration hold, Duration gap) {
        this.state = state;
        this.hold = hold;
        this.gap = gap;
    }

    @Override
    public GetUpdates apply(Integer libraryCount) {
        pace();
        return new Poll(offset, (int) hold.toSeconds());
    }

    /** Says that what was handed out need not come again. */
    void received() {
        if (next != null) {
            offset = next;
        }
    }

    /** Says that what was handed out held nothing new: it had come before, or none of it was a message. */
    void broughtNothing() {
        barren = true;
    }

    private void pace() {
        long left = gap.toNanos() - (System.nanoTime() - askedAt);
        if (barren && left > 0) {
            try {
                TimeUnit.NANOSECONDS.sleep(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        askedAt = System.nanoTime();
    }

    private ArrayList<Update> read(String answer) throws TelegramApiRequestException {
        barren = true;
        JsonNode result = result(answer);
        ArrayList<Update> updates = new ArrayList<>();
        Integer last = null;
        for (JsonNode node : result) {
            if (node.path("update_id").isInt()) {
                last = node.path("update_id").intValue();
            }
            Optional<Update> update = UpdateJson.read(node);
            if (update.isEmpty()) {
                state.skippedUnreadable();
                continue;
            }
            update.get().setUpdateId(++handedOut);
            updates.add(update.get());
        }
        if (last != null) {
            next = last + 1;
        }
        barren = updates.isEmpty();
        if (barren) {
            received(); // nobody else will say so
        }
        state.succeeded();
        return updates;
    }

    private JsonNode result(String answer) throws TelegramApiRequestException {
        JsonNode root;
        try {
            root = UpdateJson.MAPPER.readTree(answer);
        } catch (JsonProcessingException e) {
            state.failed(Trouble.UNREADABLE);
            // Without its cause, which would quote people's messages
            throw new TelegramApiRequestException("The answer is no JSON");
        }
        if (root.path("ok").asBoolean(false) && root.path("result").isArray()) {
            return root.path("result");
        }
        boolean refused = root.path("error_code").isInt();
        state.failed(refused ? Trouble.ofCode(root.path("error_code").intValue()) : Trouble.UNREADABLE);
        throw new TelegramApiRequestException(refused ? "Refused" : "The answer is not of the known form");
    }

    /** One request; the library sends it and lets it read its answer. */
    private final class Poll extends GetUpdates {
        Poll(@Nullable Integer offset, int seconds) {
            setOffset(offset);
            setLimit(LIMIT);
            setTimeout(seconds);
            setAllowedUpdates(TelegramUpdates.KINDS);
        }

        @Override
        public ArrayList<Update> deserializeResponse(String answer) throws TelegramApiRequestException {
            return read(answer);
        }
    }
}
