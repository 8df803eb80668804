package id.saring;

import static org.springframework.security.authorization.AuthorityAuthorizationManager.hasAuthority;

import id.saring.account.ApiKeys;
import id.saring.account.ApiTokens;
import id.saring.account.Origins;
import id.saring.account.Sessions;
import id.saring.audit.Acts;
import id.saring.core.Secret;
import id.saring.http.KeyedCallers;
import id.saring.core.Stamps;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who may open which door. Pages of moderation know people by a cookie and take only forms of their own; the API knows
 * programs by a token and no cookies, so that no page elsewhere can use a person's browser to call it; all other doors
 * (public pages, the chat, webhooks) are open to everybody and know nobody.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {
    /** Nothing but what these pages need, and nothing inside them that runs. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    Refusals refusals(JsonMapper json, MessageSource messages, LocaleResolver localeResolver) {
        return new Refusals(json, messages, localeResolver);
    }

    @Bean
    KeyedCallers keyedCallers(ApiKeys keys) {
        return keys::use;
    }

    @Bean
    RefusalRecord refusalRecord(Acts acts, Origins origins) {
        return new RefusalRecord(acts, origins);
    }

    @Bean
    StaffArguments staffArguments(Origins origins) {
        return new StaffArguments(origins);
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, ApiTokens tokens, Refusals refusals, RefusalRecord record) {
        return byToken(http, tokens, refusals, record)
                .securityMatcher("/api/**")
                .authorizeHttpRequests(rules -> rules
                        .requestMatchers(HttpMethod.GET, "/api/v1/claims/**").hasAuthority("SCOPE_READ")
                        .requestMatchers("/api/v1/claims/**").hasAuthority("SCOPE_WRITE")
                        .requestMatchers("/api/v1/explanations").hasAuthority("SCOPE_READ")
                        .anyRequest().permitAll())
                .build();
    }

    /** Health says in public whether Saring is up and ready, and no more; the rest is for admins. */
    @Bean
    @Order(2)
    SecurityFilterChain actuator(
            HttpSecurity http, ApiTokens tokens, Refusals refusals, RefusalRecord record, Sessions sessions) {
        return byToken(http, tokens, refusals, record)
                .securityMatcher("/actuator/**")
                .securityContext(context -> context.securityContextRepository(new StaffSessions(sessions)))
                .authorizeHttpRequests(rules -> rules
                        .requestMatchers(HttpMethod.GET, "/actuator/health/**").permitAll()
                        .requestMatchers(HttpMethod.GET).hasRole("ADMIN")
                        .anyRequest().denyAll())
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain staff(HttpSecurity http, Sessions sessions, Secret secret, RefusalRecord record) {
        StaffDoor door = new StaffDoor(record);
        XorCsrfTokenRequestAttributeHandler tokens = new XorCsrfTokenRequestAttributeHandler();
        // At once: a page that has begun to be sent can set no cookie.
        tokens.setCsrfRequestAttributeName(null);
        return plain(http)
                .headers(headers -> headers.defaultsDisabled().addHeaderWriter(SecurityConfiguration::strictly))
                .securityMatcher("/moderation/**", "/moderation", "/admin/**", "/admin")
                .securityContext(context -> context.securityContextRepository(new StaffSessions(sessions)))
                .csrf(csrf -> csrf.csrfTokenRepository(new FormTokens(new Stamps(secret, "form")))
                        .csrfTokenRequestHandler(tokens)
                        .sessionAuthenticationStrategy((authentication, request, response) -> {}))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(door).accessDeniedHandler(door))
                .authorizeHttpRequests(rules -> rules
                        .requestMatchers("/moderation/sign-in", "/moderation/invitation/*", "/moderation/session-over")
                        .permitAll()
                        .requestMatchers("/moderation/sign-out").authenticated()
                        .requestMatchers("/moderation/second-factor")
                        .access(hasAuthority(StaffAuthentication.SECOND_FACTOR))
                        .requestMatchers("/moderation/new-password")
                        .access(hasAuthority(StaffAuthentication.NEW_PASSWORD))
                        .requestMatchers("/admin/**", "/admin", "/moderation/accounts/**", "/moderation/accounts")
                        .hasRole("ADMIN")
                        .anyRequest().hasAnyRole("MODERATOR", "ADMIN"))
                .build();
    }

    /** Browsers ask again before they show a page they kept; that they keep it at all saves what was typed into it. */
    private static void strictly(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        if (!"no-store".equals(response.getHeader(HttpHeaders.CACHE_CONTROL))) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        }
    }

    private static HttpSecurity byToken(HttpSecurity http, ApiTokens tokens, Refusals refusals, RefusalRecord record) {
        return plain(http)
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(new BearerTokens(tokens, refusals, record), AuthorizationFilter.class)
                .exceptionHandling(refused -> refused
                        .authenticationEntryPoint((request, response, reason) -> refusals.unknown(request, response))
                        .accessDeniedHandler((request, response, reason) -> {
                            record.forbidden(request, "scope");
                            refusals.forbidden(request, response);
                        }));
    }

    /**
     * Nothing that Spring Security would do unasked: no forms of its own, no container sessions, no headers beside
     * ours.
     */
    private static HttpSecurity plain(HttpSecurity http) {
        return http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .rememberMe(AbstractHttpConfigurer::disable);
    }
}
