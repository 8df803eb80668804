package id.saring.account;

import com.github.benmanes.caffeine.cache.Ticker;
import id.saring.audit.Acts;
import id.saring.core.Sealer;
import id.saring.core.Secret;
import id.saring.core.Stamps;
import id.saring.db.Database;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the accounts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountSettings.class)
public class AccountConfiguration {
    @Bean
    Passwords passwords(AccountSettings settings) {
        return new Passwords(settings.strength());
    }

    @Bean
    Sessions sessions(Database database, Clock clock, AccountSettings settings) {
        return new Sessions(database, clock, settings.idle(), settings.longest());
    }

    @Bean
    Accounts accounts(Database database, Acts acts, Sessions sessions, Clock clock, AccountSettings settings) {
        return new Accounts(database, acts, sessions, clock, settings.linkValid());
    }

    @Bean
    OwnAccount ownAccount(
            Database database, Passwords passwords, SignInDelays delays, Sessions sessions, Acts acts, Clock clock) {
        return new OwnAccount(database, passwords, delays, sessions, acts, clock);
    }

    @Bean
    SecondFactors secondFactors(Database database, Sealer sealer, Acts acts, Clock clock) {
        return new SecondFactors(database, sealer, acts, new RecoveryCodes(database), clock);
    }

    @Bean
    ApiTokens apiTokens(Database database, Acts acts, Clock clock, AccountSettings settings) {
        return new ApiTokens(database, acts, clock, settings.tokenValid());
    }

    @Bean
    ApiKeys apiKeys(Database database, Acts acts, Clock clock, ObjectProvider<Ticker> ticker) {
        return new ApiKeys(database, acts, clock, ticker.getIfAvailable(Ticker::systemTicker));
    }

    @Bean
    SignInDelays signInDelays(Database database, Secret secret, Clock clock) {
        return new SignInDelays(database, new Stamps(secret, "sign-in"), clock);
    }

    @Bean
    SignIn.Guards signInGuards(SignInDelays delays, Secret secret) {
        return new SignIn.Guards(delays, new KnownBrowsers(new Stamps(secret, "browser")));
    }

    @Bean
    SignInRecord signInRecord(Database database, Acts acts, Clock clock) {
        return new SignInRecord(database, acts, clock);
    }

    @Bean
    SignIn signIn(
            Database database,
            Passwords passwords,
            SecondFactors factors,
            Sessions sessions,
            SignIn.Guards guards,
            SignInRecord record) {
        return new SignIn(database, passwords, factors, sessions, guards, record);
    }

    @Bean
    Origins origins(Secret secret) {
        return new Origins(new Stamps(secret, "address"));
    }

    @Bean
    FirstAdmin firstAdmin(Database database, Passwords passwords, Acts acts, Clock clock, AccountSettings settings) {
        return new FirstAdmin(database, passwords, acts, clock, settings);
    }

    @Bean
    AccountTidying accountTidying(Sessions sessions, SignInDelays delays, ApiKeys keys) {
        return new AccountTidying(sessions, delays, keys);
    }
}
