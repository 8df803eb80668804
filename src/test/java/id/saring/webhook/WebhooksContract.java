package id.saring.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.saring.PublicParts;
import id.saring.audit.Act;
import id.saring.audit.ActFilter;
import id.saring.audit.Actor;
import id.saring.audit.Acts;
import id.saring.bulletin.Bulletins;
import id.saring.claim.Claim;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.core.Language;
import id.saring.core.Sealer;
import id.saring.core.Secret;
import id.saring.core.Verdict;
import id.saring.db.Database;
import id.saring.db.TestStore;
import id.saring.http.GuardedSockets;
import id.saring.http.Imprint;
import id.saring.queue.GroupCommit;
import id.saring.queue.WorkQueue;
import id.saring.queue.Worker;
import id.saring.queue.WorkerSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A newsroom's system on loopback is told of verdicts, on every database. */
abstract class WebhooksContract {
    private static final Duration QUICK = Duration.ofMillis(20);

    /** What the newsroom's system received. */
    private record Received(String id, String timestamp, String signature, String body) {
        JsonNode events() {
            return JsonMapper.shared().readTree(body).path("data");
        }
    }

    @RegisterExtension
    final TestStore store;

    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final ConcurrentLinkedQueue<Integer> answers = new ConcurrentLinkedQueue<>();
    private HttpServer newsroom;
    private Claims claims;
    private Bulletins bulletins;
    private Webhooks webhooks;
    private WorkQueue queue;
    private GroupCommit commits;
    private Worker worker;
    private Database database;
    private Acts acts;

    WebhooksContract(TestStore store) {
        this.store = store;
    }

    @BeforeEach
    void open() throws IOException {
        newsroom = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        newsroom.createContext("/", this::receive);
        newsroom.start();
        database = store.open();
        claims = new Claims(database, Clock.systemUTC());
        bulletins = new Bulletins(database, claims);
        claims.onChange(change -> bulletins.catchUp());
        commits = new GroupCommit(database);
        queue = new WorkQueue(database, commits, Clock.systemUTC(), new SimpleMeterRegistry(), "webhooks");
        HookAddresses anywhere = new HookAddresses(true);
        webhooks = new Webhooks(database, new Sealer(new Secret("only for this test")), Clock.systemUTC(), anywhere);
        Imprint imprint = new Imprint("https://saring.example", "Saring", "https://licence.example", ZoneOffset.UTC);
        acts = new Acts(database, new Secret("only for this test"), Clock.systemUTC());
        Sender sender = new Sender(
                webhooks,
                queue,
                new Sender.Contents(bulletins, claims, imprint, JsonMapper.shared()),
                GuardedSockets.client(anywhere::allow).callTimeout(Duration.ofSeconds(10)).build(),
                acts,
                Clock.systemUTC());
        WorkerSettings settings = new WorkerSettings(2, Duration.ofMinutes(1), QUICK, 4, QUICK, QUICK);
        worker = new Worker(queue, settings, sender, new Random(7));
        worker.start();
    }

    @AfterEach
    void close() {
        worker.stop(Duration.ofSeconds(5));
        newsroom.stop(0);
        commits.close();
    }

    @Test
    void a_new_and_a_changed_verdict_are_told_signed_and_logged() throws Exception {
        publish("before", Verdict.FALSE);
        Webhook.Added added = webhooks.add(address(), hook -> {});
        Claim claim = publish("a", Verdict.FALSE);
        announce();
        Received first = next();
        assertThat(first.events().size()).isEqualTo(1);
        JsonNode event = first.events().path(0);
        assertThat(event.path("kind").stringValue()).isEqualTo("PUBLISHED");
        assertThat(event.path("url").stringValue()).isEqualTo("https://saring.example/klaim/" + claim.id());
        assertThat(event.path("claimReview").path("@type").stringValue()).isEqualTo("ClaimReview");
        assertThat(first.signature())
                .isEqualTo(Signature.of(added.secret(), first.id(), Long.parseLong(first.timestamp()), first.body()));
        publish("a", Verdict.TRUE);
        announce();
        JsonNode change = next().events().path(0);
        assertThat(change.path("kind").stringValue()).isEqualTo("CORRECTED");
        assertThat(change.path("former").stringValue()).isEqualTo("FALSE");
        await().untilAsserted(() -> assertThat(webhooks.deliveries(added.webhook().id(), 10))
                .hasSize(2)
                .allSatisfy(delivery -> {
                    assertThat(delivery.arrived()).isTrue();
                    assertThat(delivery.status()).isEqualTo(204);
                }));
    }

    @Test
    void what_was_not_taken_is_sent_again_under_the_same_id() throws Exception {
        Webhook.Added added = webhooks.add(address(), hook -> {});
        answers.addAll(List.of(500, 302));
        publish("a", Verdict.FALSE);
        announce();
        List<String> ids = List.of(next().id(), next().id(), next().id());
        assertThat(ids).containsOnly(ids.getFirst());
        await().untilAsserted(() -> assertThat(webhooks.deliveries(added.webhook().id(), 10))
                .extracting(Delivery::status)
                .containsExactly(204, 302, 500));
    }

    @Test
    void a_system_that_never_answers_is_given_up_and_the_rest_goes_on() throws Exception {
        webhooks.add(URI.create("http://127.0.0.1:1/"), hook -> {});
        webhooks.add(address(), hook -> {});
        publish("a", Verdict.FALSE);
        announce();
        next();
        await().untilAsserted(() -> assertThat(queue.deadLetters().count()).isEqualTo(1));
        assertThat(webhooks.deliveries(1, 10)).hasSize(4)
                .allSatisfy(delivery -> assertThat(delivery.status()).isNull());
    }

    @Test
    void a_system_that_says_gone_is_told_no_more_and_that_is_recorded() throws Exception {
        Webhook hook = webhooks.add(address(), added -> {}).webhook();
        answers.add(410);
        publish("a", Verdict.FALSE);
        announce();
        next();
        await().untilAsserted(() -> assertThat(webhooks.all()).isEmpty());
        publish("b", Verdict.FALSE);
        announce();
        await().untilAsserted(() -> assertThat(queue.backlog().depth()).isZero());
        assertThat(received).isEmpty();
        Act act = acts.list(ActFilter.on("webhook:" + hook.id()), 0, 9).items().getFirst();
        assertThat(act.what()).isEqualTo("webhook.remove");
        assertThat(act.actor()).isEqualTo(Actor.SERVER);
        assertThat(act.before()).isEqualTo("{\"host\":\"127.0.0.1\"}");
        assertThat(act.after()).contains("410");
    }

    @Test
    void new_words_alone_are_no_news_and_a_withdrawn_claim_is_not_told_again() throws Exception {
        webhooks.add(address(), hook -> {});
        publish("a", Verdict.FALSE);
        PublicParts.publish(claims, "a", PublicParts.content(Language.ID, "Kata lain", Verdict.FALSE));
        PublicParts.save(claims, "a", PublicParts.content(Language.ID, "Kata lain", Verdict.FALSE),
                ClaimState.WITHDRAWN);
        announce();
        JsonNode events = next().events();
        assertThat(events.size()).isEqualTo(2);
        assertThat(events.path(1).path("kind").stringValue()).isEqualTo("WITHDRAWN");
        assertThat(events.path(0).has("claimReview")).isFalse();
        assertThat(events.path(1).has("claimReview")).isFalse();
    }

    @Test
    void announcing_twice_sends_once_and_many_verdicts_come_in_few_messages() throws Exception {
        webhooks.add(address(), hook -> {});
        for (int i = 0; i < Webhooks.MOST + 5; i++) {
            publish("k" + i, Verdict.FALSE);
        }
        announce();
        announce();
        assertThat(next().events().size()).isEqualTo(Webhooks.MOST);
        assertThat(next().events().size()).isEqualTo(5);
        await().untilAsserted(() -> assertThat(queue.backlog().depth()).isZero());
        assertThat(received).isEmpty();
    }

    /** SQLite has one writer, so that everything would wait for a name server that does not answer. */
    @Test
    void nobody_waits_to_write_while_a_name_is_asked_for() {
        List<Boolean> asked = new ArrayList<>();
        Webhooks guarded = new Webhooks(
                database, new Sealer(new Secret("only for this test")), Clock.systemUTC(),
                new HookAddresses(false, host -> {
                    asked.add(database.inTransaction());
                    return new InetAddress[] {InetAddress.getByAddress(new byte[] {93, (byte) 184, (byte) 215, 14})};
                }));
        URI url = URI.create("https://newsroom.example/");
        List<Boolean> within = new ArrayList<>();
        guarded.add(url, hook -> within.add(database.inTransaction()));
        assertThat(asked).containsExactly(false);
        assertThat(within).containsExactly(true);
        assertThatThrownBy(() -> database.transact(() -> guarded.add(url, hook -> {})))
                .isInstanceOf(IllegalStateException.class);
        assertThat(asked).hasSize(1);
    }

    @Test
    void a_secret_lies_sealed() {
        Webhook.Added added = webhooks.add(address(), hook -> {});
        assertThat(store.content()).doesNotContain(added.secret());
        assertThat(added.toString()).doesNotContain(added.secret());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "http://127.0.0.1/", "http://localhost/", "http://10.1.2.3/", "http://192.168.0.1/", "http://172.16.0.1/",
        "http://169.254.169.254/", "http://100.64.1.1/", "http://0.0.0.0/", "http://[::1]/", "http://[fd00::1]/",
        "http://[::ffff:127.0.0.1]/", "http://[64:ff9b::7f00:1]/", "ftp://example.org/",
        "http://user:word@93.184.215.14/", "mailto:x@example.org", "http:///path"
    })
    void no_hook_leads_into_our_own_network(String url) {
        assertThatThrownBy(() -> new HookAddresses(false).require(URI.create(url)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_public_address_is_taken() {
        new HookAddresses(false).require(URI.create("https://93.184.215.14/hook?token=1"));
        new HookAddresses(false).require(URI.create("https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/"));
    }

    private void announce() {
        webhooks.announce(bulletins, queue::add);
    }

    private Claim publish(String key, Verdict verdict) {
        return PublicParts.publish(claims, key, PublicParts.content(Language.ID, "Klaim " + key, verdict));
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + newsroom.getAddress().getPort() + "/saring");
    }

    private Received next() throws InterruptedException {
        Received one = received.poll(30, TimeUnit.SECONDS);
        assertThat(one).isNotNull();
        return one;
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(new Received(
                exchange.getRequestHeaders().getFirst("webhook-id"),
                exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                exchange.getRequestHeaders().getFirst("webhook-signature"),
                body));
        Integer answer = answers.poll();
        exchange.sendResponseHeaders(answer == null ? 204 : answer, -1);
        exchange.close();
    }
}
