package id.saring.check;

import id.saring.audit.Lookups;
import id.saring.core.Language;
import id.saring.db.Database;
import id.saring.match.ClaimMatcher;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the look-ups that are answered at once. */
@Configuration(proxyBeanMethods = false)
public class CheckConfiguration {
    @Bean
    CheckLog checkLog(Database database, Lookups lookups) {
        return new CheckLog(database, lookups);
    }

    @Bean
    Checks checks(
            ClaimMatcher matcher, CheckLog log, @Value("${saring.default-language}") Language lastResort,
            Clock clock) {
        return new Checks(matcher::answer, log, lastResort, clock);
    }
}
