package id.saring.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.saring.RunningApp;
import id.saring.chat.ChatAddress;
import id.saring.chat.Gateway;
import id.saring.chat.OutgoingMessage;
import id.saring.chat.RichText;
import id.saring.chat.SendResult;
import id.saring.core.Channel;
import id.saring.core.Language;
import id.saring.core.Pseudonyms;
import id.saring.db.Database;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The web chat over HTTP, with the real inbox, outbox and workers. */
class WebChatTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    private Path dataDir;

    private RunningApp app;
    private ChatClient browser;

    @BeforeEach
    void start() {
        app = RunningApp.start(dataDir, ChatParts.class);
        browser = new ChatClient(app);
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void a_message_is_accepted_shown_and_answered() throws Exception {
        assertThat(browser.write("halo").statusCode()).isEqualTo(202);
        assertThat(browser.lines()).startsWith("PERSON halo");
        await().atMost(SOON).until(() -> browser.lines().contains("SARING Gema: halo"));
    }

    @Test
    void an_answer_carries_verdict_buttons_links_and_what_it_answers() throws Exception {
        String id = UUID.randomUUID().toString();
        browser.post(Map.of("id", id, "text", "bawang putih"));
        await().atMost(SOON).until(() -> browser.lines().size() == 2);
        JsonNode answer = browser.history().path("messages").get(1).path("message");
        assertThat(answer.path("id").stringValue()).isEqualTo(id);
        assertThat(answer.path("verdict").stringValue()).isEqualTo("FALSE");
        assertThat(answer.path("language").stringValue()).isEqualTo("en");
        assertThat(answer.path("text").get(0).toString()).isEqualTo("{\"style\":\"BOLD\",\"text\":\"❌ FALSE\"}");
        assertThat(answer.path("text").get(4).path("url").stringValue()).isEqualTo("https://example.org/bawang");
        assertThat(answer.path("buttons").get(1).toString()).isEqualTo("{\"label\":\"Bukan ini\",\"data\":\"not:1\"}");
    }

    @Test
    void a_message_sent_twice_is_one_message_with_one_answer() throws Exception {
        Map<String, String> message = Map.of("id", UUID.randomUUID().toString(), "text", "halo");
        browser.post(message);
        assertThat(browser.post(message).statusCode()).isEqualTo(202);
        browser.write("dan lagi");
        await().atMost(SOON).until(() -> browser.lines().contains("SARING Gema: dan lagi"));
        assertThat(browser.lines())
                .containsExactlyInAnyOrder(
                        "PERSON halo", "SARING Gema: halo", "PERSON dan lagi", "SARING Gema: dan lagi");
    }

    @Test
    void a_pressed_button_shows_its_label_and_does_its_work() throws Exception {
        browser.post(Map.of("id", UUID.randomUUID().toString(), "press", "not:1", "title", "Bukan ini"));
        await().atMost(SOON).until(() -> browser.lines().contains("SARING Tombol: not:1"));
        assertThat(browser.lines()).contains("PERSON Bukan ini");
    }

    @Test
    void a_visitor_who_writes_nothing_gets_no_cookie_and_a_writer_a_guarded_one() throws Exception {
        assertThat(browser.history().path("chat").booleanValue()).isFalse();
        HttpResponse<String> response = browser.write("halo");
        assertThat(response.headers().allValues("Set-Cookie")).singleElement().satisfies(cookie -> assertThat(cookie)
                .matches("saring_chat=[A-Za-z0-9_-]{22};.*")
                .contains("Path=/chat", "HttpOnly", "SameSite=Lax", "Max-Age=15552000"));
        assertThat(browser.history().path("chat").booleanValue()).isTrue();
    }

    @Test
    void one_browser_never_sees_anothers_chat() throws Exception {
        browser.write("rahasia");
        ChatClient other = new ChatClient(app);
        other.write("halo");
        assertThat(other.lines()).isNotEmpty().noneMatch(line -> line.contains("rahasia"));
    }

    @Test
    void a_waiting_request_is_answered_when_there_is_news() throws Exception {
        browser.write("diam");
        CompletableFuture<JsonNode> waiting = browser.news(ChatClient.lastSeq(browser.history()), true);
        await().atMost(SOON).until(() -> app.bean(Waiters.class).count() == 1);
        assertThat(waiting).isNotDone();
        send("Ada kabar baru", null);
        assertThat(waiting).succeedsWithin(SOON); // which is before its time is up
        assertThat(ChatClient.lines(waiting.join())).containsExactly("SARING Ada kabar baru");
        assertThat(app.bean(Waiters.class).count()).isZero();
    }

    @Test
    void many_waiting_requests_hold_nobody_up() throws Exception {
        List<CompletableFuture<JsonNode>> waiting = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            ChatClient patient = new ChatClient(app);
            patient.write("diam");
            waiting.add(patient.news(ChatClient.lastSeq(patient.history()), true));
        }
        await().atMost(SOON).until(() -> app.bean(Waiters.class).count() == 60);
        browser.write("halo");
        await().atMost(SOON).until(() -> browser.lines().contains("SARING Gema: halo"));
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void a_chat_open_too_often_lets_the_longest_waiting_page_go() throws Exception {
        browser.write("diam");
        long last = ChatClient.lastSeq(browser.history());
        CompletableFuture<JsonNode> first = browser.news(last, true);
        await().atMost(SOON).until(() -> app.bean(Waiters.class).count() == 1);
        for (int i = 0; i < Waiters.MOST_PER_CHAT; i++) {
            browser.news(last, true);
        }
        assertThat(ChatClient.lines(first.join())).isEmpty();
        assertThat(app.bean(Waiters.class).count()).isEqualTo(Waiters.MOST_PER_CHAT);
    }

    @Test
    void a_stop_does_not_wait_for_waiting_requests() throws Exception {
        browser.write("diam");
        CompletableFuture<JsonNode> waiting = browser.news(ChatClient.lastSeq(browser.history()), true);
        await().atMost(SOON).until(() -> app.bean(Waiters.class).count() == 1);
        long before = System.nanoTime();
        app.close();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(SOON);
        assertThat(ChatClient.lines(waiting.join())).isEmpty();
    }

    @Test
    void a_waiting_request_ends_with_no_news_after_a_while() throws Exception {
        app.close();
        app = RunningApp.start(0, dataDir, Map.of("saring.webchat.poll-timeout", "200ms"), ChatParts.class);
        browser = new ChatClient(app);
        browser.write("diam");
        JsonNode news = browser.news(ChatClient.lastSeq(browser.history()), true).join();
        assertThat(news.path("chat").booleanValue()).isTrue();
        assertThat(news.path("messages").isEmpty()).isTrue();
    }

    @Test
    void an_answer_delivered_again_is_shown_once_but_news_each_time() throws Exception {
        browser.write("diam");
        send("Jawaban", "chat:1");
        send("Jawaban", "chat:1");
        send("Jawaban lain", "chat:1");
        send("Kabar", null);
        send("Kabar", null);
        assertThat(browser.lines())
                .containsExactly(
                        "PERSON diam", "SARING Jawaban", "SARING Jawaban lain", "SARING Kabar", "SARING Kabar");
    }

    @Test
    void what_a_person_wrote_lies_sealed_on_disk_and_can_be_erased() throws Exception {
        browser.write("diam soal bawang");
        Database database = app.bean(Database.class);
        List<byte[]> bodies = database.read().sql("SELECT body FROM web_message").query(byte[].class).list();
        assertThat(bodies).singleElement().satisfies(body ->
                assertThat(new String(body, StandardCharsets.ISO_8859_1)).doesNotContain("bawang", "PERSON"));
        app.bean(WebChat.class).erase(app.bean(Pseudonyms.class).of(Channel.WEB, browser.cookie()));
        assertThat(browser.lines()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"id":"1","text":"a"}                                                        | 400 | id_invalid
            {"text":"a"}                                                                 | 400 | id_invalid
            {"id":"4f6b2a0e-0000-4000-8000-000000000001"}                                | 400 | text_empty
            {"id":"4f6b2a0e-0000-4000-8000-000000000001","text":"  "}                    | 400 | text_empty
            {"id":"4f6b2a0e-0000-4000-8000-000000000001","press":" "}                    | 400 | press_invalid
            {"id":"4f6b2a0e-0000-4000-8000-000000000001","press":"%1$s"}                 | 400 | press_invalid
            {"id":"4f6b2a0e-0000-4000-8000-000000000001","text":"%2$s"}                  | 413 | text_too_long
            nonsense                                                                     | 400 | not_json
            """)
    void a_bad_request_is_explained_and_makes_no_chat(String body, int status, String code) throws Exception {
        HttpResponse<String> response = browser.post(body.formatted("x".repeat(65), "x".repeat(20_001)));
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).contains("\"code\":\"" + code + "\"");
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
    }

    private void send(String text, @Nullable String replyTo) {
        ChatAddress chat = new ChatAddress(Channel.WEB, browser.cookie());
        SendResult result = app.bean(Gateway.class)
                .send(new OutgoingMessage(chat, Language.ID, RichText.plain(text), List.of(), null, null, replyTo));
        assertThat(result).isInstanceOf(SendResult.Sent.class);
    }
}
