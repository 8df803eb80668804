package id.saring.feed;

import id.saring.claim.Claims;
import id.saring.claim.Revisions;
import id.saring.db.Database;
import id.saring.exchange.ClaimImport;
import id.saring.http.PublicAddresses;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the feeds and their rounds. */
@Configuration(proxyBeanMethods = false)
public class FeedConfiguration {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    @Bean
    Feeds feeds(Database database) {
        return new Feeds(database);
    }

    @Bean
    FeedRounds feedRounds(Feeds feeds, ClaimImport imports, Claims claims, Revisions revisions, Clock clock) {
        return new FeedRounds(feeds, new FeedFetch(PublicAddresses::contain, LONGEST), imports, claims,
                revisions, clock);
    }
}
