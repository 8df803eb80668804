package id.saring.syndication;

import id.saring.bulletin.Bulletins;
import id.saring.claim.Claims;
import id.saring.claim.PublishedClaims;
import id.saring.http.Imprint;
import id.saring.http.Revalidation;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Wires the feeds and the open data. */
@Configuration(proxyBeanMethods = false)
public class SyndicationConfiguration {
    @Bean
    FeedFreshness feedFreshness(Revalidation revalidation) {
        return new FeedFreshness(revalidation);
    }

    @Bean
    SyndicationPages syndicationPages(
            Claims claims, PublishedClaims published, Bulletins bulletins, MessageSource messages, Imprint imprint,
            FeedFreshness freshness) {
        return new SyndicationPages(claims, published, bulletins, new FeedWords(messages), imprint, freshness);
    }

    @Bean
    OpenData openData(
            Claims claims, PublishedClaims published, Imprint imprint, JsonMapper json, FeedFreshness freshness) {
        return new OpenData(claims, published, imprint, json, freshness);
    }
}
