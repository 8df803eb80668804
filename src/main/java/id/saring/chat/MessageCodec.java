package id.saring.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import id.saring.core.Sealer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages and addresses as they lie on disk: JSON, sealed. What an older or newer version wrote can be read as long as
 * it only left out or added optional fields; the type names below are for ever.
 */
final class MessageCodec {
    // A mapper of its own: what lies on disk must not change with the settings of the web interface.
    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(Content.class, ContentTypes.class)
            .addMixIn(RichText.Span.class, SpanTypes.class)
            .changeDefaultPropertyInclusion(
                    inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Sealer sealer;

    MessageCodec(Sealer sealer) {
        this.sealer = sealer;
    }

    byte[] seal(IncomingMessage message) {
        return write(message);
    }

    byte[] seal(OutgoingMessage message) {
        return write(message);
    }

    byte[] seal(ChatAddress address) {
        return write(address);
    }

    IncomingMessage openIncoming(byte[] sealed) {
        return read(sealed, IncomingMessage.class);
    }

    OutgoingMessage openOutgoing(byte[] sealed) {
        return read(sealed, OutgoingMessage.class);
    }

    ChatAddress openAddress(byte[] sealed) {
        return read(sealed, ChatAddress.class);
    }

    private byte[] write(Object value) {
        return sealer.seal(JSON.writeValueAsBytes(value));
    }

    private <T> T read(byte[] sealed, Class<T> type) {
        try {
            return JSON.readValue(sealer.open(sealed), type);
        } catch (JacksonException e) {
            // Without its cause: Jackson's message quotes the text it stumbled over.
            throw new IllegalStateException("Not readable as " + type.getSimpleName() + ": "
                    + e.getClass().getSimpleName());
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Content.Text.class, name = "text"),
        @JsonSubTypes.Type(value = Content.Press.class, name = "press"),
        @JsonSubTypes.Type(value = Content.Unsupported.class, name = "unsupported"),
        @JsonSubTypes.Type(value = Content.Reachability.class, name = "reachability"),
        @JsonSubTypes.Type(value = Content.Moved.class, name = "moved")
    })
    private interface ContentTypes {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = RichText.Plain.class, name = "plain"),
        @JsonSubTypes.Type(value = RichText.Bold.class, name = "bold"),
        @JsonSubTypes.Type(value = RichText.Italic.class, name = "italic"),
        @JsonSubTypes.Type(value = RichText.Link.class, name = "link")
    })
    private interface SpanTypes {}
}
