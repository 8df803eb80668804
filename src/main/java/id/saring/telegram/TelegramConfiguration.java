package id.saring.telegram;

import id.saring.chat.Gateway;
import id.saring.chat.SendingRates;
import id.saring.core.Pseudonyms;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** The Telegram channel's parts. They exist only if the installation has a bot token. */
@Configuration(proxyBeanMethods = false)
@Conditional(TokenGiven.class)
@Import({TelegramPollingConfiguration.class, TelegramWebhookConfiguration.class})
@EnableConfigurationProperties(TelegramSettings.class)
public class TelegramConfiguration {
    @Bean
    TelegramHttp telegramHttp() {
        return new TelegramHttp(Duration.ofSeconds(15), List.of());
    }

    @Bean
    TelegramClient telegramClient(TelegramHttp telegramHttp, TelegramSettings settings) {
        return new OkHttpTelegramClient(telegramHttp.client(), settings.botToken(), settings.telegramUrl());
    }

    @Bean
    Gateway telegramGateway(
            TelegramClient telegramClient, Pseudonyms pseudonyms, Clock clock, SendingRates rates, PollState state) {
        return new TelegramGateway(telegramClient, new MessageKeys(pseudonyms), clock, rates, state.sending());
    }

    @Bean
    PollState telegramPollState(Clock clock, MeterRegistry meters) {
        return new PollState(clock, meters);
    }

    @Bean
    TelegramUpdates telegramUpdates(Pseudonyms pseudonyms, Clock clock, PollState state) {
        return new TelegramUpdates(pseudonyms, clock, state);
    }

    @Bean
    TelegramCourtesies telegramCourtesies(TelegramClient telegramClient) {
        return new TelegramCourtesies(telegramClient);
    }
}
