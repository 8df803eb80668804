package id.saring.whatsapp;

import com.github.benmanes.caffeine.cache.Ticker;
import id.saring.chat.Gateway;
import id.saring.chat.Inbox;
import id.saring.chat.Receipts;
import id.saring.chat.SendingRates;
import id.saring.core.Pseudonyms;
import id.saring.http.ShortWay;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ResourceBundle;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The WhatsApp channel's parts. They exist only if the installation has an account there. */
@Configuration(proxyBeanMethods = false)
@Conditional(AccountGiven.class)
@EnableConfigurationProperties(WhatsAppSettings.class)
public class WhatsAppConfiguration {
    @Bean
    WhatsAppState whatsAppState(Clock clock, MeterRegistry meters) {
        return new WhatsAppState(clock, meters);
    }

    @Bean
    SendFailures whatsAppFailures(WhatsAppState state, Clock clock) {
        return new SendFailures(state.sending(), clock);
    }

    @Bean
    GraphClient whatsAppClient(WhatsAppSettings settings, JsonMapper json) {
        return new GraphClient(settings, json, new GraphHttp(GraphHttp.Patience.STANDARD));
    }

    @Bean
    MessageBodies whatsAppBodies(WhatsAppSettings settings, JsonMapper json) {
        return new MessageBodies(json, settings.template(), language -> ResourceBundle.getBundle(
                        "messages/whatsapp", language.locale())
                .getString("list.button"));
    }

    @Bean
    WhatsAppCourtesies whatsAppCourtesies(
            GraphClient client, MessageBodies bodies, SendFailures failures, Clock clock) {
        return new WhatsAppCourtesies(
                client, bodies, failures, clock, WhatsAppCourtesies.MOST, Ticker.systemTicker());
    }

    @Bean
    OurNumbers whatsAppNumbers(WhatsAppSettings settings, SendingRates rates) {
        return new OurNumbers(settings.numbers(), rates);
    }

    @Bean
    Gateway whatsAppGateway(
            OurNumbers numbers,
            GraphClient client,
            MessageBodies bodies,
            SendFailures failures,
            WhatsAppCourtesies courtesies,
            WhatsAppState state) {
        return new WhatsAppGateway(numbers, client, bodies, failures, courtesies, state);
    }

    @Bean
    WhatsAppUpdates whatsAppUpdates(
            WhatsAppSettings settings, Pseudonyms pseudonyms, SendFailures failures, Clock clock) {
        return new WhatsAppUpdates(settings.numbers(), pseudonyms, failures, clock);
    }

    @Bean
    WhatsAppWebhook whatsAppWebhook(
            WhatsAppSettings settings,
            WhatsAppUpdates updates,
            WhatsAppWebhook.Storing storing,
            WhatsAppState state,
            JsonMapper json) {
        return new WhatsAppWebhook(settings, updates, storing, state, json);
    }

    @Bean
    ShortWay whatsAppShortWay(WhatsAppWebhook webhook) {
        return new ShortWay(WhatsAppWebhook.PATH, webhook::take);
    }

    @Bean
    WhatsAppWebhook.Storing whatsAppStoring(Inbox inbox, Receipts receipts, WhatsAppCourtesies courtesies) {
        return new WhatsAppWebhook.Storing(inbox, receipts, courtesies);
    }

    @Bean
    HealthIndicator whatsappHealthIndicator(WhatsAppState state) {
        return new WhatsAppHealth(state);
    }
}
