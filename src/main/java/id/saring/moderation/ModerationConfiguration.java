package id.saring.moderation;

import id.saring.account.Accounts;
import id.saring.account.ApiTokens;
import id.saring.account.Origins;
import id.saring.account.OwnAccount;
import id.saring.account.SecondFactors;
import id.saring.account.Sessions;
import id.saring.account.SignIn;
import id.saring.audit.Acts;
import java.time.ZoneId;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires the frame of the pages, and the pages on accounts. */
@Configuration(proxyBeanMethods = false)
@Import({ClaimPagesConfiguration.class, CasePagesConfiguration.class})
public class ModerationConfiguration {
    @Bean
    Frame frame(List<MenuEntry> menu, MessageSource messages) {
        return new Frame(menu, messages);
    }

    @Bean
    Times times(ZoneId zone) {
        return new Times(zone);
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
    PasswordPages passwordPages(OwnAccount own, Origins origins) {
        return new PasswordPages(own, origins);
    }

    @Bean
    OwnAccountPages ownAccountPages(
            OwnAccount own, SecondFactors factors, Sessions sessions, SignIn signIn, ApiTokens tokens) {
        return new OwnAccountPages(own, factors, sessions, signIn, tokens);
    }

    @Bean
    SecondFactorPages secondFactorPages(SecondFactors factors) {
        return new SecondFactorPages(factors);
    }

    @Bean
    AccountsPages accountsPages(
            Accounts accounts, SecondFactors factors, Acts acts, @Value("${saring.base-url:}") String baseUrl) {
        return new AccountsPages(accounts, factors, acts, baseUrl.isBlank() ? null : baseUrl.replaceAll("/+$", ""));
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
