package id.saring.admin;

import id.saring.account.ApiKeys;
import id.saring.moderation.MenuEntry;
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
}
