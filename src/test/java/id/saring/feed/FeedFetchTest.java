package id.saring.feed;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.http.PublicAddresses;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.saring.feed.FeedFetch.Fetched;
import id.saring.feed.FeedResult.Code;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be fetched, from a real server on loopback, and what may not. */
class FeedFetchTest {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    private interface Answer {
        void give(HttpExchange exchange) throws Exception;
    }

    private String serve(String path, Answer answer) {
        server.createContext(path, exchange -> {
            asked.add(path + " " + exchange.getRequestHeaders().getFirst("If-None-Match"));
            try (exchange) {
                answer.give(exchange);
            } catch (Exception e) {
                throw new IOException(e);
            }
        });
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static void text(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** A fetch that may go to loopback. */
    private static Fetched fetch(String address) {
        return new FeedFetch(InetAddress::isLoopbackAddress, Duration.ofSeconds(20))
                .fetch(address, Feed.Validators.NONE);
    }

    private static Code code(Fetched fetched) {
        return ((Fetched.Nothing) fetched).result().code();
    }

    @Test
    void an_answer_comes_with_what_to_ask_by_next_time() {
        String address = serve("/a", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"x1\"");
            text(exchange, 200, "isi");
        });
        Fetched.Body body = (Fetched.Body) fetch(address);
        assertThat(new String(body.bytes(), StandardCharsets.UTF_8)).isEqualTo("isi");
        assertThat(body.validators().etag()).isEqualTo("\"x1\"");
    }

    @Test
    void what_has_not_changed_is_not_read_again() {
        String address = serve("/a", exchange -> text(exchange, 304, ""));
        FeedFetch fetch = new FeedFetch(InetAddress::isLoopbackAddress, Duration.ofSeconds(20));
        assertThat(code(fetch.fetch(address, new Feed.Validators("\"x1\"", null)))).isEqualTo(Code.UNCHANGED);
        assertThat(asked).containsExactly("/a \"x1\"");
    }

    @Test
    void this_machine_is_not_asked_however_it_is_named() {
        serve("/a", exchange -> text(exchange, 200, "rahasia"));
        int port = server.getAddress().getPort();
        FeedFetch strict = new FeedFetch(PublicAddresses::contain, Duration.ofSeconds(20));
        for (String host : List.of("127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433",
                "0x7f.1", "0")) {
            Fetched fetched = strict.fetch("http://" + host + ":" + port + "/a", Feed.Validators.NONE);
            assertThat(fetched).as(host).isInstanceOf(Fetched.Nothing.class);
        }
        assertThat(code(strict.fetch("http://127.0.0.1:" + port + "/a", Feed.Validators.NONE))).isEqualTo(Code.REFUSED);
        assertThat(asked).isEmpty();
    }

    @Test
    void a_redirect_is_followed_but_not_to_where_nobody_may_go() {
        serve("/inner", exchange -> text(exchange, 200, "isi"));
        String allowed = serve("/to-inner", exchange -> {
            exchange.getResponseHeaders().set("Location", "/inner");
            text(exchange, 302, "");
        });
        assertThat(fetch(allowed)).isInstanceOf(Fetched.Body.class);

        String forbidden = serve("/to-metadata", exchange -> {
            exchange.getResponseHeaders().set("Location", "http://169.254.169.254/latest/meta-data/");
            text(exchange, 302, "");
        });
        assertThat(code(fetch(forbidden))).isEqualTo(Code.REFUSED);
        String file = serve("/to-file", exchange -> {
            exchange.getResponseHeaders().set("Location", "file:///etc/passwd");
            text(exchange, 301, "");
        });
        assertThat(code(fetch(file))).isEqualTo(Code.REFUSED);
    }

    @Test
    void who_leads_on_for_ever_is_left() {
        String address = serve("/round", exchange -> {
            exchange.getResponseHeaders().set("Location", "/round");
            text(exchange, 307, "");
        });
        assertThat(code(fetch(address))).isEqualTo(Code.ASTRAY);
        assertThat(asked).hasSize(6);
    }

    @Test
    void an_endless_or_packed_answer_ends_at_the_limit() {
        String endless = serve("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[1 << 16];
            OutputStream out = exchange.getResponseBody();
            while (over.getCount() > 0) {
                out.write(block);
            }
        });
        assertThat(code(fetch(endless))).isEqualTo(Code.LARGE);
        String bomb = serve("/bomb", exchange -> {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                for (int i = 0; i < 40; i++) {
                    gzip.write(new byte[1 << 20]);
                }
            }
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, packed.size());
            exchange.getResponseBody().write(packed.toByteArray());
        });
        assertThat(code(fetch(bomb))).isEqualTo(Code.LARGE);
    }

    @Test
    void who_does_not_answer_in_time_is_left() {
        String address = serve("/slow", exchange -> over.await());
        assertThat(code(new FeedFetch(InetAddress::isLoopbackAddress, Duration.ofMillis(300))
                        .fetch(address, Feed.Validators.NONE)))
                .isEqualTo(Code.UNREACHABLE);
    }

    @Test
    void another_status_is_told() {
        String address = serve("/gone", exchange -> text(exchange, 410, "pindah"));
        assertThat(((Fetched.Nothing) fetch(address)).result()).isEqualTo(FeedResult.of(Code.STATUS, "410"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "ftp://example.org/a", "file:///etc/passwd", "javascript:alert(1)", "//example.org/a", "https://",
                "https://user:pw@example.org/a", "gopher://example.org"
    })
    void these_are_no_addresses_to_fetch(String address) {
        assertThat(Feeds.isAddress(address)).isFalse();
    }
}
