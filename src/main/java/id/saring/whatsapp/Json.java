package id.saring.whatsapp;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads what may be missing or of another type than documented. */
final class Json {
    private Json() {}

    /** The string under {@code name}; empty if there is none or it is blank. */
    static Optional<String> text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() && !value.stringValue().isBlank() ? Optional.of(value.stringValue()) : Optional.empty();
    }
}
