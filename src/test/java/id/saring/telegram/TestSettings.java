package id.saring.telegram;

import java.net.URI;

/** Settings of either mode. */
final class TestSettings {
    static final String SECRET = "TEST-webhook_secret";

    private TestSettings() {}

    static TelegramSettings polling(String token, URI apiUrl) {
        return new TelegramSettings(
                token, apiUrl, TelegramSettings.Mode.POLLING, new TelegramSettings.Webhook("", null));
    }

    static TelegramSettings webhook(URI apiUrl, String secret, URI baseUrl) {
        return new TelegramSettings(
                TelegramServer.TOKEN,
                apiUrl,
                TelegramSettings.Mode.WEBHOOK,
                new TelegramSettings.Webhook(secret, baseUrl));
    }
}
