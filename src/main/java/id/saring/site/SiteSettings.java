package id.saring.site;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How the public pages are set up.
 *
 * @param projectUrl     where the footer sends who wants to see the source; null for nowhere
 * @param telegramBot    the bot's name without {@code @}, for links that open a chat with it; null for no such links
 * @param whatsappNumber the bot's number in digits, country code first, likewise
 * @param pageCache      how much memory rendered pages and pictures may take
 */
@ConfigurationProperties("saring.site")
public record SiteSettings(
        @Nullable String projectUrl, @Nullable String telegramBot, @Nullable String whatsappNumber,
                DataSize pageCache) {
    private static final Pattern BOT = Pattern.compile("[A-Za-z0-9_]{3,64}");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{6,14}");

    public SiteSettings {
        projectUrl = blankToNull(projectUrl);
        String bot = blankToNull(telegramBot);
        telegramBot = bot == null ? null : bot.replaceFirst("^@", "");
        if (telegramBot != null && !BOT.matcher(telegramBot).matches()) {
            throw new IllegalArgumentException("TELEGRAM_BOT_NAME must be the bot's user name, such as SaringBot");
        }
        String number = blankToNull(whatsappNumber);
        whatsappNumber = number == null ? null : number.replaceAll("[\\s+()-]", "");
        if (whatsappNumber != null && !NUMBER.matcher(whatsappNumber).matches()) {
            throw new IllegalArgumentException(
                    "WHATSAPP_NUMBER must be the bot's number with its country code, in digits");
        }
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
