package id.saring.webchat;

import id.saring.chat.Inbox;
import id.saring.core.Pseudonyms;
import id.saring.core.Sealer;
import id.saring.db.Database;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import tools.jackson.databind.json.JsonMapper;

/** Wires the web chat; it needs no account and is always on. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebChatSettings.class)
public class WebChatConfiguration {
    @Bean
    WebMessages webMessages(
            Database database, Sealer sealer, JsonMapper json, Clock clock, WebChatSettings settings) {
        return new WebMessages(database, sealer, json, clock, settings.keep());
    }

    @Bean
    Waiters waiters() {
        return new Waiters();
    }

    @Bean
    WebChat webChat(
            Database database,
            WebMessages messages,
            Waiters waiters,
            Inbox inbox,
            Pseudonyms pseudonyms,
            Clock clock) {
        return new WebChat(database, messages, waiters, inbox, pseudonyms, clock);
    }

    @Bean
    AutoCloseable webChatNews(WebChat chat) {
        return chat.followOthers();
    }

    @Bean
    WebChatGateway webChatGateway(WebChat chat) {
        return new WebChatGateway(chat);
    }

    @Bean
    WebChatDoor webChatDoor(WebChat chat, WebChatSettings settings, JsonMapper json) {
        return new WebChatDoor(chat, settings, json);
    }

    @Bean
    WebMessageRetention webMessageRetention(WebMessages messages, Clock clock, WebChatSettings settings) {
        return new WebMessageRetention(messages, clock, settings.retention());
    }

    /** Waiting requests would otherwise hold a graceful shutdown up until their time is over. */
    @Bean
    ApplicationListener<ContextClosedEvent> waitersAnsweredAtShutdown(Waiters waiters) {
        return event -> waiters.wakeAll();
    }
}
