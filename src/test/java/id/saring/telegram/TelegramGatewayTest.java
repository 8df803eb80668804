package id.saring.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.chat.Button;
import id.saring.chat.ChatAddress;
import id.saring.chat.OutgoingMessage;
import id.saring.chat.RichText;
import id.saring.chat.SendLimits;
import id.saring.chat.SendResult;
import id.saring.chat.SendingRates;
import id.saring.chat.TroubleLog;
import id.saring.core.Channel;
import id.saring.core.Language;
import id.saring.core.Pseudonyms;
import id.saring.core.Secret;
import id.saring.rate.Rate;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;

class TelegramGatewayTest {
    private final TelegramServer server = TelegramServer.start();
    private final TelegramPerson siti = server.person(42);
    private final TelegramHttp http = new TelegramHttp(Duration.ofMillis(700), List.of());
    private final MessageKeys keys = new MessageKeys(new Pseudonyms(new Secret("a secret for these tests")));
    private final TelegramGateway gateway = gateway(server.url(), TelegramServer.TOKEN);

    @BeforeEach
    void siti_has_written() {
        siti.says("halo");
    }

    @AfterEach
    void close() {
        http.close();
        server.close();
    }

    @Test
    void a_message_arrives_with_its_marks_links_and_buttons() {
        RichText text = new RichText(List.of(
                new RichText.Bold("SALAH"), new RichText.Plain(" 5G < 4G & \"aman\"\n"),
                new RichText.Link("Sumber", "https://x.example/?a=1&b=2")));
        OutgoingMessage message = new OutgoingMessage(
                address("42"), Language.ID, text,
                List.of(new Button("Ya", "y"), new Button("Bukan", "n"),
                        new Button("Beri tahu saya nanti kalau ada", "l")),
                null, "https://x.example/", null);

        SendResult result = gateway.send(message);

        BotMessage read = siti.reads(1);
        assertThat(result).isEqualTo(new SendResult.Sent(keys.of("42", read.number())));
        assertThat(read.text()).isEqualTo("SALAH 5G < 4G & \"aman\"\nSumber");
        assertThat(read.links("Sumber", "https://x.example/?a=1&b=2")).isTrue();
        assertThat(read.rows()).isEqualTo(List.of(List.of("Ya", "Bukan"), List.of("Beri tahu saya nanti kalau ada")));
        assertThat(read.previewUrl()).isEqualTo("https://x.example/");
    }

    @Test
    void no_page_is_previewed_unless_it_is_named() {
        gateway.send(plain("Lihat https://hoax.example/"));
        assertThat(siti.reads(1).previewUrl()).isNull();
        assertThat(server.calls("sendMessage").get(0).parameters().path("link_preview_options").toString())
                .isEqualTo("{\"is_disabled\":true}");
    }

    @Test
    void the_answer_quotes_its_question_and_is_sent_even_if_that_is_gone() {
        int question = siti.says("Vaksin?");
        gateway.send(replyTo(keys.of("42", question)));
        assertThat(siti.reads(1).replyTo()).isEqualTo(question);
        assertThat(gateway.send(replyTo(keys.of("42", 99_999)))).isInstanceOf(SendResult.Sent.class);
        assertThat(gateway.send(replyTo(keys.of("42", "press:77")))).isInstanceOf(SendResult.Sent.class);
        assertThat(siti.reads(3).replyTo()).isNull();
    }

    @Test
    void a_text_of_the_greatest_length_passes_and_a_longer_one_is_never_sent() {
        assertThat(gateway.send(plain("&".repeat(4096)))).isInstanceOf(SendResult.Sent.class);
        assertThat(gateway.send(plain("\uD83D\uDE37".repeat(2048) + "a"))).isInstanceOf(SendResult.Refused.class);
        assertThat(gateway.send(plain(" \n"))).isInstanceOf(SendResult.Refused.class);
        assertThat(server.calls("sendMessage")).hasSize(1);
    }

    @Test
    void markup_that_telegram_cannot_read_is_sent_again_as_plain_text() {
        server.fail("sendMessage", Fault.error(400, "Bad Request: can't parse entities: Unsupported start tag"));
        RichText text = new RichText(
                List.of(new RichText.Bold("SALAH "), new RichText.Link("Sumber", "https://x.example/")));
        assertThat(gateway.send(new OutgoingMessage(address("42"), Language.ID, text, List.of(), null, null, null)))
                .isInstanceOf(SendResult.Sent.class);
        assertThat(siti.reads(1).text()).isEqualTo("SALAH Sumber (https://x.example/)");
        assertThat(server.calls("sendMessage").get(1).parameters().has("parse_mode")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | Bad Request: chat not found                                  | Unreachable | 400 Bad Request: chat not found
            400 | Bad Request: PEER_ID_INVALID                                 | Unreachable | 400 Bad Request: PEER_ID_INVALID
            400 | Bad Request: not enough rights to send text messages to the chat | Unreachable | 400 Bad Request: not enough rights to send text messages to the chat
            403 | Forbidden: bot was blocked by the user                       | Unreachable | 403 Forbidden: bot was blocked by the user
            403 | Forbidden: user is deactivated                               | Unreachable | 403 Forbidden: user is deactivated
            403 | Forbidden: bot was kicked from the supergroup chat           | Unreachable | 403 Forbidden: bot was kicked from the supergroup chat
            400 | Bad Request: message is too long                             | Refused     | 400 Bad Request: message is too long
            400 | Bad Request: BUTTON_DATA_INVALID                             | Refused     | 400 Bad Request: BUTTON_DATA_INVALID
            400 | Bad Request: wrong text 'obat 123 rahasia'                   | Refused     | 400 Bad Request: wrong text
            413 | Request Entity Too Large                                     | Refused     | 413 Request Entity Too Large
            401 | Unauthorized                                                 | Wait        | 401 Unauthorized
            404 | Not Found                                                    | Wait        | 404 Not Found
            409 | Conflict: terminated                                         | Wait        | 409 Conflict: terminated
            429 | Too Many Requests                                            | Wait        | 429 Too Many Requests
            500 | Internal Server Error                                        | Wait        | 500 Internal Server Error
            """)
    void a_refusal_says_what_to_do_next(int code, String description, String kind, String reason) {
        server.fail("sendMessage", Fault.error(code, description));
        SendResult result = gateway.send(plain("a"));
        assertThat(result.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(result).asString().contains(reason.replaceFirst(":.*'.*", "")).doesNotContain("rahasia");
    }

    @Test
    void too_many_messages_wait_as_long_as_telegram_says() {
        server.chats.flood(42, 17);
        assertThat(gateway.send(plain("a"))).isInstanceOfSatisfying(
                SendResult.Wait.class, wait -> assertThat(wait.delay()).isEqualTo(Duration.ofSeconds(17)));
        assertThat(gateway.send(plain("a"))).isInstanceOf(SendResult.Sent.class);
    }

    @Test
    void a_flood_of_one_chat_is_no_pause_for_the_others_but_that_of_a_second_is() {
        server.chats.person(43).says("halo");
        server.chats.flood(42, 30);
        server.chats.flood(43, 20);
        assertThat(wait(gateway.send(plain("a"))).scope()).isEqualTo(SendResult.Scope.CHAT);
        OutgoingMessage other =
                new OutgoingMessage(address("43"), Language.ID, RichText.plain("b"), List.of(), null, null, null);
        assertThat(wait(gateway.send(other))).satisfies(wait -> {
            assertThat(wait.scope()).isEqualTo(SendResult.Scope.EVERYTHING);
            assertThat(wait.delay()).isEqualTo(Duration.ofSeconds(20));
        });
    }

    @Test
    void a_group_has_another_rate_than_a_person() {
        SendLimits limits = gateway.limits().orElseThrow();
        assertThat(limits.ofChat().apply(address("42"))).isEqualTo(Rate.of("1 per 1s burst 5"));
        assertThat(limits.ofChat().apply(address("-1001234"))).isEqualTo(Rate.of("15 per 1m burst 5"));
        assertThat(limits.line()).isEqualTo(Rate.of("30 per 1s burst 3"));
    }

    @Test
    void a_group_that_became_a_supergroup_has_moved() {
        server.chats.move(-5, -1005);
        assertThat(gateway.send(new OutgoingMessage(
                        address("-5"), Language.ID, RichText.plain("a"), List.of(), null, null, null)))
                .isEqualTo(new SendResult.Moved(address("-1005")));
    }

    @Test
    void a_person_who_blocked_the_bot_is_unreachable_until_they_let_it_in_again() {
        siti.blocks();
        assertThat(gateway.send(plain("a"))).isInstanceOf(SendResult.Unreachable.class);
        siti.unblocks();
        assertThat(gateway.send(plain("a"))).isInstanceOf(SendResult.Sent.class);
    }

    @Test
    void an_ill_server_is_waited_for_longer_and_longer() {
        server.fail("sendMessage", Fault.badGateway(), new Fault.Hang(), Fault.garbage(), new Fault.Answer(200, ""),
                Fault.error(503, "x"), Fault.error(503, "x"));
        Duration last = Duration.ZERO;
        for (int i = 0; i < 6; i++) {
            SendResult result = gateway.send(plain("a"));
            assertThat(wait(result).delay()).isGreaterThan(last);
            assertThat(wait(result).scope()).as("it may have been taken").isEqualTo(SendResult.Scope.UNSURE);
            last = ((SendResult.Wait) result).delay();
        }
        assertThat(gateway.send(plain("a"))).isInstanceOf(SendResult.Sent.class);
        server.fail("sendMessage", Fault.badGateway());
        assertThat(gateway.send(plain("a"))).isInstanceOfSatisfying(
                SendResult.Wait.class, wait -> assertThat(wait.delay()).isLessThan(Duration.ofSeconds(2)));
    }

    @Test
    void a_cut_connection_is_tried_again_later() {
        server.fail("sendMessage", new Fault.Cut(false));
        assertThat(gateway.send(plain("a"))).isInstanceOf(SendResult.Wait.class);
    }

    @Test
    void what_was_posted_on_a_kept_connection_that_then_died_is_not_posted_again_by_itself() {
        assertThat(gateway.send(plain("a"))).isInstanceOf(SendResult.Sent.class);
        server.fail("sendMessage", new Fault.Cut(true));
        assertThat(wait(gateway.send(plain("b"))).scope()).isEqualTo(SendResult.Scope.UNSURE);
        assertThat(server.calls("sendMessage")).hasSize(2);
    }

    @Test
    void an_unreachable_server_is_waited_for() {
        TelegramGateway lost = gateway(URI.create("http://127.0.0.1:1"), TelegramServer.TOKEN);
        assertThat(lost.send(plain("a"))).isInstanceOf(SendResult.Wait.class);
    }

    @Test
    void a_wrong_token_waits_for_a_right_one_and_is_named_nowhere() {
        SendResult result = gateway(server.url(), "99:wrong").send(plain("a"));
        assertThat(result).isInstanceOf(SendResult.Wait.class).asString().contains("401").doesNotContain("wrong");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"ok\":true,\"result\":{\"message_id\":5,\"date\":\"not a number\"}}",
        "{\"ok\":true,\"result\":7}", "{\"ok\":true}"
    })
    void what_telegram_says_is_sent_is_not_sent_again_whatever_else_it_says(String answer) {
        server.fail("sendMessage", new Fault.Answer(200, answer));
        assertThat(gateway.send(plain("a"))).isInstanceOf(SendResult.Sent.class);
    }

    private TelegramGateway gateway(URI url, String token) {
        TelegramSettings settings = TestSettings.polling(token, url);
        return new TelegramGateway(
                new OkHttpTelegramClient(http.client(), settings.botToken(), settings.telegramUrl()),
                keys,
                Clock.systemUTC(),
                new SendingRates(30, Rate.of("1 per 1s burst 5"), Rate.of("15 per 1m burst 5"), 80,
                Rate.of("1 per 6s")),
                new TroubleLog<>("Sending to Telegram", Trouble::sentence, Clock.systemUTC()));
    }

    private static SendResult.Wait wait(SendResult result) {
        return (SendResult.Wait) result;
    }

    private static OutgoingMessage plain(String text) {
        return new OutgoingMessage(address("42"), Language.ID, RichText.plain(text), List.of(), null, null, null);
    }

    private static OutgoingMessage replyTo(String id) {
        return new OutgoingMessage(address("42"), Language.ID, RichText.plain("a"), List.of(), null, null, id);
    }

    private static ChatAddress address(String chat) {
        return new ChatAddress(Channel.TELEGRAM, chat);
    }
}
