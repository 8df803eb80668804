package id.saring.http;

import com.github.benmanes.caffeine.cache.Ticker;
import id.saring.core.Language;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.EnumSet;
import org.apache.catalina.core.StandardHost;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/** Wires what every HTTP door shares. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AddressRates.class, RequestPatience.class, Imprint.class})
public class HttpConfiguration {
    @Bean
    RequestLanguage localeResolver(@Value("${saring.default-language:id}") String language) {
        return new RequestLanguage(Language.of(language)
                .orElseThrow(() -> new IllegalArgumentException("SARING_DEFAULT_LANGUAGE must be id or en")));
    }

    @Bean
    Revalidation revalidation(Clock clock) {
        return new Revalidation(clock);
    }

    @Bean
    WebMvcConfigurer languageChoice() {
        LocaleChangeInterceptor interceptor = new LocaleChangeInterceptor();
        interceptor.setParamName(RequestLanguage.PARAMETER);
        interceptor.setIgnoreInvalidLocale(true);
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(interceptor);
            }
        };
    }

    @Bean
    WebMvcConfigurer noticeOnPages(ObjectProvider<PublicNotice> notice) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new NoticeOnPages(locale ->
                        notice.getIfAvailable(() -> any -> Optional.empty()).in(locale)));
            }
        };
    }

    @Bean
    AddressLimit addressLimit(AddressRates rates, ObjectProvider<KeyedCallers> keys, ObjectProvider<Ticker> ticker) {
        return new AddressLimit(
                rates, keys.getIfAvailable(() -> key -> Optional.empty()), ticker.getIfAvailable(Ticker::systemTicker));
    }

    @Bean
    WebMvcConfigurer addressLimits(AddressLimit limit) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(limit);
            }
        };
    }

    /** Replaces Tomcat's own protocol by one that knows how long a request may take. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> patience(RequestPatience patience) {
        return factory -> {
            factory.setProtocol(TimedProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof TimedProtocol protocol) {
                    protocol.setPatience(patience);
                }
            });
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(PlainErrors.class.getName());
                }
            });
        };
    }

    @Bean
    FilterRegistrationBean<SafeHeaders> safeHeaders() {
        FilterRegistrationBean<SafeHeaders> registration = new FilterRegistrationBean<>(new SafeHeaders());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    @Bean
    FilterRegistrationBean<ShortWays> shortWays(ObjectProvider<ShortWay> ways, ObjectProvider<MeterRegistry> meters) {
        FilterRegistrationBean<ShortWays> registration =
                new FilterRegistrationBean<>(new ShortWays(ways::stream, meters::getObject));
        registration.addUrlPatterns(ShortWays.PATHS);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<RequestTraces> requestTraces(RequestLanguage localeResolver) {
        FilterRegistrationBean<RequestTraces> registration =
                new FilterRegistrationBean<>(new RequestTraces(localeResolver));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
        return registration;
    }

    @Bean
    FilterRegistrationBean<ResourceUrlEncodingFilter> webJarAddresses() {
        FilterRegistrationBean<ResourceUrlEncodingFilter> registration =
                new FilterRegistrationBean<>(new WebJarAddresses());
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
        return registration;
    }

    @Bean
    Problems problems() {
        return new Problems();
    }

    @Bean
    ErrorPages errorPages(MessageSource messages) {
        return new ErrorPages(messages);
    }
}
