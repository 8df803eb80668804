package id.saring.whatsapp;

import static id.saring.whatsapp.WhatsAppServer.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.saring.RunningApp;
import id.saring.chat.ChatAddress;
import id.saring.chat.OutgoingMessage;
import id.saring.chat.Outbox;
import id.saring.chat.RichText;
import id.saring.core.Channel;
import id.saring.core.Language;
import id.saring.db.Database;
import id.saring.queue.SettableClock;
import id.saring.whatsapp.WhatsAppServer.Fault;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.node.ObjectNode;

/** The channel over real HTTP on both sides, with the real store and queues; only what is said is the test's own. */
@ExtendWith(OutputCaptureExtension.class)
class WhatsAppChannelTest {
    private static final String SITI = "6281234567890";
    private static final String SITI_ID = "ID.13491208655302741918";
    private static final String BUDI = "6289876543210";

    @TempDir
    private Path data;

    private final SettableClock clock = ParrotParts.CLOCK;
    private WhatsAppServer server;
    private RunningApp app;

    @BeforeEach
    void start() {
        start(Map.of());
    }

    private void start(Map<String, String> more) {
        server = WhatsAppServer.start(clock);
        Map<String, String> settings = new HashMap<>(server.settings());
        settings.put("saring.chat.inbox.poll", "20ms");
        settings.put("saring.chat.outbox.poll", "20ms");
        // While the clock stands nothing is earned, so a test begins with as much as it needs.
        settings.put("saring.chat.rates.whatsapp-per-second", "5000");
        settings.put("logging.level.id.saring", "trace");
        settings.put("logging.level.org.springframework.web", "debug");
        settings.put("logging.level.org.apache.hc", "debug");
        settings.putAll(more);
        app = RunningApp.start(0, data, settings, ParrotParts.class);
        server.deliverTo(app.uri(WhatsAppWebhook.PATH));
    }

    private void restart(Map<String, String> more) {
        close();
        start(more);
    }

    @AfterEach
    void close() {
        app.close();
        server.close();
    }

    @Test
    void meta_is_shown_that_the_address_is_ours_and_others_are_not() throws Exception {
        String right = "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=" + WhatsAppServer.VERIFY_TOKEN;
        HttpResponse<String> answer = get(right);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("1158201444");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(get(right.replace("verify-token", "verify-tokem")).statusCode()).isEqualTo(403);
        assertThat(get(right.replace("subscribe", "unsubscribe")).statusCode()).isEqualTo(403);
        assertThat(get("").statusCode()).isEqualTo(403);
    }

    @Test
    void a_message_is_answered_once_with_a_quote_whatever_its_letters() {
        String id = siti().says("Vaksin 💉 bikin *magnet*? \"ya\" / é");
        WhatsAppMessage answer = siti().reads(1);
        assertThat(answer.text()).isEqualTo("NONE Vaksin 💉 bikin ∗magnet∗? \"ya\" / é");
        assertThat(answer.quotes()).isEqualTo(id);
        assertThat(server.messages()).singleElement().satisfies(post -> {
            assertThat(post.path("recipient").asString()).isEqualTo(SITI_ID);
            assertThat(post.has("to")).isFalse();
        });
    }

    @Test
    void forged_and_oversized_webhooks_are_refused_and_nothing_of_them_is_stored() {
        byte[] body = "{\"object\":\"whatsapp_business_account\",\"entry\":[]}".getBytes(StandardCharsets.UTF_8);
        String signature = server.webhooks.signature(body);
        byte[] changed = body.clone();
        changed[changed.length - 2] = ' ';
        assertThat(server.webhooks.send(body, signature)).isEqualTo(200);
        assertThat(server.webhooks.send(changed, signature)).isEqualTo(401);
        assertThat(server.webhooks.send(body, null)).isEqualTo(401);
        assertThat(server.webhooks.send(body, "sha256=")).isEqualTo(401);
        assertThat(server.webhooks.send(body, signature.replace("sha256=", "sha1="))).isEqualTo(401);
        byte[] huge = new byte[WhatsAppWebhook.MAX_BYTES + 1];
        assertThat(server.webhooks.send(huge, server.webhooks.signature(huge))).isEqualTo(413);
        assertThat(app.bean(WhatsAppState.class).forged()).isEqualTo(4);
        assertThat(stored()).isZero();
    }

    @Test
    void what_cannot_be_read_is_counted_and_acknowledged_and_the_rest_is_answered() {
        server.webhooks.hold();
        siti().says("satu");
        siti().post(siti().message("text")); // without its text
        siti().post(siti().message("text").put("id", 7).put("text", "x"));
        budi().says("dua");
        assertThat(server.webhooks.deliver(server.webhooks.release())).isEqualTo(200);
        byte[] noJson = "surprise".getBytes(StandardCharsets.UTF_8);
        assertThat(server.webhooks.send(noJson, server.webhooks.signature(noJson))).isEqualTo(200);
        assertThat(siti().reads(1).text()).isEqualTo("NONE satu");
        assertThat(budi().reads(1).text()).isEqualTo("NONE dua");
        assertThat(app.bean(WhatsAppState.class).unreadable()).isEqualTo(3);
    }

    @Test
    void every_message_of_a_batch_is_answered_once_in_the_order_of_writing_however_often_it_comes() throws Exception {
        server.webhooks.hold();
        for (int i = 1; i <= 5; i++) {
            siti().says("siti " + i);
            budi().says("budi " + i);
            clock.advance(Duration.ofSeconds(1));
        }
        List<ObjectNode> batch = new ArrayList<>(server.webhooks.release());
        Collections.reverse(batch);
        List<Thread> deliveries = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            deliveries.add(Thread.startVirtualThread(() -> server.webhooks.deliver(batch)));
        }
        for (Thread delivery : deliveries) {
            delivery.join();
        }
        assertThat(server.webhooks.deliver(batch)).isEqualTo(200);
        siti().says("akhir");
        siti().reads(6);
        budi().says("akhir");
        budi().reads(6);
        assertThat(siti().received()).extracting(WhatsAppMessage::text).containsExactly(
                "NONE siti 1", "NONE siti 2", "NONE siti 3", "NONE siti 4", "NONE siti 5", "NONE akhir");
        assertThat(budi().received()).extracting(WhatsAppMessage::text).containsExactly(
                "NONE budi 1", "NONE budi 2", "NONE budi 3", "NONE budi 4", "NONE budi 5", "NONE akhir");
    }

    @Test
    void forwards_captions_presses_and_choices_arrive_as_what_they_are() {
        siti().forwards("jauh", false);
        assertThat(siti().reads(1).text()).isEqualTo("FORWARDED jauh");
        siti().forwards("viral", true);
        assertThat(siti().reads(2).text()).isEqualTo("FREQUENTLY_FORWARDED viral");
        siti().sends("image", JSON.createObjectNode().put("id", "1").put("caption", "Banjir"));
        assertThat(siti().reads(3).text()).isEqualTo("NONE Banjir");
        siti().says("tombol 3");
        assertThat(siti().reads(4).kind()).isEqualTo("button");
        siti().presses("Pilihan nomor 2");
        assertThat(siti().reads(5).text()).isEqualTo("Tekan data2 Pilihan nomor 2");
        siti().says("tombol 10");
        assertThat(siti().reads(6).kind()).isEqualTo("list");
        siti().presses("Pilihan nomor 10");
        assertThat(siti().reads(7).text()).isEqualTo("Tekan data10 Pilihan nomor 10");
        siti().sends("button", JSON.createObjectNode().put("payload", "stop").put("text", "Berhenti"));
        assertThat(siti().reads(8).text()).isEqualTo("Tekan stop Berhenti");
    }

    @Test
    void unknown_kinds_are_told_and_reactions_are_not_answered() {
        siti().sends("reaction", JSON.createObjectNode().put("message_id", "wamid.x").put("emoji", "👍"));
        siti().sends("audio", JSON.createObjectNode().put("id", "1").put("voice", true));
        assertThat(siti().reads(1).text()).isEqualTo("Jenis voice");
        siti().sends("unsupported", JSON.createObjectNode().put("type", "poll"));
        assertThat(siti().reads(2).text()).isEqualTo("Jenis poll");
        siti().sends("hologram", JSON.createObjectNode());
        assertThat(siti().reads(3).text()).isEqualTo("Jenis hologram");
    }

    @Test
    void people_without_a_phone_number_and_those_without_a_user_id_are_answered() {
        WhatsAppPerson hidden = server.person(null, "ID.anon123");
        hidden.says("tanpa nomor");
        assertThat(hidden.reads(1).text()).isEqualTo("NONE tanpa nomor");
        budi().says("tanpa id");
        assertThat(budi().reads(1).text()).isEqualTo("NONE tanpa id");
        assertThat(server.messages()).extracting(post -> post.path("to").asString("")).containsExactly("", BUDI);
        assertThat(server.messages().getFirst().path("recipient").asString()).isEqualTo("ID.anon123");
    }

    @Test
    void a_message_is_marked_as_read_unless_it_comes_late() {
        server.webhooks.hold();
        siti().says("lama");
        List<ObjectNode> held = server.webhooks.release();
        clock.advance(Duration.ofHours(5));
        server.webhooks.deliver(held);
        siti().reads(1);
        String fresh = siti().says("baru");
        await().until(() -> server.readMarks().size() == 1);
        assertThat(server.readMarks().getFirst().path("message_id").asString()).isEqualTo(fresh);
    }

    @Test
    void webhooks_are_counted_as_all_requests_and_only_who_may_be_a_browser_is_told_what_browsers_need()
            throws Exception {
        byte[] body = "{\"object\":\"whatsapp_business_account\",\"entry\":[]}".getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> taken = post(body, server.webhooks.signature(body));
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.headers().firstValue("Content-Security-Policy")).isEmpty();
        HttpResponse<String> refused = post(body, "sha256=00");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("Content-Security-Policy")).isPresent();
        get("");
        assertThat(requests("POST", "200", "SUCCESS").count()).isEqualTo(1);
        assertThat(requests("POST", "401", "CLIENT_ERROR").count()).isEqualTo(1);
        // A name's measurements must bear the same tags, or Prometheus does not get them.
        assertThat(tags(requests("POST", "200", "SUCCESS"))).isEqualTo(tags(requests("GET", "403", "CLIENT_ERROR")));
    }

    @Test
    void while_the_store_is_down_whatsapp_is_told_so_and_delivers_again() {
        server.webhooks.hold();
        siti().says("tahan");
        List<ObjectNode> batch = server.webhooks.release();
        Database database = app.bean(Database.class);
        database.write().sql("ALTER TABLE work RENAME TO elsewhere").update();
        assertThat(server.webhooks.deliver(batch)).isEqualTo(503);
        assertThat(app.bean(WhatsAppHealth.class).health().getStatus()).isEqualTo(Status.DOWN);
        database.write().sql("ALTER TABLE elsewhere RENAME TO work").update();
        assertThat(server.webhooks.deliver(batch)).isEqualTo(200);
        assertThat(siti().reads(1).text()).isEqualTo("NONE tahan");
        assertThat(app.bean(WhatsAppHealth.class).health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void the_status_of_a_message_is_kept_in_whatever_order_it_is_told() {
        siti().says("satu");
        String first = sent(1);
        siti().tells(first, "read");
        siti().tells(first, "delivered");
        siti().tells(first, "sent");
        assertThat(reports()).containsExactly("READ");
        siti().tells(first, "failed", 131026);
        siti().says("dua");
        siti().tells(sent(2), "delivered");
        assertThat(reports()).containsExactlyInAnyOrder("READ", "DELIVERED");
        siti().tells("wamid.from-somebody-else", "delivered");
        assertThat(reports()).hasSize(2);
    }

    @Test
    void a_confirmed_message_leaves_nothing_of_its_text_in_the_store() {
        siti().says("satu");
        siti().tells(sent(1), "delivered");
        assertThat(app.bean(Database.class).read().sql("SELECT count(*) FROM work WHERE payload IS NOT NULL")
                .query(Long.class).single()).isZero();
    }

    @Test
    void a_message_that_failed_for_now_is_sent_again() {
        siti().says("satu");
        siti().tells(sent(1), "failed", 131056);
        siti().tells(sent(1), "failed", 131056);
        clock.advance(Duration.ofSeconds(20));
        assertThat(siti().reads(2).text()).isEqualTo("NONE satu");
        siti().tells(sent(2), "delivered");
        assertThat(reports()).containsExactly("DELIVERED");
    }

    @Test
    void a_failure_told_before_the_message_is_known_is_to_be_told_again_while_it_is_fresh() {
        server.webhooks.hold();
        siti().tells("wamid.of-the-near-future", "failed", 131026);
        List<ObjectNode> early = server.webhooks.release();
        assertThat(server.webhooks.deliver(early)).isEqualTo(503);
        clock.advance(Duration.ofMinutes(1));
        assertThat(server.webhooks.deliver(early)).isEqualTo(200);
    }

    @Test
    void who_cannot_be_reached_gets_nothing_more_until_they_write_again() {
        siti().says("satu");
        clock.advance(Duration.ofSeconds(1));
        siti().tells(sent(1), "failed", 131026);
        app.bean(Outbox.class).send("news:1", List.of(outgoing("kabar")));
        await().until(() -> states().contains("DONE Unreachable: 131026 WhatsApp cannot deliver to this person"));
        await().until(() -> states().stream().noneMatch(state -> state.startsWith("READY")));
        clock.advance(Duration.ofSeconds(1));
        siti().says("aku kembali");
        assertThat(siti().reads(2).text()).isEqualTo("NONE aku kembali");
        assertThat(server.messages()).hasSize(2);
    }

    @Test
    void a_failure_told_late_does_not_silence_who_has_written_since() {
        siti().says("satu");
        String id = sent(1);
        server.webhooks.hold();
        siti().tells(id, "failed", 131026);
        List<ObjectNode> late = server.webhooks.release();
        clock.advance(Duration.ofMinutes(1));
        siti().says("dua");
        siti().reads(2);
        assertThat(server.webhooks.deliver(late)).isEqualTo(200);
        app.bean(Outbox.class).send("news:1", List.of(outgoing("kabar")));
        assertThat(siti().reads(3).text()).isEqualTo("kabar");
    }

    @Test
    void a_message_refused_later_becomes_a_dead_letter() {
        siti().says("satu");
        siti().tells(sent(1), "failed", 131053);
        assertThat(states()).contains("DEAD Refused later: 131053 WhatsApp does not take this kind of message");
    }

    @Test
    void errors_in_answers_are_waited_out_and_the_order_is_kept() {
        server.fail(Fault.error(500, 131000), new Fault.Answer(502, "<html>Bad Gateway</html>"),
                new Fault.Cut(false), Fault.error(400, 130429), Fault.error(400, 131056), new Fault.Answer(200, "{}"));
        siti().says("satu");
        siti().says("dua");
        for (int i = 1; i <= 7; i++) {
            int posts = i;
            await().until(() -> server.messages().size() >= posts);
            await().until(() -> states().getFirst().startsWith("READY ") || siti().received().size() >= 1);
            clock.advance(Duration.ofMinutes(2));
        }
        siti().reads(2);
        assertThat(siti().received()).extracting(WhatsAppMessage::text).containsExactly("NONE satu", "NONE dua");
    }

    @Test
    void one_person_is_not_sent_more_than_whatsapp_allows_and_gets_everything_in_the_end() {
        for (int i = 1; i <= 50; i++) {
            siti().says("pesan " + i);
        }
        await().until(() -> siti().received().size() == 45);
        await().until(() -> states().stream().anyMatch(state -> state.startsWith("READY Not faster")));
        for (int i = 46; i <= 50; i++) {
            int so = i;
            await().until(() -> {
                clock.advance(Duration.ofSeconds(6));
                return siti().received().size() >= so;
            });
        }
        assertThat(siti().received()).extracting(WhatsAppMessage::text).endsWith("NONE pesan 49", "NONE pesan 50");
        assertThat(app.bean(WhatsAppHealth.class).health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void an_expired_token_holds_messages_back_and_is_told_until_it_is_mended(CapturedOutput output) {
        server.expire(true);
        siti().says("satu");
        await().until(() -> app.bean(WhatsAppHealth.class).health().getStatus().equals(Status.DOWN));
        budi().says("dua");
        await().until(() -> states().stream().filter(state -> state.startsWith("READY")).count() == 2);
        assertThat(app.bean(WhatsAppHealth.class).health().getDetails())
                .containsEntry("trouble", Trouble.TOKEN.sentence());
        assertThat(output).containsOnlyOnce("Check WHATSAPP_ACCESS_TOKEN");
        server.expire(false);
        clock.advance(Duration.ofMinutes(2));
        assertThat(siti().reads(1).text()).isEqualTo("NONE satu");
        assertThat(budi().reads(1).text()).isEqualTo("NONE dua");
        await().until(() -> app.bean(WhatsAppHealth.class).health().getStatus().equals(Status.UP));
    }

    @Test
    void outside_the_window_nothing_is_sent_without_a_template() {
        siti().says("satu");
        siti().tells(sent(1), "read");
        clock.advance(Duration.ofHours(24));
        app.bean(Outbox.class).send("news:1", List.of(outgoing("kabar")));
        String reason = "DONE Unreachable: 131047 the person last wrote more than 24 hours ago";
        await().until(() -> states().contains(reason));
        assertThat(server.messages()).hasSize(1);
        siti().says("dua");
        siti().reads(2);
        app.bean(Outbox.class).send("news:2", List.of(outgoing("kabar baru")));
        assertThat(siti().reads(3).text()).isEqualTo("kabar baru");
    }

    @Test
    void outside_the_window_the_text_goes_into_the_template_if_there_is_one() {
        restart(Map.of("saring.whatsapp.template.name", "kabar_saring"));
        siti().says("satu");
        siti().reads(1);
        clock.advance(Duration.ofHours(25));
        app.bean(Outbox.class).send("news:1", List.of(outgoing("Putusan\nberubah:\t*benar*")));
        assertThat(siti().reads(2).kind()).isEqualTo("template");
        assertThat(siti().reads(2).text()).isEqualTo("Putusan berubah: ∗benar∗");
        assertThat(server.messages().getLast().at("/template/name").asString()).isEqualTo("kabar_saring");
        assertThat(server.messages().getLast().at("/template/language/code").asString()).isEqualTo("id");
    }

    @Test
    void a_window_that_whatsapp_finds_closed_later_ends_the_sending() {
        server.chats.tellWindowLater();
        siti().says("satu");
        siti().reads(1);
        clock.advance(Duration.ofHours(23));
        app.bean(Outbox.class).send("news:1", List.of(outgoing("kabar")));
        siti().reads(2);
        siti().tells(sent(2), "failed", 131047);
        assertThat(states()).contains("DONE Unreachable: 131047 the person last wrote more than 24 hours ago");
    }

    @Test
    void no_log_line_holds_a_token_an_id_or_a_text(CapturedOutput output) {
        server.fail(Fault.error(400, 131000), Fault.error(400, 100));
        String id = siti().says("rahasia dapur");
        await().until(() -> states().getFirst().startsWith("READY "));
        clock.advance(Duration.ofMinutes(2));
        await().until(() -> states().getFirst().startsWith("DEAD"));
        siti().says("rahasia kedua");
        siti().tells(sent(1), "failed", 131026);
        server.expire(true);
        budi().says("rahasia ketiga");
        await().until(() -> output.getAll().contains("WHATSAPP_ACCESS_TOKEN"));
        byte[] forged = "{\"rahasia\":1}".getBytes(StandardCharsets.UTF_8);
        server.webhooks.send(forged, "sha256=00");
        assertThat(output.getAll())
                .contains("Dead letter")
                .doesNotContain("rahasia", SITI, BUDI, SITI_ID, id, WhatsAppServer.TOKEN, WhatsAppServer.APP_SECRET);
    }

    private WhatsAppPerson siti() {
        return server.person(SITI, SITI_ID);
    }

    private WhatsAppPerson budi() {
        return server.person(BUDI, null);
    }

    private static OutgoingMessage outgoing(String text) {
        ChatAddress siti = new ChatAddress(Channel.WHATSAPP, WhatsAppServer.NUMBER + "/" + SITI_ID);
        return new OutgoingMessage(siti, Language.ID, RichText.plain(text), List.of(), null, null, null);
    }

    /** Waits until Siti has read so many messages and we know it; gives the last one's id. */
    private String sent(int count) {
        String id = siti().reads(count).id();
        await().until(() -> states().stream().noneMatch(state -> state.startsWith("LEASED")));
        return id;
    }

    private long stored() {
        return app.bean(Database.class).read().sql("SELECT count(*) FROM work").query(Long.class).single();
    }

    /** What the table says of outgoing work: state and reason, oldest first. */
    private List<String> states() {
        return app.bean(Database.class).read()
                .sql("""
                        SELECT state || coalesce(' ' || reason, '') FROM work
                        WHERE queue = 'outbox-whatsapp' ORDER BY id""")
                .query(String.class)
                .list();
    }

    private List<String> reports() {
        return app.bean(Database.class).read()
                .sql("SELECT report FROM delivery WHERE report IS NOT NULL")
                .query(String.class)
                .list();
    }

    private Timer requests(String method, String status, String outcome) {
        return app.bean(MeterRegistry.class)
                .get("http.server.requests")
                .tags("uri", WhatsAppWebhook.PATH, "method", method, "status", status, "outcome", outcome)
                .tags("exception", "none", "error", "none")
                .timer();
    }

    private static List<String> tags(Timer timer) {
        return timer.getId().getTags().stream().map(Tag::getKey).toList();
    }

    private HttpResponse<String> post(byte[] body, String signature) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(app.uri(WhatsAppWebhook.PATH))
                    .header("X-Hub-Signature-256", signature)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body));
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }

    private HttpResponse<String> get(String query) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI uri = app.uri(WhatsAppWebhook.PATH + query);
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        }
    }
}
