package id.saring.factcheck;

import id.saring.claim.PublishedClaims;
import id.saring.http.Imprint;
import id.saring.match.ClaimMatcher;
import java.time.Clock;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Wires the Fact Check Tools interface. */
@Configuration(proxyBeanMethods = false)
public class FactCheckConfiguration {
    @Bean
    FactCheckApi factCheckApi(
            ClaimMatcher matcher,
            PublishedClaims claims,
            MessageSource messages,
            Clock clock,
            Imprint imprint,
            JsonMapper json) {
        return new FactCheckApi(new ClaimSearch(matcher, claims, messages, clock), imprint, json);
    }
}
