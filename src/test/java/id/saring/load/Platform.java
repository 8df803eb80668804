package id.saring.load;

import java.io.IOException;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A stand-in for a platform that can take and send very much. */
interface Platform extends AutoCloseable {
    enum Kind {
        WHATSAPP,
        TELEGRAM,
        TELEGRAM_POLLED
    }

    static Platform open(Kind kind) {
        return switch (kind) {
            case WHATSAPP -> new WhatsAppPlatform();
            case TELEGRAM -> new TelegramPlatform(false);
            case TELEGRAM_POLLED -> new TelegramPlatform(true);
        };
    }

    /**
     * A webhook to be posted as it is.
     *
     * @param key names the message in it, and whatever answers it
     */
    record Webhook(String key, byte[] request) {}

    /** Settings for the application that is to use it. */
    Map<String, String> settings();

    /** A message of somebody, numbered from 0. */
    Webhook message(int person, String text);

    /**
     * Hands a webhook over on one of the lines to the application; returns whether it need not come again. A platform
     * that is polled holds it from now on, and answers for it.
     */
    default boolean deliver(Webhook webhook, WebhookLine line) throws IOException {
        return line.post(webhook.request()) == 200;
    }

    /**
     * Has {@code reader} told of all that is sent to people: the key of the message that is answered, and what makes
     * the receipt for it, if the platform gives receipts.
     */
    void onAnswer(BiConsumer<String, Supplier<@Nullable Webhook>> reader);

    @Override
    void close();
}
