package id.saring.bulletin;

import id.saring.claim.Claims;
import id.saring.db.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the record of what became public in step with the claims. */
@Configuration(proxyBeanMethods = false)
public class BulletinConfiguration {
    @Bean
    Bulletins bulletins(Database database, Claims claims) {
        Bulletins bulletins = new Bulletins(database, claims);
        claims.onChange(change -> bulletins.catchUp());
        return bulletins;
    }

    /** Takes in what other replicas and commands change, and at the first start all that is there. */
    @Bean
    AutoCloseable bulletinNews(Claims claims, Bulletins bulletins) {
        return claims.follow(bulletins::catchUp);
    }
}
