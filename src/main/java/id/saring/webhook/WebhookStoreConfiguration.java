package id.saring.webhook;

import id.saring.core.Sealer;
import id.saring.db.Database;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The list of webhooks and their log, which commands need as well as the server. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
public class WebhookStoreConfiguration {
    @Bean
    Webhooks webhooks(Database database, Sealer sealer, Clock clock, WebhookSettings settings) {
        return new Webhooks(database, sealer, clock, new HookAddresses(settings.privateAddresses()));
    }
}
