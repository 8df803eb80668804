package id.saring.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.saring.core.Channel;
import id.saring.core.Language;
import id.saring.core.Pseudonym;
import id.saring.core.Sealer;
import id.saring.core.Secret;
import id.saring.core.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageCodecTest {
    private static final ChatAddress CHAT = new ChatAddress(Channel.TELEGRAM, "-100123");
    private static final Pseudonym ASKER = new Pseudonym("0123456789abcdef0123456789abcdef");
    private static final Instant SENT = Instant.parse("2026-02-03T04:05:06.789Z");

    private final Sealer sealer = new Sealer(new Secret("a secret only for tests"));
    private final MessageCodec codec = new MessageCodec(sealer);

    static List<Content> contents() {
        return List.of(
                new Content.Text("Garam \"di kaki\"\n🙏 <b>", Content.Forwarding.FREQUENTLY_FORWARDED, true),
                new Content.Text("", Content.Forwarding.NONE, false),
                new Content.Press("f:1a:3:y", null),
                new Content.Press("f:1a:3:y", "Ya"),
                new Content.Unsupported("voice"),
                new Content.Reachability(true),
                new Content.Reachability(false),
                new Content.Moved(new ChatAddress(Channel.WHATSAPP, "1/ID.b")));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void every_content_comes_back_as_it_was(Content content) {
        IncomingMessage message =
                new IncomingMessage("-100123:7", CHAT, ASKER, Language.EN, SENT, true, content);
        assertThat(codec.openIncoming(codec.seal(message))).isEqualTo(message);
    }

    @Test
    void every_kind_of_content_is_tried() {
        assertThat(contents().stream().map(Object::getClass).distinct())
                .hasSize(Content.class.getPermittedSubclasses().length);
        assertThat(everything().text().spans().stream().map(Object::getClass).distinct())
                .hasSize(RichText.Span.class.getPermittedSubclasses().length);
    }

    @Test
    void an_outgoing_message_comes_back_as_it_was() {
        OutgoingMessage bare = new OutgoingMessage(
                CHAT, Language.ID, RichText.plain("Halo"), List.of(), null, null, null);
        assertThat(codec.openOutgoing(codec.seal(everything()))).isEqualTo(everything());
        assertThat(codec.openOutgoing(codec.seal(bare))).isEqualTo(bare);
    }

    @Test
    void an_address_comes_back_as_it_was() {
        assertThat(codec.openAddress(codec.seal(CHAT))).isEqualTo(CHAT);
    }

    @Test
    void what_a_newer_version_wrote_can_be_read() {
        IncomingMessage read = codec.openIncoming(sealed("""
                {"messageId":"7","chat":{"channel":"TELEGRAM","chat":"-100123","thread":5},
                 "asker":{"value":"0123456789abcdef0123456789abcdef"},"sentAt":"2026-02-03T04:05:06.789Z",
                 "group":false,"mood":{"happy":true},
                 "content":{"type":"text","text":"Halo","forwarding":"NONE","edited":false,"length":4}}"""));
        assertThat(read)
                .isEqualTo(new IncomingMessage(
                        "7", CHAT, ASKER, null, SENT, false,
                        new Content.Text("Halo", Content.Forwarding.NONE, false)));
    }

    @Test
    void what_cannot_be_read_is_not_quoted_in_the_error() {
        assertThatThrownBy(() -> codec.openIncoming(sealed("{\"sentAt\":\"kata rahasia\"}")))
                .isInstanceOf(IllegalStateException.class)
                .hasNoCause()
                .message()
                .doesNotContain("rahasia");
    }

    @Test
    void what_lies_on_disk_cannot_be_read_there() {
        assertThat(new String(codec.seal(everything()), StandardCharsets.ISO_8859_1))
                .doesNotContain("Halo")
                .doesNotContain("100123");
    }

    private byte[] sealed(String json) {
        return sealer.seal(json.getBytes(StandardCharsets.UTF_8));
    }

    private static OutgoingMessage everything() {
        return new OutgoingMessage(
                CHAT,
                Language.ID,
                new RichText(List.of(
                        new RichText.Plain("Halo "),
                        new RichText.Bold("SALAH"),
                        new RichText.Italic("kata"),
                        new RichText.Link("sumber", "https://example.org/a?b=c&d"))),
                List.of(new Button("Ya", "f:1a:3:y")),
                Verdict.FALSE,
                "https://example.org/",
                "7");
    }
}
