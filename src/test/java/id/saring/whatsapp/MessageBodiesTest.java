package id.saring.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.chat.Button;
import id.saring.chat.ChatAddress;
import id.saring.chat.OutgoingMessage;
import id.saring.chat.RichText;
import id.saring.core.Channel;
import id.saring.core.Language;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MessageBodiesTest {
    private static final ChatAddress SITI = new ChatAddress(Channel.WHATSAPP, "1065/ID.134912");

    private final MessageBodies bodies = new MessageBodies(
            JsonMapper.shared(),
            new WhatsAppSettings.Template("kabar", ""),
            language -> language == Language.ID ? "Pilih" : "Choose from these answers");

    @Test
    void the_bodies_are_those_of_metas_pages() {
        OutgoingMessage text = message("Halo", List.of(), "wamid.theirs", null);
        assertThat(body(text)).isEqualTo(JsonMapper.shared().readTree("""
                {"messaging_product":"whatsapp","recipient_type":"individual","recipient":"ID.134912",
                 "context":{"message_id":"wamid.theirs"},"type":"text","text":{"body":"Halo","preview_url":false}}"""));
        OutgoingMessage buttons = message("Halo", List.of(new Button("Ya", "y"), new Button("Bukan", "n")), null, null);
        assertThat(body(buttons)).isEqualTo(JsonMapper.shared().readTree("""
                {"messaging_product":"whatsapp","recipient_type":"individual","recipient":"ID.134912",
                 "type":"interactive","interactive":{"type":"button","body":{"text":"Halo"},"action":{"buttons":[
                 {"type":"reply","reply":{"id":"y","title":"Ya"}},{"type":"reply","reply":{"id":"n","title":"Bukan"}}]}}}"""));
        JsonNode list = body(message("Halo", buttons(4), null, null));
        assertThat(list.at("/interactive/type").asString()).isEqualTo("list");
        assertThat(list.at("/interactive/action/button").asString()).isEqualTo("Pilih");
        assertThat(list.at("/interactive/action/sections/0/rows/3")).isEqualTo(JsonMapper.shared().readTree("""
                {"id":"d4","title":"Pilihan 4"}"""));
        assertThat(bodies.inTemplate(text)).isEqualTo(JsonMapper.shared().readTree("""
                {"messaging_product":"whatsapp","recipient_type":"individual","recipient":"ID.134912","type":"template",
                 "template":{"name":"kabar","language":{"code":"id"},
                 "components":[{"type":"body","parameters":[{"type":"text","text":"Halo"}]}]}}"""));
        assertThat(bodies.readMark("wamid.theirs", true)).isEqualTo(JsonMapper.shared().readTree("""
                {"messaging_product":"whatsapp","status":"read","message_id":"wamid.theirs",
                 "typing_indicator":{"type":"text"}}"""));
        assertThat(bodies.readMark("wamid.theirs", false).has("typing_indicator")).isFalse();
    }

    static Stream<OutgoingMessage> extremes() {
        Button longButton = new Button("x".repeat(200), "d".repeat(Button.MAX_DATA_BYTES));
        return Stream.of(
                message("a".repeat(4096), List.of(), null, null),
                message("*_".repeat(2048), List.of(), null, null),
                message("a".repeat(1024), buttons(3), null, null),
                message("a".repeat(1025), buttons(3), null, null),
                message("a".repeat(1024), buttons(10), null, null),
                message("Halo", buttons(25), null, null),
                message("Halo", List.of(longButton), null, null),
                message("Halo", families(), null, null),
                message("Halo", IntStream.range(0, 10)
                        .mapToObj(i -> new Button("Klaim yang sama panjangnya dan awalnya, nomor " + i, "d" + i))
                        .toList(), null, null),
                new OutgoingMessage(SITI, Language.EN, RichText.plain("Hello"), buttons(5), null, null, null));
    }

    private static List<Button> families() {
        return List.of(new Button("👨‍👩‍👧".repeat(10), "a"), new Button("👨‍👩‍👧".repeat(11), "b"));
    }

    @ParameterizedTest
    @MethodSource("extremes")
    void whatever_there_is_to_say_stays_within_whatsapps_limits(OutgoingMessage message) {
        assertThat(GraphContract.violations(body(message))).isEmpty();
        assertThat(GraphContract.violations(bodies.inTemplate(message))).isEmpty();
    }

    @Test
    void the_text_goes_whole_even_if_its_buttons_cannot() {
        JsonNode body = body(message("a".repeat(1025), buttons(2), null, null));
        assertThat(body.at("/text/body").asString()).hasSize(1025);
    }

    @Test
    void marks_that_would_make_a_text_too_long_are_left_out() {
        RichText bold = new RichText(List.of(new RichText.Bold("a".repeat(4095))));
        OutgoingMessage message = new OutgoingMessage(SITI, Language.ID, bold, List.of(), null, null, null);
        assertThat(body(message).at("/text/body").asString()).isEqualTo("a".repeat(4095));
    }

    @Test
    void equal_labels_are_told_apart_and_equal_buttons_shown_once() {
        List<Button> buttons = List.of(new Button("Ya", "y"), new Button("Ya", "z"), new Button("Juga", "y"));
        JsonNode shown = body(message("Halo", buttons, null, null)).at("/interactive/action/buttons");
        assertThat(shown.size()).isEqualTo(2);
        assertThat(shown.get(1).at("/reply/title").asString()).isEqualTo("Ya 2");
    }

    @ParameterizedTest
    @CsvSource({"'', false", "'a', true", "'4096', true", "'4097', false", "'   ', false"})
    void a_message_is_neither_empty_nor_longer_than_whatsapp_takes(String size, boolean fits) {
        String text = size.matches("[0-9]+") ? "a".repeat(Integer.parseInt(size)) : size;
        assertThat(bodies.of(message(text, List.of(), null, null)).isPresent()).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({
        "lihat https://fakta.org/1 dan https://hoaks.xyz, https://fakta.org/1, true",
        "lihat https://hoaks.xyz dan https://fakta.org/1, https://fakta.org/1, false",
        "lihat https://fakta.org/1, , false",
        "tanpa alamat, https://fakta.org/1, false"
    })
    void only_the_address_that_may_be_previewed_is(String text, @Nullable String previewUrl, boolean preview) {
        JsonNode body = body(message(text, List.of(), null, previewUrl));
        assertThat(body.at("/text/preview_url").booleanValue()).isEqualTo(preview);
    }

    @Test
    void a_phone_number_is_addressed_otherwise_than_a_user_id() {
        ChatAddress budi = new ChatAddress(Channel.WHATSAPP, "1065/6281234567890");
        JsonNode body =
                body(new OutgoingMessage(budi, Language.ID, RichText.plain("Halo"), List.of(), null, null, null));
        assertThat(body.path("to").asString()).isEqualTo("6281234567890");
        assertThat(body.has("recipient")).isFalse();
    }

    private JsonNode body(OutgoingMessage message) {
        return bodies.of(message).orElseThrow();
    }

    private static List<Button> buttons(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> new Button("Pilihan " + i, "d" + i)).toList();
    }

    private static OutgoingMessage message(
            String text, List<Button> buttons, @Nullable String replyTo, @Nullable String previewUrl) {
        return new OutgoingMessage(SITI, Language.ID, RichText.plain(text), buttons, null, previewUrl, replyTo);
    }
}
