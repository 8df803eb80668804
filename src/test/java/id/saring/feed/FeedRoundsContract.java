package id.saring.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import id.saring.claim.Author;
import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.claim.Revisions;
import id.saring.claim.Signature;
import id.saring.core.Language;
import id.saring.core.Verdict;
import id.saring.db.Database;
import id.saring.db.TestStore;
import id.saring.exchange.ClaimImport;
import id.saring.feed.FeedResult.Code;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What rounds of fetching bring, on every database, from a real server. */
abstract class FeedRoundsContract {
    private static final Duration HOUR = Duration.ofHours(1);

    @RegisterExtension
    final TestStore store;

    private final AtomicInteger requests = new AtomicInteger();
    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private volatile String body = review("Salah");
    private HttpServer server;
    private Claims claims;
    private Revisions revisions;
    private Feeds feeds;
    private FeedRounds rounds;

    FeedRoundsContract(TestStore store) {
        this.store = store;
    }

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            try (exchange) {
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                String etag = "\"" + body.hashCode() + "\"";
                exchange.getResponseHeaders().set("ETag", etag);
                boolean known = etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
                exchange.sendResponseHeaders(known ? 304 : 200, known ? -1 : bytes.length);
                if (!known) {
                    exchange.getResponseBody().write(bytes);
                }
            }
        });
        server.start();
        Database database = store.open();
        Clock clock = new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        claims = new Claims(database, clock);
        revisions = new Revisions(database);
        feeds = new Feeds(database);
        rounds = new FeedRounds(
                feeds,
                new FeedFetch(InetAddress::isLoopbackAddress, Duration.ofSeconds(20)),
                new ClaimImport(claims, Language.ID),
                claims,
                revisions,
                clock);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static String review(String rating) {
        return """
                [{"@type": "ClaimReview", "url": "https://example.org/1", "claimReviewed": "Bawang menyembuhkan flu",
                  "inLanguage": "id", "reviewRating": {"alternateName": "%s"}}]""".formatted(rating);
    }

    private Feed add(boolean trusted) {
        return feeds.add("http://127.0.0.1:" + server.getAddress().getPort() + "/feed", trusted, HOUR, now)
                .orElseThrow();
    }

    private void nextRound() {
        now = now.plus(HOUR);
        rounds.run();
    }

    private Claim only() {
        List<Claim> all = new ArrayList<>();
        claims.forEach(all::add);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private FeedResult result(Feed feed) {
        return feeds.find(feed.id()).orElseThrow().result();
    }

    @Test
    void a_trusted_feed_publishes_and_one_that_is_not_brings_drafts() {
        Feed feed = add(false);
        rounds.run();
        assertThat(only().state()).isEqualTo(ClaimState.DRAFT);
        assertThat(only().verdict()).isEqualTo(Verdict.FALSE);
        assertThat(result(feed)).isEqualTo(new FeedResult(Code.TAKEN, null, 1, 0, 0));
        assertThat(revisions.find(only().id(), 1).orElseThrow().author()).isEqualTo(Author.FEED);

        feeds.change(feed.id(), true, HOUR, now);
        rounds.run();
        assertThat(only().state()).isEqualTo(ClaimState.PUBLISHED);
    }

    @Test
    void a_feed_is_fetched_when_it_is_due_and_read_only_if_it_changed() {
        Feed feed = add(true);
        rounds.run();
        rounds.run();
        assertThat(requests).hasValue(1);
        nextRound();
        assertThat(requests).hasValue(2);
        assertThat(result(feed).code()).isEqualTo(Code.UNCHANGED);
        assertThat(only().version()).isEqualTo(1);
    }

    @Test
    void a_trusted_feed_corrects_its_own_claims_but_not_what_a_moderator_touched() {
        Feed feed = add(true);
        rounds.run();
        body = review("Benar");
        nextRound();
        assertThat(only().verdict()).isEqualTo(Verdict.TRUE);
        assertThat(result(feed).updated()).isEqualTo(1);

        ClaimContent content = only().content();
        claims.edit(only().id(), 2, content.with("cara lain"), Signature.of("ani", null));
        body = review("Menyesatkan");
        nextRound();
        assertThat(only().verdict()).isEqualTo(Verdict.TRUE);
        assertThat(result(feed).updated()).isZero();
    }

    @Test
    void a_feed_takes_over_no_claim_of_ours_by_its_key() {
        Claim ours = claims.create(
                "k1",
                new ClaimContent(Language.ID, "Milik kita", null, Verdict.FALSE, null, null, null, List.of(), List.of(),
                List.of(), null, null, null),
                ClaimState.PUBLISHED,
                Signature.of("ani", null));
        body = "{\"key\": \"k1\", \"claim\": \"Milik mereka\", \"verdict\": \"TRUE\"}\n{\"claim\": 5}";
        Feed feed = add(true);
        rounds.run();
        assertThat(only()).isEqualTo(ours);
        assertThat(result(feed).failed()).isEqualTo(1);
        assertThat(result(feed).detail()).contains("claim must be text");
    }

    @Test
    void of_two_replicas_one_fetches() {
        Feed feed = add(true);
        assertThat(feeds.take(feed, now)).isTrue();
        assertThat(feeds.take(feed, now)).isFalse();
    }

    @Test
    void what_is_no_claims_is_told_and_fetched_again_in_time() {
        body = "<html>Halo</html>";
        Feed feed = add(true);
        rounds.run();
        assertThat(result(feed).code()).isEqualTo(Code.UNREADABLE);
        body = review("Salah");
        nextRound();
        assertThat(result(feed).code()).isEqualTo(Code.TAKEN);
    }

    @Test
    void an_address_is_there_once_and_can_be_removed() {
        Feed feed = add(true);
        assertThat(feeds.add(feed.url(), false, HOUR, now)).isEmpty();
        assertThat(feeds.all()).containsExactly(feed);
        assertThat(feeds.remove(feed.id())).isTrue();
        assertThat(feeds.all()).isEmpty();
        rounds.run();
        assertThat(requests).hasValue(0);
    }
}
