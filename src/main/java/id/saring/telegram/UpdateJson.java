package id.saring.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.Update;

/** Reads updates with the Jackson the library is written for, which is not the application's. */
final class UpdateJson {
    static final ObjectMapper MAPPER =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private UpdateJson() {}

    /** The update; empty if it cannot be read. */
    static Optional<Update> read(JsonNode node) {
        if (!node.path("update_id").isInt()) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.treeToValue(node, Update.class));
        } catch (JsonProcessingException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** The update a body consists of; empty if it cannot be read. */
    static Optional<Update> read(byte[] body) {
        try {
            return read(MAPPER.readTree(body));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
