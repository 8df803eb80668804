package id.saring.tally;

import id.saring.db.Database;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the counting of lookups and what was counted. */
@Configuration(proxyBeanMethods = false)
public class TallyConfiguration {
    @Bean
    Tallies tallies(Database database, ZoneId zone) {
        return new Tallies(database, zone);
    }

    @Bean
    TallyMeters tallyMeters(Tallies tallies, MeterRegistry meters, Clock clock) {
        TallyMeters tallyMeters = new TallyMeters(meters);
        tallyMeters.watch(new Spreading(tallies, clock));
        return tallyMeters;
    }

    @Bean
    Tallying tallying(Database database, ZoneId zone, Clock clock, TallyMeters meters) {
        return new Tallying(database, zone, clock, meters::count);
    }

    @Bean
    TallyChores tallyChores(Tallying tallying) {
        return new TallyChores(tallying);
    }
}
