package id.saring;

import id.saring.claim.Claims;
import id.saring.claim.Revisions;
import id.saring.claim.PublishedClaims;
import id.saring.core.Pseudonyms;
import id.saring.core.Sealer;
import id.saring.core.Secret;
import id.saring.db.Database;
import id.saring.db.DatabaseSettings;
import id.saring.db.StoreHealth;
import id.saring.exchange.ClaimExport;
import id.saring.exchange.ClaimImport;
import id.saring.webhook.WebhookStoreConfiguration;
import java.time.Clock;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What the server and every command need: the settings, the secret, the store and what lies in it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SaringSettings.class)
@Import(WebhookStoreConfiguration.class)
class StoreConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ZoneId zone(SaringSettings settings) {
        return settings.timeZone();
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
    HealthIndicator storeHealthIndicator(Database database, Clock clock) {
        return new StoreHealth(database, clock);
    }

    /** For Spring's pool metrics; everyone else goes through {@link Database}. */
    @Bean
    DataSource dataSource(Database database) {
        return database.dataSource();
    }

    @Bean
    Claims claims(Database database, Clock clock) {
        return new Claims(database, clock);
    }

    @Bean
    Revisions revisions(Database database) {
        return new Revisions(database);
    }

    @Bean
    PublishedClaims publishedClaims(Database database) {
        return new PublishedClaims(database);
    }

    @Bean
    ClaimImport claimImport(Claims claims, SaringSettings settings) {
        return new ClaimImport(claims, settings.defaultLanguage());
    }

    @Bean
    ClaimExport claimExport(Claims claims) {
        return new ClaimExport(claims);
    }
}
