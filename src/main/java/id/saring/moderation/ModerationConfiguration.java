package id.saring.moderation;

import id.saring.account.Origins;
import id.saring.account.Sessions;
import id.saring.account.SignIn;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires the frame of the pages, and the pages on accounts. */
@Configuration(proxyBeanMethods = false)
@Import({ClaimPagesConfiguration.class, CasePagesConfiguration.class})
public class ModerationConfiguration {
    @Bean
    Frame frame(List<MenuEntry> menu) {
        return new Frame(menu);
    }

    @Bean
    StartPage startPage() {
        return new StartPage();
    }

    @Bean
    SignInPages signInPages(SignIn signIn, Sessions sessions, Origins origins) {
        return new SignInPages(signIn, sessions, origins);
    }

    @Bean
    MenuEntry accountsEntry() {
        return new MenuEntry("accounts", "/moderation/accounts", 80, true);
    }

    @Bean
    MenuEntry ownAccountEntry() {
        return new MenuEntry("own_account", "/moderation/account", 90, false);
    }
}
