package id.saring.http;

import id.saring.core.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON object a client sent, read up to a limit of bytes, so that no request fills the memory. */
public final class JsonBody {
    /** Longest text a person may have checked, in characters (code points). */
    public static final int MAX_TEXT = 20_000;

    /** Room for {@value #MAX_TEXT} characters even if each is written as two escapes of six bytes. */
    private static final int MAX_BYTES = 256 * 1024;

    private final JsonNode object;

    private JsonBody(JsonNode object) {
        this.object = object;
    }

    /** @throws Problem if the body is too large or no JSON object */
    public static JsonBody read(HttpServletRequest request, JsonMapper json) throws IOException {
        byte[] bytes = RawBody.read(request, MAX_BYTES)
                .orElseThrow(() -> new Problem(HttpStatus.CONTENT_TOO_LARGE, "body_too_large", MAX_TEXT));
        return new JsonBody(parse(bytes, json));
    }

    /** The string under {@code name}; empty if there is none or it is null. */
    public Optional<String> text(String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw new Problem(HttpStatus.BAD_REQUEST, "not_a_string", name);
        }
        return Optional.of(value.stringValue());
    }

    /**
     * The message a person wants checked, under {@code text}.
     *
     * @throws Problem if it is missing, blank or over {@value #MAX_TEXT} characters
     */
    public String message() {
        return checkedMessage(text("text").orElse(""));
    }

    /**
     * The language under {@code language}, which may be left out.
     *
     * @throws Problem if it is none that we have
     */
    public @Nullable Language language() {
        return text("language")
                .map(tag -> Language.of(tag)
                        .orElseThrow(() -> new Problem(HttpStatus.BAD_REQUEST, "language_unknown")))
                .orElse(null);
    }

    /** @throws Problem if {@code text} is blank or over {@value #MAX_TEXT} characters */
    public static String checkedMessage(String text) {
        if (text.isBlank()) {
            throw new Problem(HttpStatus.BAD_REQUEST, "text_empty");
        }
        int length = text.codePointCount(0, text.length());
        if (length > MAX_TEXT) {
            throw new Problem(HttpStatus.CONTENT_TOO_LARGE, "text_too_long", MAX_TEXT, length);
        }
        return text;
    }

    private static JsonNode parse(byte[] bytes, JsonMapper json) {
        try {
            JsonNode node = json.readTree(bytes);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            // Falls through: the reason may quote the body, so it is neither told nor logged.
        }
        throw new Problem(HttpStatus.BAD_REQUEST, "not_json");
    }
}
