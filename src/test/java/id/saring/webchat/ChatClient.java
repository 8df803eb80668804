package id.saring.webchat;

import id.saring.RunningApp;
import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser as far as the web chat can tell: it keeps cookies and speaks the page's requests. */
public final class ChatClient {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CookieManager cookies;
    private final HttpClient http;
    private final RunningApp app;

    public ChatClient(RunningApp app) {
        this(app, new CookieManager());
    }

    private ChatClient(RunningApp app, CookieManager cookies) {
        this.app = app;
        this.cookies = cookies;
        this.http = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    /** The same browser, led to another replica. */
    ChatClient at(RunningApp replica) {
        return new ChatClient(replica, cookies);
    }

    public HttpResponse<String> write(String text) throws Exception {
        return post(Map.of("id", UUID.randomUUID().toString(), "text", text));
    }

    HttpResponse<String> post(Map<String, ?> body) throws Exception {
        return post(JSON.writeValueAsString(body));
    }

    HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(app.uri(WebChatDoor.PATH))
                        .header("Content-Type", "application/json")
                        .header("Accept-Language", "en")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    CompletableFuture<JsonNode> news(long after, boolean wait) {
        HttpRequest request = HttpRequest.newBuilder(
                        app.uri(WebChatDoor.PATH + "?after=" + after + "&wait=" + wait))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString()).thenApply(response -> JSON.readTree(response.body()));
    }

    JsonNode history() {
        return news(0, false).join();
    }

    /** Author and text of every message, in order. */
    public List<String> lines() {
        return lines(history());
    }

    static List<String> lines(JsonNode news) {
        return StreamSupport.stream(news.path("messages").spliterator(), false)
                .map(numbered -> numbered.path("message"))
                .map(message -> message.path("author").stringValue() + " "
                        + message.path("text").get(0).path("text").stringValue())
                .toList();
    }

    static long lastSeq(JsonNode news) {
        JsonNode messages = news.path("messages");
        return messages.isEmpty() ? 0 : messages.get(messages.size() - 1).path("seq").longValue();
    }

    String cookie() {
        return cookies.getCookieStore().getCookies().getFirst().getValue();
    }
}
