package id.saring.telegram;

import id.saring.chat.Inbox;
import id.saring.http.SharedSecret;
import id.saring.http.ShortWay;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** How messages come in when Telegram delivers them. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "saring.telegram.mode", havingValue = "webhook")
class TelegramWebhookConfiguration {
    @Bean
    SmartLifecycle telegramRegistration(
            TelegramSettings settings,
            TelegramClient client,
            TelegramCourtesies courtesies,
            TelegramUpdates updates,
            PollState state) {
        return new WebhookRegistration(
                settings, client, PollTiming.STANDARD, () -> courtesies.introduce(updates::botName), state);
    }

    @Bean
    TelegramWebhook telegramWebhook(
            TelegramSettings settings,
            Inbox inbox,
            TelegramUpdates updates,
            TelegramCourtesies courtesies,
            PollState state) {
        return new TelegramWebhook(
                new SharedSecret(settings.webhook().secret()), inbox, updates, courtesies, state);
    }

    @Bean
    ShortWay telegramShortWay(TelegramWebhook webhook) {
        return new ShortWay(TelegramWebhook.PATH, webhook::take);
    }

    @Bean
    WebhookWatch telegramWebhookWatch(TelegramSettings settings, TelegramClient client, Clock clock) {
        return new WebhookWatch(client, settings.webhookUrl(), clock);
    }

    @Bean
    HealthIndicator telegramHealthIndicator(PollState state, WebhookWatch watch, Clock clock) {
        return new WebhookHealth(state, watch, clock);
    }
}
