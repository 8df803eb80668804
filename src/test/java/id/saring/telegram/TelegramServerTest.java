package id.saring.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stand-in itself: it must refuse what Telegram refuses, or the other tests prove nothing. */
class TelegramServerTest {
    private final HttpClient http = HttpClient.newHttpClient();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sendmessage   | {"chat_id":1,"text":"a"}                        |
            SENDMESSAGE   | {"chat_id":"1","text":"a","method":"x"}         |
            sendMesage    | {}                                              | unknown method sendmesage
            sendMessage   | {"chat_id":1}                                   | sendMessage lacks text
            sendMessage   | {"chat_id":1,"text":2}                          | sendMessage.text is no string: 2
            sendMessage   | {"chat_id":1,"text":"a","silent":true}          | sendMessage has no parameter silent
            sendMessage   | {"chat_id":1,"text":"a","reply_parameters":{}}  | sendMessage.reply_parameters lacks message_id
            getUpdates    | {"allowed_updates":"message"}                   | getUpdates.allowed_updates is no list
            setMyCommands | {"commands":[{"command":"a"}]}                  | setMyCommands.commands[] lacks description
            """)
    void a_call_against_the_bot_api_is_found_out(String method, String body, String violation) throws Exception {
        TelegramServer server = TelegramServer.start();
        call(server, method, body);
        if (violation == null) {
            server.close();
        } else {
            assertThat(server.violations()).containsExactly(violation);
            assertThatThrownBy(server::close).isInstanceOf(AssertionError.class);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"chat_id":1,"text":"a <b>c</b> &lt;"}                                       | 200 |
            {"chat_id":2,"text":"a"}                       | 400 | Bad Request: chat not found
            {"chat_id":1,"text":" "}                       | 400 | Bad Request: message text is empty
            {"chat_id":1,"text":"<b>a","parse_mode":"HTML"}  | 400 | Bad Request: can't parse entities: Can't find end tag corresponding to start tag b
            {"chat_id":1,"text":"a<5","parse_mode":"HTML"}   | 400 | Bad Request: can't parse entities: Unsupported start tag "5" at byte offset 1
            {"chat_id":1,"text":"a","reply_parameters":{"message_id":1}} | 400 | Bad Request: message to be replied not found
            {"chat_id":1,"text":"a","reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":""}]]}} | 400 | Bad Request: BUTTON_DATA_INVALID
            """)
    void it_refuses_what_telegram_refuses(String body, int code, String description) throws Exception {
        try (TelegramServer server = TelegramServer.start()) {
            server.person(1).says("halo");
            JsonNode answer = call(server, "sendMessage", body);
            assertThat(answer.path("error_code").asInt(200)).isEqualTo(code);
            assertThat(answer.path("description").asString("")).isEqualTo(description == null ? "" : description);
        }
    }

    @Test
    void length_counts_after_the_markup_is_read() throws Exception {
        try (TelegramServer server = TelegramServer.start()) {
            server.person(1).says("halo");
            String fits = "<b>" + "&amp;".repeat(4096) + "</b>";
            assertThat(call(server, "sendMessage", html(fits)).path("ok").asBoolean()).isTrue();
            assertThat(call(server, "sendMessage", html(fits + "a")).path("description").asString())
                    .isEqualTo("Bad Request: message is too long");
        }
    }

    @Test
    void a_second_poll_ends_the_first() throws Exception {
        try (TelegramServer server = TelegramServer.start()) {
            CompletableFuture<JsonNode> first = CompletableFuture.supplyAsync(() -> poll(server, 0));
            Awaitility.await().until(() -> server.calls("getUpdates").size() == 1);
            CompletableFuture<JsonNode> second = CompletableFuture.supplyAsync(() -> poll(server, 0));
            assertThat(first.get().path("error_code").asInt()).isEqualTo(409);
            server.person(1).says("halo");
            assertThat(second.get().path("result")).hasSize(1);
        }
    }

    @Test
    void an_update_comes_again_until_a_higher_offset_confirms_it() {
        try (TelegramServer server = TelegramServer.start()) {
            server.person(1).says("halo");
            assertThat(poll(server, 0).path("result")).hasSize(1);
            assertThat(poll(server, 1000).path("result")).hasSize(1);
            server.person(1).says("lagi");
            assertThat(poll(server, 1001).path("result").get(0).path("update_id").asInt()).isEqualTo(1001);
            assertThat(server.updates.size()).isEqualTo(1);
        }
    }

    private JsonNode poll(TelegramServer server, int offset) {
        try {
            return call(server, "getUpdates", "{\"timeout\":20,\"offset\":" + offset + "}");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode call(TelegramServer server, String method, String body) throws Exception {
        URI url = server.url().resolve("/bot" + TelegramServer.TOKEN + "/" + method);
        HttpRequest request = HttpRequest.newBuilder(url).POST(HttpRequest.BodyPublishers.ofString(body)).build();
        return JsonMapper.shared().readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private static String html(String text) {
        return "{\"chat_id\":1,\"parse_mode\":\"HTML\",\"text\":\"" + text + "\"}";
    }
}
