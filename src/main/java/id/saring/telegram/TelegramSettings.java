package id.saring.telegram;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.telegram.telegrambots.meta.TelegramUrl;

/**
 * Whom the bot is and where its API answers. {@code toString} hides the token.
 *
 * @param botToken as BotFather gave it; surrounding blanks do not count
 * @param apiUrl   scheme, host and port of the Bot API server
 * @throws IllegalArgumentException if the token is missing or the address is no bare http or https address
 */
@ConfigurationProperties("saring.telegram")
record TelegramSettings(String botToken, URI apiUrl) {
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
    }

    /** The address in the form the library takes. */
    TelegramUrl telegramUrl() {
        int port = apiUrl.getPort() >= 0 ? apiUrl.getPort() : "https".equals(apiUrl.getScheme()) ? 443 : 80;
        return new TelegramUrl(apiUrl.getScheme(), apiUrl.getHost(), port, false);
    }

    @Override
    public String toString() {
        return "TelegramSettings[botToken=hidden, apiUrl=" + apiUrl + "]";
    }

    private static boolean isBlank(@Nullable String part, String alsoBlank) {
        return part == null || part.isEmpty() || part.equals(alsoBlank);
    }
}
