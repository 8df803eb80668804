package id.saring.load;

import id.saring.whatsapp.WebhookRequest;
import id.saring.whatsapp.WhatsAppPerson;
import id.saring.whatsapp.WhatsAppServer;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** WhatsApp's Cloud API on loopback. */
final class WhatsAppPlatform implements Platform {
    private final WhatsAppServer server = WhatsAppServer.start();

    WhatsAppServer server() {
        return server;
    }

    @Override
    public Map<String, String> settings() {
        return server.settings();
    }

    @Override
    public Webhook message(int person, String text) {
        return webhook(person(Integer.toString(person + 628_000_000)).writes(text));
    }

    @Override
    public void onAnswer(BiConsumer<String, Supplier<@Nullable Webhook>> reader) {
        server.handOver((post, id) -> reader.accept(
                post.path("context").path("message_id").asString(""),
                () -> webhook(person(post.path("to").asString()).willTell(id, "delivered"))));
    }

    private WhatsAppPerson person(String phone) {
        return server.person(phone, null);
    }

    private static Webhook webhook(WebhookRequest request) {
        byte[] bytes = WebhookLine.request(
                "/webhooks/whatsapp", "X-Hub-Signature-256", request.signature(), request.body());
        return new Webhook(request.messageId(), bytes);
    }

    @Override
    public void close() {
        server.close();
    }
}
