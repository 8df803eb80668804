package id.saring.whatsapp;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Posts to the Graph API and reads its answers. It never throws for them, and nothing it does can quote the token. */
final class GraphClient implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final int MAX_ANSWER_BYTES = 64 * 1024;

    /** What the API says to a post. */
    sealed interface Reply {}

    /** It took it; {@code messageId} is the message's id if it is one. */
    record Taken(@Nullable String messageId) implements Reply {}

    record Failed(GraphError error) implements Reply {}

    /** Nothing came back; unless nobody was there, it may have been taken all the same. */
    record NoAnswer(boolean nobodyThere) implements Reply {}

    private final WhatsAppSettings settings;
    private final JsonMapper json;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http;
    private final RestClient rest;

    GraphClient(WhatsAppSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
        this.http = HttpClient.newBuilder()
                // One connection a request in flight; over HTTP/2 this client fails when it has more than 100.
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                // A redirect would carry the token to wherever it points.
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(threads)
                .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http, threads);
        requests.setReadTimeout(ANSWER);
        this.rest = RestClient.builder().requestFactory(requests).build();
    }

    /** Posts to the messages of one of our numbers, and waits for the answer. */
    Reply post(String number, JsonNode body) {
        try {
            Reply reply = rest.post()
                    .uri(settings.messagesOf(number))
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + settings.accessToken())
                    .contentType(MediaType.APPLICATION_JSON)
                    .accept(MediaType.APPLICATION_JSON)
                    .body(json.writeValueAsBytes(body))
                    .exchange((request, response) -> read(response));
            return reply == null ? new NoAnswer(false) : reply;
        } catch (RestClientException e) {
            Throwable cause = NestedExceptionUtils.getMostSpecificCause(e);
            return new NoAnswer(cause instanceof ConnectException || cause instanceof UnresolvedAddressException);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        threads.shutdownNow();
    }

    private Reply read(ClientHttpResponse response) throws IOException {
        int status = response.getStatusCode().value();
        byte[] bytes = response.getBody().readNBytes(MAX_ANSWER_BYTES);
        JsonNode answer;
        try {
            answer = json.readTree(bytes);
        } catch (JacksonException e) {
            // Without its reason, which would quote the answer.
            return new Failed(new GraphError(GraphError.UNKNOWN, 0, status));
        }
        if (answer.has("error")) {
            return new Failed(GraphError.of(answer.path("error"), status));
        }
        boolean taken = status < 300 && (answer.path("messages").isArray() || answer.path("success").asBoolean(false));
        return taken
                ? new Taken(Json.text(answer.path("messages").path(0), "id").orElse(null))
                : new Failed(new GraphError(GraphError.UNKNOWN, 0, status));
    }
}
