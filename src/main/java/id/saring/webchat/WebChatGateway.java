package id.saring.webchat;

import id.saring.chat.Gateway;
import id.saring.chat.OutgoingMessage;
import id.saring.chat.SendResult;
import id.saring.core.Channel;
import id.saring.core.Pseudonym;
import java.time.Duration;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Sends by putting the message where the chat's browser will find it. */
final class WebChatGateway implements Gateway {
    private static final Duration STORE_RECOVERS = Duration.ofSeconds(5);

    private final WebChat chat;

    WebChatGateway(WebChat chat) {
        this.chat = chat;
    }

    @Override
    public Channel channel() {
        return Channel.WEB;
    }

    @Override
    public void forget(Pseudonym chat) {
        this.chat.erase(chat);
    }

    @Override
    public SendResult send(OutgoingMessage message) {
        try {
            chat.deliver(message);
            return new SendResult.Sent(null);
        } catch (DataAccessException | TransactionException e) {
            return new SendResult.Wait(STORE_RECOVERS, "store: " + e.getClass().getSimpleName());
        }
    }
}
