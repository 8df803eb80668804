package id.saring.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import id.saring.RunningApp;
import id.saring.rate.SettableTicker;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class AddressLimitTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final SettableTicker TICKER = new SettableTicker();

    @TempDir
    private Path dir;

    private RunningApp app;

    @Configuration(proxyBeanMethods = false)
    static class Time {
        @Bean
        Ticker ticker() {
            return TICKER;
        }

        @Bean
        KeyedCallers keys() {
            return key -> switch (key) {
                case "known" -> Optional.of(Duration.ZERO);
                case "tired" -> Optional.of(Duration.ofSeconds(7));
                default -> Optional.empty();
            };
        }
    }

    @BeforeEach
    void start() {
        start(Map.of());
    }

    private void start(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "saring.http.rates.program", "6 per 1m burst 3", "saring.http.rates.browser", "60 per 1m burst 2"));
        settings.putAll(more);
        app = RunningApp.start(0, dir, settings, Doors.class, Time.class);
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void a_program_that_asks_too_often_is_told_when_to_come_back_in_its_language() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(post("/program", "10.1.1.1", "en").statusCode()).isEqualTo(200);
        }
        HttpResponse<String> refused = post("/program", "10.1.1.1", "en");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("10");
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.body())
                .contains("\"code\":\"too_many_requests\"", "Too many requests. Try again in 10 seconds.")
                .doesNotContain("10.1.1.1");
        assertThat(post("/program", "10.1.1.1", "id").body()).contains("Coba lagi 10 detik lagi, ya.");
        TICKER.advance(Duration.ofSeconds(10));
        assertThat(post("/program", "10.1.1.1", "en").statusCode()).isEqualTo(200);
        assertThat(post("/program", "10.1.1.1", "en").statusCode()).isEqualTo(429);
    }

    @Test
    void a_browser_gets_a_page_in_its_language_and_has_a_rate_of_its_own() throws Exception {
        for (int i = 0; i < 4; i++) {
            post("/program", "10.1.1.2", "id");
        }
        for (int i = 0; i < 2; i++) {
            assertThat(post("/browser", "10.1.1.2", "id").statusCode()).isEqualTo(200);
        }
        HttpResponse<String> refused = HTTP.send(
                request("/browser", "10.1.1.2", "id").header("Accept", "text/html").build(), BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(refused.body()).contains("<html", "Dari alamat internet ini sedang banyak sekali permintaan");
    }

    @Test
    void each_address_has_its_own_and_one_network_of_ipv6_is_one() throws Exception {
        for (int i = 0; i < 4; i++) {
            post("/program", "2001:db8:1:2::" + i, "en");
        }
        assertThat(post("/program", "2001:db8:1:2:3:4:5:6", "en").statusCode()).isEqualTo(429);
        assertThat(post("/program", "2001:db8:1:3::1", "en").statusCode()).isEqualTo(200);
        assertThat(post("/program", "10.1.1.3", "en").statusCode()).isEqualTo(200);
    }

    @Test
    void an_address_forwarded_by_who_is_no_trusted_proxy_is_not_believed() throws Exception {
        app.close();
        start(Map.of("server.tomcat.remoteip.internal-proxies", "192\\.0\\.2\\.1"));
        for (int i = 0; i < 3; i++) {
            assertThat(post("/program", "10.1.2." + i, "en").statusCode()).isEqualTo(200);
        }
        assertThat(post("/program", "10.1.2.99", "en").statusCode()).isEqualTo(429);
    }

    @Test
    void a_program_with_a_key_has_the_rate_of_its_key_and_an_unknown_key_is_told_so() throws Exception {
        for (int i = 0; i < 4; i++) {
            post("/program", "10.1.3.1", "en");
        }
        assertThat(keyed("known").statusCode()).isEqualTo(200);
        HttpResponse<String> tired = keyed("tired");
        assertThat(tired.statusCode()).isEqualTo(429);
        assertThat(tired.headers().firstValue("Retry-After")).hasValue("7");
        HttpResponse<String> unknown = keyed("unknown");
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.body()).contains("\"code\":\"api_key_unknown\"").doesNotContain("\"unknown\"");
    }

    private HttpResponse<String> keyed(String key) throws Exception {
        return HTTP.send(
                request("/program", "10.1.3.1", "en").header("X-Api-Key", key).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String from, String language) throws Exception {
        return HTTP.send(request(path, from, language).build(), BodyHandlers.ofString());
    }

    /** As a proxy on this machine would send it. */
    private HttpRequest.Builder request(String path, String from, String language) {
        return HttpRequest.newBuilder(app.uri(path))
                .header("X-Forwarded-For", from)
                .header("Accept-Language", language)
                .POST(BodyPublishers.noBody());
    }
}
