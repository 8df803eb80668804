package id.saring.load;

import id.saring.telegram.Fault;
import id.saring.telegram.TelegramServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Telegram on loopback, which delivers to the webhook, or is polled. It keeps to its rates, so no more than 30 a second
 * go out.
 */
final class TelegramPlatform implements Platform {
    /** All that can become of a call without our fault; with the last two it may have been taken. */
    static final List<Fault> FAULTS = List.of(
            new Fault.Cut(false), Fault.badGateway(), Fault.tooMany(1), Fault.garbage(), new Fault.Cut(true));

    private static final String SECRET = "webhook-secret_of-the-load";

    private final TelegramServer server = TelegramServer.start();
    private final boolean polled;

    TelegramPlatform(boolean polled) {
        this.polled = polled;
    }

    TelegramServer server() {
        return server;
    }

    @Override
    public Map<String, String> settings() {
        if (polled) {
            return Map.of(
                    "saring.telegram.bot-token", TelegramServer.TOKEN,
                    "saring.telegram.api-url", server.url().toString(),
                    "saring.telegram.mode", "polling");
        }
        return Map.of(
                "saring.telegram.bot-token", TelegramServer.TOKEN,
                "saring.telegram.api-url", server.url().toString(),
                "saring.telegram.mode", "webhook",
                "saring.telegram.webhook.secret", SECRET,
                // Only registered, as Telegram wants it: the generator knows where to deliver.
                "saring.telegram.webhook.base-url", "https://saring.example.org");
    }

    @Override
    public Webhook message(int person, String text) {
        ObjectNode update = server.person(person + 1000).writes(text);
        byte[] body = update.toString().getBytes(StandardCharsets.UTF_8);
        byte[] bytes = polled
                ? body
                : WebhookLine.request("/webhooks/telegram", "X-Telegram-Bot-Api-Secret-Token", SECRET, body);
        JsonNode message = update.path("message");
        return new Webhook(key(message.path("chat").path("id"), message.path("message_id")), bytes);
    }

    @Override
    public boolean deliver(Webhook webhook, WebhookLine line) throws IOException {
        if (polled) {
            server.hold(webhook.request());
            return true;
        }
        return Platform.super.deliver(webhook, line);
    }

    /** Telegram gives no receipts. */
    @Override
    public void onAnswer(BiConsumer<String, Supplier<@Nullable Webhook>> reader) {
        server.handOver(call -> reader.accept(
                key(call.path("chat_id"), call.path("reply_parameters").path("message_id")), () -> null));
    }

    private static String key(JsonNode chat, JsonNode message) {
        return chat.asString() + ":" + message.asString();
    }

    @Override
    public void close() {
        server.close();
    }
}
