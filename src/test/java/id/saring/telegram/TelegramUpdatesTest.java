package id.saring.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.saring.chat.Content;
import id.saring.chat.Content.Forwarding;
import id.saring.chat.IncomingMessage;
import id.saring.core.Channel;
import id.saring.core.Language;
import id.saring.core.Pseudonyms;
import id.saring.core.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telegram.telegrambots.meta.api.objects.Update;

class TelegramUpdatesTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_780_000_000);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SITI = """
            "from":{"id":42,"is_bot":false,"first_name":"Siti","language_code":"en-GB"},\
            "chat":{"id":42,"type":"private","first_name":"Siti"}""";

    private final Pseudonyms pseudonyms = new Pseudonyms(new Secret("a secret for these tests"));
    private final PollState state = new PollState(Clock.systemUTC(), new SimpleMeterRegistry());
    private final TelegramUpdates updates =
            new TelegramUpdates(pseudonyms, Clock.fixed(NOW, ZoneOffset.UTC), state);

    @Test
    void a_text_is_mapped_whole() {
        IncomingMessage message = one(message("\"text\":\"Vaksin berisi chip\""));
        assertThat(message.chat().channel()).isEqualTo(Channel.TELEGRAM);
        assertThat(message.chat().chat()).isEqualTo("42");
        assertThat(message.asker()).isEqualTo(pseudonyms.of(Channel.TELEGRAM, "42"));
        assertThat(message.clientLanguage()).isEqualTo(Language.EN);
        assertThat(message.sentAt()).isEqualTo(Instant.ofEpochSecond(1_779_999_000));
        assertThat(message.group()).isFalse();
        assertThat(message.content()).isEqualTo(new Content.Text("Vaksin berisi chip", Forwarding.NONE, false));
    }

    @Test
    void the_message_id_is_unique_in_the_channel_and_holds_no_raw_id() {
        String id = one(message("\"text\":\"a\"")).messageId();
        assertThat(id).startsWith(pseudonyms.of(Channel.TELEGRAM, "42").value() + ":7:");
        assertThat(MessageKeys.number(id)).hasValue(7);
        assertThat(one(message("\"text\":\"a\"").replace("\"chat\":{\"id\":42", "\"chat\":{\"id\":43")).messageId())
                .isNotEqualTo(id);
    }

    @Test
    void an_app_in_another_language_leaves_the_language_open() {
        assertThat(one(message("\"text\":\"a\"").replace("en-GB", "ms")).clientLanguage()).isNull();
        assertThat(one(message("\"text\":\"a\"").replace(",\"language_code\":\"en-GB\"", "")).clientLanguage())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"type\":\"user\",\"date\":1,\"sender_user\":{\"id\":9,\"is_bot\":false,\"first_name\":\"B\"}}",
        "{\"type\":\"hidden_user\",\"date\":1,\"sender_user_name\":\"Budi\"}",
        "{\"type\":\"chat\",\"date\":1,\"sender_chat\":{\"id\":-9,\"type\":\"group\",\"title\":\"RT 5\"}}",
        "{\"type\":\"channel\",\"date\":1,\"message_id\":3,\"chat\":{\"id\":-1009,\"type\":\"channel\",\"title\":\"C\"}}"
    })
    void every_kind_of_forward_is_a_forward(String origin) {
        assertThat(one(message("\"text\":\"a\",\"forward_origin\":" + origin)).content())
                .isEqualTo(new Content.Text("a", Forwarding.FORWARDED, false));
    }

    @Test
    void a_forwarded_picture_carries_its_text_in_the_caption() {
        assertThat(one(message(PHOTO + ",\"caption\":\"Air garam\",\"forward_origin\":"
                        + "{\"type\":\"hidden_user\",\"date\":1,\"sender_user_name\":\"Budi\"}")).content())
                .isEqualTo(new Content.Text("Air garam", Forwarding.FORWARDED, false));
    }

    @Test
    void addresses_hidden_behind_words_are_added_to_the_text() {
        assertThat(text(message("""
                "text":"Klik di sini, atau https://b.example","entities":[\
                {"type":"text_link","offset":5,"length":7,"url":"https://hoax.example/x"},\
                {"type":"text_link","offset":19,"length":17,"url":"https://b.example"},\
                {"type":"bold","offset":0,"length":4}]""")))
                .isEqualTo("Klik di sini, atau https://b.example\nhttps://hoax.example/x");
        assertThat(text(message(PHOTO + """
                ,"caption":"Lihat","caption_entities":[\
                {"type":"text_link","offset":0,"length":5,"url":"https://c.example/"}]""")))
                .isEqualTo("Lihat\nhttps://c.example/");
    }

    @ParameterizedTest
    @CsvSource({
        "/start, /start",
        "/start claim_12, /start claim_12",
        "/hapus@SaringBot, /hapus",
        "/cek@saringbot air garam, /cek air garam",
        "tulis ke siti@example.org, tulis ke siti@example.org",
    })
    void the_bots_name_is_taken_out_of_commands(String written, String meant) {
        updates.botName("SaringBot");
        assertThat(text(message("\"text\":\"" + written + "\""))).isEqualTo(meant);
    }

    @Test
    void a_command_for_another_bot_is_not_ours() {
        updates.botName("SaringBot");
        assertThat(map(message("\"text\":\"/start@OtherBot\"")).messages()).isEmpty();
    }

    private static final String PHOTO =
            "\"photo\":[{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"width\":1,\"height\":1}]";
    private static final String FILE =
            "{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"duration\":1,\"width\":1,\"height\":1,"
            + "\"length\":1,\"type\":\"regular\",\"is_animated\":false,\"is_video\":false}";
    private static final String PLACE = "{\"latitude\":1.5,\"longitude\":2.5}";

    @ParameterizedTest
    @ValueSource(strings = {"voice", "audio", "video", "video_note", "sticker", "document", "animation"})
    void a_file_without_text_is_of_its_kind(String kind) {
        assertThat(one(message("\"" + kind + "\":" + FILE)).content()).isEqualTo(new Content.Unsupported(kind));
    }

    @Test
    void other_messages_without_text_are_of_their_kind() {
        assertThat(kind(PHOTO)).isEqualTo("photo");
        assertThat(kind("\"animation\":" + FILE + ",\"document\":" + FILE)).isEqualTo("animation");
        assertThat(kind("\"location\":" + PLACE)).isEqualTo("location");
        assertThat(kind("\"venue\":{\"location\":" + PLACE
                + ",\"title\":\"t\",\"address\":\"a\"},\"location\":" + PLACE))
                .isEqualTo("venue");
        assertThat(kind("\"contact\":{\"phone_number\":\"0\",\"first_name\":\"B\"}")).isEqualTo("contact");
        assertThat(kind("\"dice\":{\"emoji\":\"x\",\"value\":1}")).isEqualTo("dice");
        assertThat(kind("""
                "poll":{"id":"1","question":"?","options":[],"total_voter_count":0,"is_closed":false,\
                "is_anonymous":true,"type":"regular","allows_multiple_answers":false}""")).isEqualTo("poll");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "\"message\":{\"message_id\":7,\"date\":1,SITI,\"new_chat_title\":\"x\"}",
        "\"message\":{\"message_id\":7,\"date\":1,SITI,\"group_chat_created\":true}",
        "\"message\":{\"message_id\":7,\"date\":1,SITI,\"text\":\"a\",\"is_automatic_forward\":true}",
        "\"message\":{\"message_id\":7,\"date\":1,\"chat\":{\"id\":42,\"type\":\"private\"},\"text\":\"a\","
                + "\"from\":{\"id\":9,\"is_bot\":true,\"first_name\":\"B\"}}",
        "\"channel_post\":{\"message_id\":7,\"date\":1,\"chat\":{\"id\":-9,\"type\":\"channel\"},\"text\":\"a\"}",
        "\"edited_channel_post\":{\"message_id\":7,\"date\":1,\"chat\":{\"id\":-9,\"type\":\"channel\"},\"text\":\"a\"}",
        "\"something_new\":{\"a\":1}"
    })
    void what_no_person_said_is_left_out(String update) {
        assertThat(map(update("{\"update_id\":1," + update.replace("SITI", SITI) + "}")).messages()).isEmpty();
        assertThat(state.unreadable()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"group", "supergroup"})
    void a_group_is_a_group(String type) {
        IncomingMessage message = one(message("\"text\":\"a\"")
                .replace("\"chat\":{\"id\":42,\"type\":\"private\"", "\"chat\":{\"id\":-100,\"type\":\""
                + type + "\""));
        assertThat(message.group()).isTrue();
        assertThat(message.chat().chat()).isEqualTo("-100");
        assertThat(message.asker()).isEqualTo(pseudonyms.of(Channel.TELEGRAM, "42"));
    }

    @Test
    void a_pressed_button_brings_its_data_and_its_title() {
        String press = """
                {"update_id":1,"callback_query":{"id":"77","chat_instance":"1","data":"v:1",SITI_FROM,\
                "message":{"message_id":5,"date":1,"chat":{"id":42,"type":"private"},"text":"Mana?","reply_markup":\
                {"inline_keyboard":[[{"text":"Ya","callback_data":"v:1"},{"text":"Bukan","callback_data":"v:2"}]]}}}}"""
                .replace("SITI_FROM", SITI.substring(0, SITI.indexOf(",\"chat\"")));
        TelegramUpdates.Batch batch = map(update(press));
        assertThat(batch.presses()).containsExactly("77");
        IncomingMessage message = batch.messages().get(0);
        assertThat(message.content()).isEqualTo(new Content.Press("v:1", "Ya"));
        assertThat(message.messageId()).endsWith(":press:77");
        assertThat(message.sentAt()).isEqualTo(NOW);
        assertThat(MessageKeys.number(message.messageId())).isEmpty();
    }

    @Test
    void an_old_button_whose_message_is_out_of_reach_still_works() {
        String press = """
                {"update_id":1,"callback_query":{"id":"78","chat_instance":"1","data":"v:1",\
                "from":{"id":42,"is_bot":false,"first_name":"S"},\
                "message":{"message_id":5,"date":0,"chat":{"id":42,"type":"private"}}}}""";
        assertThat(one(press).content()).isEqualTo(new Content.Press("v:1", null));
    }

    @Test
    void a_press_without_a_chat_is_only_acknowledged() {
        TelegramUpdates.Batch batch = map(update("""
                {"update_id":1,"callback_query":{"id":"79","chat_instance":"1","data":"v:1","inline_message_id":"i",\
                "from":{"id":42,"is_bot":false,"first_name":"S"}}}"""));
        assertThat(batch.messages()).isEmpty();
        assertThat(batch.presses()).containsExactly("79");
    }

    @ParameterizedTest
    @CsvSource({"kicked, private, false", "member, private, true"})
    void blocking_and_unblocking_changes_reachability(String status, String type, boolean reachable) {
        assertThat(one(membership(status, type)).content()).isEqualTo(new Content.Reachability(reachable));
    }

    @Test
    void membership_of_groups_says_nothing_of_a_person() {
        assertThat(map(update(membership("kicked", "group"))).messages()).isEmpty();
    }

    @Test
    void an_edit_is_a_message_of_its_own() {
        one(message("\"text\":\"Vaksin\""));
        IncomingMessage edit = one(edited(1_779_999_100, "\"text\":\"Vaksin chip\""));
        assertThat(edit.content()).isEqualTo(new Content.Text("Vaksin chip", Forwarding.NONE, true));
        assertThat(edit.messageId()).isNotEqualTo(one(message("\"text\":\"Vaksin\"")).messageId());
        assertThat(MessageKeys.number(edit.messageId())).hasValue(7);
        assertThat(edit.sentAt()).isEqualTo(Instant.ofEpochSecond(1_779_999_100));
    }

    @Test
    void an_edit_that_changes_no_text_is_the_same_message_and_one_that_comes_late_is_left_out() {
        String key = one(message("\"text\":\"Vaksin\"")).messageId();
        assertThat(MessageKeys.number(key)).hasValue(7);
        assertThat(one(edited(1_779_999_100, "\"text\":\"Vaksin\"")).messageId()).isEqualTo(key);
        assertThat(map(update(edited(1_779_999_301, "\"text\":\"Vaksin chip\""))).messages()).isEmpty();
        assertThat(map(update(edited(1_779_999_100, PHOTO))).messages()).isEmpty();
    }

    @Test
    void what_is_delivered_again_because_it_could_not_be_stored_is_not_taken_for_a_repetition() {
        one(message("\"text\":\"Vaksin\""));
        String edit = edited(1_779_999_100, "\"text\":\"Vaksin chip\"");
        String preview = edited(1_779_999_101, "\"text\":\"Vaksin chip\"");
        assertThat(map(update(edit), update(preview), update(edit)).messages())
                .extracting(IncomingMessage::messageId)
                .hasSize(3)
                .containsOnly(one(edit).messageId());
        String bare = map(album(7, "")).messages().getFirst().messageId();
        assertThat(map(album(7, "")).messages()).extracting(IncomingMessage::messageId).containsExactly(bare);
    }

    @Test
    void an_album_is_one_message_with_the_text_under_any_of_its_pictures() {
        List<IncomingMessage> messages = map(
                        album(7, ""), album(8, ",\"caption\":\"Banjir\""), update(message("\"text\":\"x\"")),
                        album(9, ""))
                .messages();
        assertThat(messages).extracting(IncomingMessage::content).containsExactly(
                new Content.Text("Banjir", Forwarding.NONE, false), new Content.Text("x", Forwarding.NONE, false));
        assertThat(messages.get(0).messageId()).endsWith(":album:g1");
        assertThat(map(album(10, "")).messages()).as("a straggler of the same album").isEmpty();
    }

    @Test
    void an_album_without_text_is_unsupported_once() {
        assertThat(map(album(7, ""), album(8, "")).messages())
                .extracting(IncomingMessage::content)
                .containsExactly(new Content.Unsupported("photo"));
        assertThat(map(album(9, "")).messages())
                .as("the same key, of which the inbox stores one")
                .extracting(IncomingMessage::messageId)
                .allSatisfy(key -> assertThat(key).endsWith(":album:g1:bare"));
        IncomingMessage late = map(album(10, ",\"caption\":\"Banjir\"")).messages().get(0);
        assertThat(late.content()).isEqualTo(new Content.Text("Banjir", Forwarding.NONE, false));
    }

    @Test
    void an_update_that_cannot_be_read_is_counted_and_skipped() {
        Update odd = update(message("\"text\":\"a\"").replace(SITI.substring(SITI.indexOf("\"chat\"")), "\"x\":1"));
        assertThat(map(odd, update(message("\"text\":\"b\""))).messages())
                .extracting(IncomingMessage::content)
                .containsExactly(new Content.Text("b", Forwarding.NONE, false));
        assertThat(state.unreadable()).isEqualTo(1);
    }

    private String kind(String fields) {
        return ((Content.Unsupported) one(message(fields)).content()).kind();
    }

    private String text(String update) {
        return ((Content.Text) one(update).content()).text();
    }

    private IncomingMessage one(String update) {
        List<IncomingMessage> messages = map(update(update)).messages();
        assertThat(messages).hasSize(1);
        return messages.get(0);
    }

    private TelegramUpdates.Batch map(String update) {
        return map(update(update));
    }

    private TelegramUpdates.Batch map(Update... batch) {
        return updates.map(Arrays.asList(batch));
    }

    private static String message(String fields) {
        return "{\"update_id\":1,\"message\":{\"message_id\":7,\"date\":1779999000," + SITI + "," + fields + "}}";
    }

    private static String edited(long at, String fields) {
        return message("\"edit_date\":" + at + "," + fields).replace("\"message\"", "\"edited_message\"");
    }

    private static Update album(int number, String fields) {
        return update(message("\"media_group_id\":\"g1\"," + PHOTO + fields)
                .replace("\"message_id\":7", "\"message_id\":" + number));
    }

    private static String membership(String status, String type) {
        return """
                {"update_id":1,"my_chat_member":{"date":1,"from":{"id":42,"is_bot":false,"first_name":"S"},\
                "chat":{"id":42,"type":"%s"},\
                "old_chat_member":{"status":"left","user":{"id":1,"is_bot":true,"first_name":"b"}},\
                "new_chat_member":{"status":"%s","until_date":0,"user":{"id":1,"is_bot":true,"first_name":"b"}}}}"""
                .formatted(type, status);
    }

    private static Update update(String json) {
        try {
            return JSON.readValue(json, Update.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
