package id.saring.telegram;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.List;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethodBoolean;

/** Registers the webhook. The library's own call prints the secret, and uploads a form for a certificate nobody has. */
final class SetWebhookCall extends BotApiMethodBoolean {
    /** As many as Telegram opens at once; a message is taken within milliseconds. */
    private static final int MAX_CONNECTIONS = 100;

    @JsonProperty("url")
    private final String url;

    @JsonProperty("secret_token")
    private final String secret;

    @JsonProperty("allowed_updates")
    private final List<String> kinds = TelegramUpdates.KINDS;

    @JsonProperty("max_connections")
    private final int connections = MAX_CONNECTIONS;

    SetWebhookCall(URI url, String secret) {
        this.url = url.toString();
        this.secret = secret;
    }

    @Override
    public String getMethod() {
        return "setWebhook";
    }

    @Override
    public String toString() {
        return "SetWebhookCall[" + url + "]";
    }
}
