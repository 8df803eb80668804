package id.saring.site;

import id.saring.claim.Claims;
import id.saring.match.ClaimMatcher;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Wires the public pages and the lookup API. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SiteSettings.class)
public class SiteConfiguration {
    @Bean
    Lookup lookup(ClaimMatcher matcher, Claims claims) {
        return new Lookup(matcher::match, claims::find);
    }

    @Bean
    CheckApi checkApi(Lookup lookup, SiteSettings settings, JsonMapper json) {
        return new CheckApi(lookup, settings, json);
    }

    @Bean
    SitePages sitePages(Lookup lookup, SiteSettings settings, MessageSource messages) {
        return new SitePages(lookup, settings, messages);
    }
}
