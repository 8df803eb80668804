package id.saring.match;

import id.saring.claim.Claims;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the matcher over the store and shows its cache in the metrics. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MatchSettings.class)
public class MatchConfiguration {
    @Bean
    ClaimMatcher claimMatcher(
            Claims claims, MatchSettings settings, @Value("${saring.data-dir}") Path dataDir, MeterRegistry meters) {
        ClaimMatcher matcher = ClaimMatcher.open(claims, dataDir.resolve("index"), settings);
        CaffeineCacheMetrics.monitor(meters, matcher.answers(), "answers");
        return matcher;
    }

    @Bean
    HealthIndicator indexHealthIndicator(ClaimMatcher matcher, Claims claims) {
        return new IndexHealth(matcher::indexAge, claims::storeVersion);
    }

    @Bean
    ClaimCatalog claimCatalog(Claims claims, @Value("${saring.data-dir}") Path dataDir) {
        return ClaimCatalog.open(claims, dataDir.resolve("catalog"));
    }

    /**
     * Takes in what other replicas and commands change; the catalog also what is changed here, so that no list waits.
     */
    @Bean
    AutoCloseable claimNews(Claims claims, ClaimMatcher matcher, ClaimCatalog catalog) {
        return claims.follow(() -> {
            matcher.catchUp();
            catalog.catchUp();
        });
    }
}
