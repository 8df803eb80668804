package id.saring.telegram;

import id.saring.chat.Election;
import id.saring.chat.Inbox;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** How messages come in when we fetch them. */
@Configuration(proxyBeanMethods = false)
@Conditional(TelegramPollingConfiguration.UnlessDelivered.class)
class TelegramPollingConfiguration {
    /** Polling is what is done if nothing is set, or nothing is set to it. */
    static final class UnlessDelivered extends NoneNestedConditions {
        UnlessDelivered() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnProperty(name = "saring.telegram.mode", havingValue = "webhook")
        static final class Delivered {}
    }

    @Bean
    SmartLifecycle telegramPoller(
            TelegramSettings settings,
            Inbox inbox,
            TelegramUpdates updates,
            TelegramCourtesies courtesies,
            PollState state,
            Election election) {
        TelegramPoller poller =
                new TelegramPoller(settings, PollTiming.STANDARD, inbox::accept, updates, courtesies, state);
        // Telegram lets only one poll a bot.
        return election.elect("telegram-poller", poller);
    }

    @Bean
    HealthIndicator telegramHealthIndicator(PollState state, Clock clock) {
        return new TelegramHealth(state, clock);
    }
}
