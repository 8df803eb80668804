package id.saring.whatsapp;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Posts to the Graph API and reads its answers. It never throws for them, and nothing it does can quote the token. */
final class GraphClient implements AutoCloseable {
    /** What the API says to a post. */
    sealed interface Reply {}

    /** It took it; {@code messageId} is the message's id if it is one. */
    record Taken(@Nullable String messageId) implements Reply {}

    record Failed(GraphError error) implements Reply {}

    /** Nothing came back; unless nobody was there, it may have been taken all the same. */
    record NoAnswer(boolean nobodyThere) implements Reply {}

    private final WhatsAppSettings settings;
    private final JsonMapper json;
    private final GraphHttp http;
    private final String authorization;
    private final Map<String, URI> addresses = new ConcurrentHashMap<>();

    GraphClient(WhatsAppSettings settings, JsonMapper json, GraphHttp http) {
        this.settings = settings;
        this.json = json;
        this.http = http;
        this.authorization = "Bearer " + settings.accessToken();
    }

    /** Posts to the messages of one of our numbers, and waits for the answer. */
    Reply post(String number, JsonNode body) {
        try {
            URI address = addresses.computeIfAbsent(number, settings::messagesOf);
            return read(http.post(address, authorization, json.writeValueAsBytes(body)));
        } catch (GraphHttp.UnsentException e) {
            return new NoAnswer(true);
        } catch (IOException e) {
            return new NoAnswer(false);
        }
    }

    @Override
    public void close() {
        http.close();
    }

    private Reply read(GraphHttp.Answer given) {
        int status = given.status();
        JsonNode answer;
        try {
            answer = json.readTree(given.body());
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
