package id.saring.chat;

import com.github.benmanes.caffeine.cache.Ticker;
import id.saring.core.Pseudonyms;
import id.saring.core.Sealer;
import id.saring.db.Database;
import id.saring.queue.GroupCommit;
import id.saring.queue.QueueHealth;
import id.saring.queue.Replicas;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires inbox, outbox and their workers to the one {@link IncomingHandler} and every {@link Gateway} there is. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ChatSettings.class, SendingRates.class})
public class ChatConfiguration {
    /** A database server writes for many; while one group waits for the network, another is on its way. */
    private static final int COMMITS_AT_ONCE = 4;

    @Bean
    GroupCommit groupCommit(Database database) {
        return new GroupCommit(database, database.dialect().shared() ? COMMITS_AT_ONCE : 1);
    }

    @Bean
    PostOffice postOffice(
            Database database,
            GroupCommit commits,
            Clock clock,
            MeterRegistry meters,
            Pseudonyms pseudonyms,
            Sealer sealer) {
        return new PostOffice(database, commits, clock, meters, pseudonyms, sealer);
    }

    @Bean
    HealthIndicator queuesHealthIndicator(Database database, PostOffice office, Clock clock) {
        return new QueueHealth(database, clock, office.queues().inbox().name());
    }

    @Bean
    Inbox inbox(PostOffice office) {
        return office.inbox();
    }

    @Bean
    Outbox outbox(PostOffice office) {
        return office.outbox();
    }

    @Bean
    Receipts receipts(PostOffice office) {
        return office.receipts();
    }

    @Bean
    Journeys journeys(PostOffice office) {
        return office.journeys();
    }

    @Bean
    StandingNews standingNews(PostOffice office) {
        office.news().listen();
        return office.news();
    }

    @Bean
    Blocks blocks(PostOffice office) {
        return office.blocks();
    }

    @Bean
    Maintenance maintenance(PostOffice office) {
        return office.maintenance();
    }

    @Bean
    DeadMail deadMail(PostOffice office) {
        return office.deadMail();
    }

    @Bean
    Addresses addresses(PostOffice office) {
        return office.addresses();
    }

    /** Gateways are looked up when needed, because they may themselves use inbox and outbox. */
    @Bean
    ChatMemory chatMemory(PostOffice office, ObjectProvider<Gateway> gateways) {
        return office.memory(() -> gateways.stream().toList());
    }

    @Bean
    Reach reach(PostOffice office, ObjectProvider<Gateway> gateways) {
        return office.reach(() -> gateways.stream().toList());
    }

    @Bean
    Election election(Database database, Clock clock) {
        return new Election(database, clock);
    }

    @Bean
    Replicas replicas(Database database, Clock clock) {
        return new Replicas(database, clock);
    }

    /** Handler and gateways are looked up at start, so that they may themselves use inbox and outbox. */
    @Bean
    ChatWorkers chatWorkers(
            PostOffice office,
            ChatSettings settings,
            Replicas replicas,
            ObjectProvider<IncomingHandler> handler,
            ObjectProvider<Gateway> gateways,
            ObjectProvider<Ticker> ticker) {
        return new ChatWorkers(
                () -> {
                    office.queues().freeAbandoned();
                    replicas.join();
                    return office.workers(
                            settings,
                            handler.getIfAvailable(),
                            gateways.stream().toList(),
                            new PostOffice.Pacing(replicas::count, ticker.getIfAvailable(Ticker::systemTicker)));
                },
                () -> office.cleanUp(settings.keep()),
                settings.drain());
    }
}
