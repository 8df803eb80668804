package id.saring.chat;

import id.saring.rate.Rate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How fast the platforms let us send, all replicas together. What comes faster waits; it does not fail.
 *
 * @param telegramPerSecond messages a second of the bot; more for who pays Telegram for it or runs their own server
 * @param telegramChat      what one person is sent; Telegram lets short bursts pass
 * @param telegramGroup     what one group is sent: 20 in any minute
 * @param whatsappPerSecond messages a second of each number; WhatsApp raises its limit up to 1,000 by itself
 * @param whatsappPair      what one person is sent from one number; WhatsApp lends up to 45 of them
 * @throws IllegalArgumentException if one of them is not positive
 */
@ConfigurationProperties("saring.chat.rates")
public record SendingRates(
        @DefaultValue("30") int telegramPerSecond,
        @DefaultValue("1 per 1s burst 5") Rate telegramChat,
        @DefaultValue("15 per 1m burst 5") Rate telegramGroup,
        @DefaultValue("80") int whatsappPerSecond,
        @DefaultValue("1 per 6s burst 45") Rate whatsappPair) {
    public SendingRates {
        if (telegramPerSecond < 1 || whatsappPerSecond < 1) {
            throw new IllegalArgumentException(
                    "TELEGRAM_MESSAGES_PER_SECOND and WHATSAPP_MESSAGES_PER_SECOND must be at least 1");
        }
    }
}
