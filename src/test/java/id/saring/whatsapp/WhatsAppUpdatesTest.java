package id.saring.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.chat.Content;
import id.saring.chat.IncomingMessage;
import id.saring.chat.Receipt;
import id.saring.chat.SendResult;
import id.saring.chat.TroubleLog;
import id.saring.core.Pseudonyms;
import id.saring.core.Secret;
import id.saring.queue.SettableClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class WhatsAppUpdatesTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path WEBHOOKS = Path.of("src/test/resources/whatsapp");

    private final SettableClock clock = new SettableClock();
    private final TroubleLog<Trouble> troubles = new TroubleLog<>("Sending", Trouble::sentence, clock);
    private final SendFailures failures = new SendFailures(troubles, clock);
    private final WhatsAppUpdates updates = new WhatsAppUpdates(
            Set.of("106540352242922"),
            new Pseudonyms(new Secret("a secret only for tests")),
            failures,
            clock);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text                    | 6281234567890           | TEXT NONE Benarkah bawang putih 🧄 menyembuhkan flu?
            text-both-ids           | ID.13491208655302741918 | TEXT NONE Benarkah ini?
            text-no-phone           | ID.13491208655302741918 | TEXT NONE Benarkah ini?
            text-user-id-in-contact | ID.13491208655302741918 | TEXT NONE Benarkah ini?
            referral                | 6281234567890           | TEXT NONE Saya lihat iklan ini
            forwarded               | 6281234567890           | TEXT FORWARDED Sebarkan!
            forwarded-often         | 6281234567890           | TEXT FREQUENTLY_FORWARDED Sebarkan!
            reply-forwarded         | 6281234567890           | TEXT FORWARDED Sebarkan!
            image-caption           | 6281234567890           | TEXT NONE Gunung meletus tadi pagi
            document                | 6281234567890           | TEXT NONE Surat edaran menteri
            image                   | 6281234567890           | UNSUPPORTED image
            voice                   | 6281234567890           | UNSUPPORTED voice
            sticker                 | 6281234567890           | UNSUPPORTED sticker
            location                | 6281234567890           | UNSUPPORTED location
            contacts                | 6281234567890           | UNSUPPORTED contacts
            flow-reply              | 6281234567890           | UNSUPPORTED interactive
            unsupported             | 6281234567890           | UNSUPPORTED poll
            unsupported-bare        | 6281234567890           | UNSUPPORTED unsupported
            button-reply            | 6281234567890           | PRESS 1idh1.1 👍 Membantu
            list-reply              | 6281234567890           | PRESS 1idc2.1 2. Air panas
            quick-reply             | 6281234567890           | PRESS 1idh1.1 Lihat
            quick-reply-plain       | 6281234567890           | TEXT NONE Bantuan
            """)
    void a_message_becomes_what_its_sender_meant(String webhook, String person, String content) {
        IncomingMessage message = map(webhook).messages().getFirst();
        assertThat(message.chat().chat()).isEqualTo("106540352242922/" + person);
        assertThat(describe(message.content())).isEqualTo(content);
        assertThat(message.messageId()).isEqualTo("wamid.HBgNNjI4MTIzNDU2Nzg5MBUCABIYFDNBNTc4");
        assertThat(message.sentAt()).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
        assertThat(message.group()).isFalse();
    }

    @Test
    void a_message_is_stamped_alike_each_time_though_our_clock_is_behind() {
        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-03-01T07:59:58Z")));
        IncomingMessage early = map("text").messages().getFirst();
        clock.advance(Duration.ofMinutes(1));
        IncomingMessage again = map("text").messages().getFirst();
        assertThat(early.sentAt()).isNotEqualTo(again.sentAt());
        assertThat(List.of(early, again))
                .allSatisfy(message -> assertThat(message.stamp()).isEqualTo("2026-03-01T08:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"reaction", "reaction-removed", "group", "other-number", "template-approved", "status-sent"})
    void what_asks_nothing_is_left_out(String webhook) {
        assertThat(map(webhook)).isEqualTo(new WhatsAppUpdates.Batch(List.of(), List.of(), 0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            system              | 6281234567890                                    | 6281999999999
            system-both-ids     | ID.13491208655302741918, 6281234567890           | ID.24817305912873645029
            system-user-id      | ID.13491208655302741918                          | ID.24817305912873645029
            user-id-update      | ID.13491208655302741918                          | ID.24817305912873645029
            """)
    void a_person_who_goes_by_another_id_moves(String webhook, String before, String now) {
        List<IncomingMessage> moves = map(webhook).messages();
        assertThat(moves).extracting(move -> move.chat().chat())
                .containsExactly(Stream.of(before.split(", ")).map("106540352242922/"::concat).toArray(String[]::new));
        assertThat(moves).allSatisfy(move -> {
            assertThat(describe(move.content())).isEqualTo("MOVED 106540352242922/" + now);
            assertThat(move.sentAt()).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
        });
        assertThat(moves).extracting(IncomingMessage::messageId).doesNotHaveDuplicates();
    }

    @Test
    void a_name_that_reads_like_a_move_moves_nobody() {
        // "User <name> changed from …": the name is whatever the person likes.
        assertThat(map("system-forged-name").messages()).isEmpty();
    }

    @Test
    void what_became_of_our_messages_is_told() {
        assertThat(receipt("status-delivered").news()).isEqualTo(new Receipt.Delivered());
        assertThat(receipt("status-read").news()).isEqualTo(new Receipt.Read());
        assertThat(receipt("status-read").platformMessageId()).isEqualTo("wamid.ours");
        assertThat(receipt("status-failed").news()).isInstanceOfSatisfying(Receipt.Failed.class,
                failed -> assertThat(failed.asks()).isInstanceOf(SendResult.Unreachable.class));
    }

    @Test
    void an_account_that_was_ill_days_ago_pauses_nothing_now() {
        ObjectNode failed = (ObjectNode) read("status-failed");
        ((ObjectNode) failed.at("/entry/0/changes/0/value/statuses/0/errors/0")).put("code", 131042);
        clock.advance(Duration.ofDays(3));
        assertThat(updates.map(failed).receipts().getFirst().news()).isInstanceOfSatisfying(Receipt.Failed.class,
                news -> assertThat(news.asks()).isInstanceOf(SendResult.Wait.class));
        assertThat(failures.pause()).isEmpty();
        assertThat(troubles.current()).isEmpty();

        ((ObjectNode) failed.at("/entry/0/changes/0/value/statuses/0"))
                .put("timestamp", Long.toString(clock.instant().minusSeconds(90).getEpochSecond()));
        updates.map(failed);
        assertThat(failures.pause()).isPresent();
        assertThat(troubles.current()).contains(Trouble.PAYMENT);
    }

    @Test
    void what_is_wrong_with_our_account_is_told_to_the_operator() {
        assertThat(map("account-errors").unreadable()).isZero();
        assertThat(troubles.current()).contains(Trouble.RATE_LIMITED);
    }

    @Test
    void what_is_wrong_with_our_account_pauses_as_long_as_it_asks_only_if_it_is_known_to_be_of_now() {
        ObjectNode told = (ObjectNode) read("account-errors");
        ((ObjectNode) told.at("/entry/0/changes/0/value/errors/0")).put("code", 131042);
        updates.map(told);
        assertThat(failures.pause()).as("it may be of now").isPresent();
        clock.advance(Duration.ofSeconds(6));
        assertThat(failures.pause()).as("the next message shows whether it is").isEmpty();

        ArrayNode statuses = ((ObjectNode) told.at("/entry/0/changes/0/value")).putArray("statuses");
        ObjectNode status = statuses.addObject().put("id", "wamid.1").put("status", "delivered");
        status.put("timestamp", Long.toString(clock.instant().minus(Duration.ofDays(3)).getEpochSecond()));
        updates.map(told);
        assertThat(failures.pause()).as("of days ago").isEmpty();

        status.put("timestamp", Long.toString(clock.instant().minusSeconds(30).getEpochSecond()));
        updates.map(told);
        clock.advance(Duration.ofMinutes(1));
        assertThat(failures.pause()).as("of now").isPresent();
    }

    @Test
    void every_recorded_webhook_is_read_whole() throws IOException {
        try (Stream<Path> files = Files.list(WEBHOOKS)) {
            List<Path> webhooks = files.filter(file -> file.toString().endsWith(".json")).toList();
            assertThat(webhooks).hasSizeGreaterThan(30).allSatisfy(file ->
                    assertThat(updates.map(JSON.readTree(Files.readString(file))).unreadable()).isZero());
        }
    }

    @Test
    void a_clock_ahead_of_ours_or_a_missing_time_count_as_now() {
        ObjectNode webhook = (ObjectNode) read("text");
        ObjectNode message = (ObjectNode) webhook.at("/entry/0/changes/0/value/messages/0");
        message.put("timestamp", Long.toString(clock.instant().plus(Duration.ofDays(400)).getEpochSecond()));
        assertThat(updates.map(webhook).messages().getFirst().sentAt()).isEqualTo(clock.instant());
        message.remove("timestamp");
        assertThat(updates.map(webhook).messages().getFirst().sentAt()).isEqualTo(clock.instant());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from        | 7
            from        | null
            id          | null
            type        | []
            text        | {"body":null}
            text        | {"body":"  "}
            text        | []
            """)
    void a_message_without_what_it_needs_is_counted(String field, String value) {
        ObjectNode webhook = (ObjectNode) read("text");
        ((ObjectNode) webhook.at("/entry/0/changes/0/value/messages/0")).set(field, JSON.readTree(value));
        assertThat(updates.map(webhook)).isEqualTo(new WhatsAppUpdates.Batch(List.of(), List.of(), 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"object":"page","entry":[]}                                         | 1
            []                                                                   | 1
            {"object":"whatsapp_business_account"}                               | 0
            {"object":"whatsapp_business_account","entry":7}                     | 0
            {"object":"whatsapp_business_account","entry":[{"changes":{"a":1}}]} | 0
            """)
    void a_strange_webhook_does_no_harm(String webhook, int unreadable) {
        assertThat(updates.map(JSON.readTree(webhook)))
                .isEqualTo(new WhatsAppUpdates.Batch(List.of(), List.of(), unreadable));
    }

    private WhatsAppUpdates.Batch map(String webhook) {
        return updates.map(read(webhook));
    }

    private Receipt receipt(String webhook) {
        return map(webhook).receipts().getFirst();
    }

    private static JsonNode read(String webhook) {
        try (InputStream file = Files.newInputStream(WEBHOOKS.resolve(webhook + ".json"))) {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String describe(Content content) {
        return switch (content) {
            case Content.Text text -> "TEXT " + text.forwarding() + " " + text.text();
            case Content.Press press -> "PRESS " + press.data() + " " + press.title();
            case Content.Unsupported unsupported -> "UNSUPPORTED " + unsupported.kind();
            case Content.Reachability reachability -> "REACHABILITY";
            case Content.Moved moved -> "MOVED " + moved.to().chat();
        };
    }
}
