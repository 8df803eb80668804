package id.saring.audit;

import id.saring.core.Secret;
import id.saring.db.Database;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the record of lookups and that of acts. */
@Configuration(proxyBeanMethods = false)
public class AuditConfiguration {
    @Bean
    Lookups lookups(Database database) {
        return new Lookups(database);
    }

    @Bean
    LookupSearch lookupSearch(Database database) {
        return new LookupSearch(database);
    }

    @Bean
    Acts acts(Database database, Secret secret, Clock clock) {
        return new Acts(database, secret, clock);
    }

    /** Chains what a process that ended between recording and chaining has left. */
    @Bean
    ActTidying actTidying(Acts acts) {
        return new ActTidying(acts);
    }
}
