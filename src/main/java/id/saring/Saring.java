package id.saring;

import id.saring.audit.AuditConfiguration;
import id.saring.chat.ChatConfiguration;
import id.saring.claim.Claims;
import id.saring.core.Pseudonyms;
import id.saring.core.Sealer;
import id.saring.core.Secret;
import id.saring.db.Database;
import id.saring.db.DatabaseSettings;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Saring's main class and the map of its parts; nothing is found by scanning. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(SaringSettings.class)
@Import({AuditConfiguration.class, ChatConfiguration.class})
public class Saring {
    public static void main(String[] args) {
        SpringApplication.run(Saring.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Secret secret(SaringSettings settings) {
        String given = settings.secret();
        return given == null || given.isBlank() ? SecretFile.read(settings.dataDir()) : new Secret(given);
    }

    @Bean
    Pseudonyms pseudonyms(Secret secret) {
        return new Pseudonyms(secret);
    }

    @Bean
    Sealer sealer(Secret secret) {
        return new Sealer(secret);
    }

    @Bean
    Database database(
            SaringSettings settings,
            @Value("${saring.database.url}") String url,
            @Value("${saring.database.user}") String user,
            @Value("${saring.database.password}") String password) {
        return Database.open(new DatabaseSettings(settings.dataDir(), url, user, password));
    }

    @Bean
    Claims claims(Database database, Clock clock) {
        return new Claims(database, clock);
    }
}
