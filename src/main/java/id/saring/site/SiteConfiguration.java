package id.saring.site;

import id.saring.audit.Lookups;
import id.saring.bulletin.Bulletins;
import id.saring.check.Checks;
import id.saring.claim.Claims;
import id.saring.claim.PublishedClaims;
import id.saring.core.Door;
import id.saring.http.Imprint;
import id.saring.http.Revalidation;
import id.saring.match.ClaimMatcher;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ViewResolver;
import tools.jackson.databind.json.JsonMapper;

/** Wires the public pages and the lookup API. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SiteSettings.class)
public class SiteConfiguration {
    /** What the sitemap protocol allows in one file. */
    private static final int SITEMAP = 50_000;

    /** So many claims a search may find; the matcher compares no more. */
    private static final int FOUND = 100;

    @Bean
    Lookup lookup(ClaimMatcher matcher, Claims claims) {
        return new Lookup(query -> matcher.search(query, FOUND), claims::find);
    }

    @Bean
    PageCache pageCache(
            Claims claims, PublishedClaims published, Bulletins bulletins, SiteSettings settings,
            MeterRegistry meters) {
        PageCache cache = new PageCache(new ClaimFacts(claims, published, bulletins), settings.pageCache());
        CaffeineCacheMetrics.monitor(meters, cache.pages(), "pages");
        return cache;
    }

    @Bean
    PageRenderer pageRenderer(@Qualifier("thymeleafViewResolver") ViewResolver views) {
        return new PageRenderer(views);
    }

    @Bean
    SitePages sitePages(
            Checks checks,
            SiteSettings settings,
            Imprint imprint,
            MessageSource messages) {
        return new SitePages(new CheckForm(checks, Door.PAGE, messages), settings, imprint);
    }

    @Bean
    ClaimPages.Frame claimFrame(Imprint imprint, MessageSource messages, Revalidation revalidation) {
        return new ClaimPages.Frame(imprint, messages, revalidation);
    }

    @Bean
    ClaimPages claimPages(
            Lookup lookup,
            Bulletins bulletins,
            PageCache cache,
            PageRenderer renderer,
            SiteSettings settings,
            ClaimPages.Frame frame) {
        return new ClaimPages(lookup, bulletins, cache, renderer, settings, frame);
    }

    @Bean
    MostAsked mostAsked(Lookups lookups, Clock clock) {
        return new MostAsked(lookups, clock);
    }

    @Bean
    ClaimList.Surroundings listSurroundings(Imprint imprint, LocaleResolver locales, Revalidation revalidation) {
        return new ClaimList.Surroundings(imprint, locales, revalidation);
    }

    @Bean
    ClaimList claimList(
            Lookup lookup,
            PublishedClaims claims,
            MostAsked mostAsked,
            PageRenderer renderer,
            SiteSettings settings,
            ClaimList.Surroundings surroundings) {
        return new ClaimList(lookup, claims, mostAsked, renderer, settings, surroundings);
    }

    @Bean
    Sitemap sitemap(PublishedClaims claims, Imprint imprint, Revalidation revalidation) {
        return new Sitemap(claims, imprint, revalidation, SITEMAP);
    }

    @Bean
    WidgetPages widgetPages(Checks checks, Imprint imprint, MessageSource messages) {
        return new WidgetPages(new CheckForm(checks, Door.WIDGET, messages), imprint);
    }

    @Bean
    CheckApi checkApi(Checks checks, Imprint imprint, JsonMapper json) {
        return new CheckApi(checks, imprint, json);
    }

    @Bean
    VerdictsApi verdictsApi(Lookup lookup, PublishedClaims claims, Bulletins bulletins, Imprint imprint) {
        return new VerdictsApi(lookup, claims, bulletins, imprint);
    }

    /** Read when somebody asks for it: the start must be short. */
    @Bean
    @Lazy
    ApiDocument apiDocument(JsonMapper json) {
        return new ApiDocument(json);
    }

    @Bean
    ApiPages apiPages(Imprint imprint, SiteSettings settings, ObjectProvider<ApiDocument> api) {
        return new ApiPages(imprint, settings, api);
    }
}
