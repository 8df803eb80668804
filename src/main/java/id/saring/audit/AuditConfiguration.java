package id.saring.audit;

import id.saring.db.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the record of lookups. */
@Configuration(proxyBeanMethods = false)
public class AuditConfiguration {
    @Bean
    Lookups lookups(Database database) {
        return new Lookups(database);
    }
}
