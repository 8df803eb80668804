package id.saring.telegram;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.telegram.telegrambots.meta.TelegramUrl;

/**
 * Whom the bot is, where its API answers and how its messages come in. {@code toString} hides the secrets.
 *
 * @param botToken as BotFather gave it; surrounding blanks do not count
 * @param apiUrl   scheme, host and port of the Bot API server
 * @param mode     whether we fetch messages or Telegram delivers them
 * @throws IllegalArgumentException if the token is missing, the address is no bare http or https address, or webhook
 *                                  mode lacks what it needs
 */
@ConfigurationProperties("saring.telegram")
record TelegramSettings(
        String botToken, URI apiUrl, @DefaultValue("polling") Mode mode, @DefaultValue Webhook webhook) {
    enum Mode {
        POLLING,
        WEBHOOK
    }

    /**
     * What webhook mode needs.
     *
     * @param secret  proves that Telegram delivers; of letters, digits, _ and -
     * @param baseUrl this installation's public address
     */
    record Webhook(@DefaultValue("") String secret, @Nullable URI baseUrl) {
        @Override
        public String toString() {
            return "Webhook[secret=hidden, baseUrl=" + baseUrl + "]";
        }
    }

    /** Telegram delivers to no others. */
    private static final Set<Integer> PORTS = Set.of(-1, 443, 80, 88, 8443);

    TelegramSettings {
        botToken = botToken == null ? "" : botToken.strip();
        if (botToken.isEmpty()) {
            throw new IllegalArgumentException("TELEGRAM_BOT_TOKEN is empty");
        }
        String scheme = apiUrl.getScheme();
        if (apiUrl.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new IllegalArgumentException("TELEGRAM_API_URL must be an http or https address with a host");
        }
        if (!isBlank(apiUrl.getPath(), "/") || apiUrl.getQuery() != null || apiUrl.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "TELEGRAM_API_URL must hold only scheme, host and port, such as https://api.telegram.org,"
                            + " without a path");
        }
        if (mode == Mode.WEBHOOK) {
            checkWebhook(webhook);
        }
    }

    private static void checkWebhook(Webhook webhook) {
        if (!webhook.secret().matches("[A-Za-z0-9_-]{1,256}")) {
            throw new IllegalArgumentException("TELEGRAM_MODE=webhook needs a TELEGRAM_WEBHOOK_SECRET of 1 to 256"
                    + " letters, digits, _ and -; without it anybody could write in the name of anybody");
        }
        URI base = webhook.baseUrl();
        boolean https = base != null && "https".equals(base.getScheme()) && base.getHost() != null;
        if (base == null || !https || !PORTS.contains(base.getPort())) {
            throw new IllegalArgumentException("TELEGRAM_MODE=webhook needs a SARING_BASE_URL that begins with"
                    + " https://, on port 443, 80, 88 or 8443, because Telegram delivers to no other");
        }
    }

    /** Where Telegram is to deliver. */
    URI webhookUrl() {
        return URI.create(String.valueOf(webhook.baseUrl()).replaceAll("/+$", "") + TelegramWebhook.PATH);
    }

    /** The address in the form the library takes. */
    TelegramUrl telegramUrl() {
        int port = apiUrl.getPort() >= 0 ? apiUrl.getPort() : "https".equals(apiUrl.getScheme()) ? 443 : 80;
        return new TelegramUrl(apiUrl.getScheme(), apiUrl.getHost(), port, false);
    }

    @Override
    public String toString() {
        return "TelegramSettings[botToken=hidden, apiUrl=%s, mode=%s, webhook=%s]".formatted(apiUrl, mode, webhook);
    }

    private static boolean isBlank(@Nullable String part, String alsoBlank) {
        return part == null || part.isEmpty() || part.equals(alsoBlank);
    }
}
