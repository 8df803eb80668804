package id.saring.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * A message whose sending counts as soon as Telegram says ok. The library would read the whole message that comes back
 * and, if it cannot, fail as if nothing had been sent, so that it would be sent twice.
 */
final class ConfirmedMessage extends SendMessage {
    ConfirmedMessage(String chat, String text) {
        super(chat, text);
    }

    @Override
    public Message deserializeResponse(String answer) throws TelegramApiRequestException {
        JsonNode root;
        try {
            root = OBJECT_MAPPER.readTree(answer);
        } catch (JsonProcessingException e) {
            // Without its cause, which would quote the answer
            throw new TelegramApiRequestException("The answer is no JSON");
        }
        if (!root.path("ok").asBoolean(false)) {
            return super.deserializeResponse(answer);
        }
        Message sent = new Message();
        if (root.path("result").path("message_id").isInt()) {
            sent.setMessageId(root.path("result").path("message_id").intValue());
        }
        return sent;
    }
}
