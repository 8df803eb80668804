package id.saring.admin;

import id.saring.account.ApiKeys;
import id.saring.audit.Acts;
import id.saring.http.Imprint;
import id.saring.moderation.MenuEntry;
import id.saring.webhook.Webhooks;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires the admins' pages. */
@Configuration(proxyBeanMethods = false)
@Import({LogPagesConfiguration.class, ChartPagesConfiguration.class, HandlePagesConfiguration.class})
public class AdminConfiguration {
    @Bean
    AdminFrame adminFrame(List<MenuEntry> menu, MessageSource messages) {
        return new AdminFrame(menu, messages);
    }

    @Bean
    KeyPages keyPages(ApiKeys keys) {
        return new KeyPages(keys);
    }

    @Bean
    MenuEntry keysEntry() {
        return new MenuEntry("api_keys", "/admin/keys", 70, true);
    }

    @Bean
    HookPages hookPages(Webhooks webhooks, Acts acts, Imprint imprint) {
        return new HookPages(webhooks, acts, imprint);
    }

    @Bean
    MenuEntry hooksEntry() {
        return new MenuEntry("webhooks", HookPages.PATH, 72, true);
    }
}
