package id.saring.admin;

import id.saring.claim.Claims;
import id.saring.moderation.MenuEntry;
import id.saring.tally.Tallies;
import java.time.Clock;
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
}
