package id.saring.admin;

import id.saring.claim.Claims;
import id.saring.moderation.MenuEntry;
import id.saring.tally.Tallies;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the pages with charts and health. */
@Configuration(proxyBeanMethods = false)
class ChartPagesConfiguration {
    @Bean
    MenuEntry chartsEntry() {
        return new MenuEntry("charts", ChartPages.PATH, 62, true);
    }

    @Bean
    ChartPages chartPages(Tallies tallies, Claims claims, Clock clock) {
        return new ChartPages(new Charts(tallies), tallies, claims, clock);
    }

    @Bean
    MenuEntry healthEntry() {
        return new MenuEntry("health", HealthPages.PATH, 64, true);
    }

    @Bean
    HealthPages healthPages(HealthEndpoint health, MessageSource messages, ZoneId zone, Clock clock) {
        return new HealthPages(health, messages, zone, clock);
    }

    @Bean
    HealthMeters healthMeters(HealthContributorRegistry parts, HealthEndpoint health, MeterRegistry meters) {
        return new HealthMeters(parts, health, meters);
    }
}
