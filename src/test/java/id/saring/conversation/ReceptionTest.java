package id.saring.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.audit.Lookups;
import id.saring.chat.ChatAddress;
import id.saring.chat.Content;
import id.saring.chat.Decision;
import id.saring.chat.IncomingMessage;
import id.saring.chat.OutgoingMessage;
import id.saring.chat.RichText;
import id.saring.core.Channel;
import id.saring.core.Language;
import id.saring.core.Pseudonym;
import id.saring.db.Database;
import id.saring.db.DatabaseSettings;
import id.saring.queue.SettableClock;
import id.saring.match.MatchOutcome;
import id.saring.rate.Rate;
import id.saring.rate.SettableTicker;
import id.saring.reply.LanguageChoice;
import id.saring.reply.Replies;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReceptionTest {
    private static final Pseudonym SITI = new Pseudonym("%032x".formatted(1));
    private static final Pseudonym BUDI = new Pseudonym("%032x".formatted(2));
    private static final String SLOW_DOWN = "Pesannya datang cepat sekali";

    @TempDir
    private Path dir;

    private final SettableClock clock = new SettableClock();
    private final SettableTicker ticker = new SettableTicker();
    private Database database;
    private Lookups lookups;
    private Reception reception;
    private int ids;

    @BeforeEach
    void open() {
        database = Database.open(DatabaseSettings.embedded(dir));
        lookups = new Lookups(database);
        Reception.Voice voice = new Reception.Voice(
                Replies.load(Path.of("responses"), clock),
                new SpokenLanguages(
                        new People(database, clock),
                        new LanguageChoice(ConversationConfiguration::languageOf, Language.ID)),
                new ConversationParts(database, clock, query -> new MatchOutcome.NotFound(), List.of()).records(),
                new ConversationSettings(Duration.ofHours(24), 10_000),
                ZoneOffset.UTC,
                clock);
        reception = new Reception(
                message -> new Decision(
                        List.of(new OutgoingMessage(
                                message.chat(), Language.ID, RichText.plain("jawaban"), List.of(), null, null, null)),
                        () -> {}),
                voice,
                new AskingRates(Rate.of("20 per 1m burst 20"), Rate.of("60 per 1m burst 60")),
                ticker);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void who_asks_too_much_is_told_once_and_then_met_with_silence(Channel channel) {
        List<String> heard = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            heard.add(hears(text(channel, SITI, "pesan")));
        }
        assertThat(heard.subList(0, 20)).containsOnly("jawaban");
        assertThat(heard.get(20)).startsWith(SLOW_DOWN);
        assertThat(heard.subList(21, 30)).containsOnly("");
        assertThat(hears(text(channel, BUDI, "pesan"))).isEqualTo("jawaban");
        assertThat(lookups.countSince(clock.instant())).as("what is not answered is recorded").isEqualTo(10);
        assertThat(lookups.lastOf(SITI).orElseThrow().outcome()).isEqualTo("slowed");
    }

    @Test
    void who_has_slowed_down_is_answered_again_and_nobody_is_shut_out() {
        exhaust(SITI);
        assertThat(hears(text(Channel.TELEGRAM, SITI, "a"))).startsWith(SLOW_DOWN);
        ticker.advance(Duration.ofSeconds(3));
        assertThat(hears(text(Channel.TELEGRAM, SITI, "b"))).isEqualTo("jawaban");
        assertThat(hears(text(Channel.TELEGRAM, SITI, "c"))).as("not told again so soon").isEmpty();
        ticker.advance(Duration.ofMinutes(1));
        exhaust(SITI);
        assertThat(hears(text(Channel.TELEGRAM, SITI, "d"))).startsWith(SLOW_DOWN);
    }

    @Test
    void the_notice_is_in_the_persons_language() {
        exhaust(SITI);
        assertThat(hears(incoming(Channel.WEB, SITI, Language.EN, false, new Content.Press("x", null), Duration.ZERO)))
                .startsWith("Your messages are coming in faster");
    }

    @Test
    void handled_again_after_a_failure_the_notice_is_given_again() {
        exhaust(SITI);
        IncomingMessage message = text(Channel.TELEGRAM, SITI, "a");
        assertThat(hears(message)).startsWith(SLOW_DOWN);
        assertThat(hears(message)).startsWith(SLOW_DOWN);
    }

    @Test
    void a_group_has_a_rate_of_its_own_and_hears_the_notice_only_if_it_asked() {
        for (int i = 0; i < 60; i++) {
            assertThat(hears(group(i % 2 == 0 ? SITI : BUDI, "/cek pesan"))).isEqualTo("jawaban");
        }
        assertThat(hears(group(SITI, "obrolan"))).isEmpty();
        assertThat(hears(text(Channel.TELEGRAM, SITI, "pesan"))).as("alone").isEqualTo("jawaban");
        ticker.advance(Duration.ofMinutes(2));
        for (int i = 0; i < 60; i++) {
            hears(group(SITI, "obrolan"));
        }
        assertThat(hears(group(SITI, "/cek pesan"))).startsWith(SLOW_DOWN);
    }

    @Test
    void what_comes_late_or_is_no_message_counts_nothing() {
        for (int i = 0; i < 30; i++) {
            hears(incoming(Channel.WHATSAPP, SITI, null, false, content("lama"), Duration.ofDays(5)));
            hears(incoming(Channel.TELEGRAM, SITI, null, false, new Content.Reachability(true), Duration.ZERO));
        }
        assertThat(hears(text(Channel.WHATSAPP, SITI, "baru"))).isEqualTo("jawaban");
    }

    @Test
    void who_cannot_be_answered_is_told_so_unless_nobody_expects_an_answer() {
        assertThat(apology(text(Channel.TELEGRAM, SITI, "halo"))).startsWith("Maaf, sedang ada gangguan");
        assertThat(apology(group(SITI, "/cek halo"))).startsWith("Maaf");
        assertThat(apology(group(SITI, "obrolan"))).isEmpty();
        assertThat(apology(incoming(Channel.WHATSAPP, SITI, null, false, content("lama"), Duration.ofDays(5))))
                .isEmpty();
        assertThat(apology(incoming(
                        Channel.TELEGRAM, SITI, null, false, new Content.Reachability(false), Duration.ZERO)))
                .isEmpty();
        assertThat(apology(incoming(Channel.WEB, SITI, Language.EN, false, new Content.Press("x", null),
                Duration.ZERO)))
                .startsWith("Sorry");
    }

    private void exhaust(Pseudonym person) {
        for (int i = 0; i < 20; i++) {
            assertThat(hears(text(Channel.TELEGRAM, person, "pesan"))).isEqualTo("jawaban");
        }
    }

    private String hears(IncomingMessage message) {
        Decision decision = reception.handle(message);
        database.transact(decision.record());
        return words(decision.replies().stream().findFirst());
    }

    private String apology(IncomingMessage message) {
        return words(reception.apologise(message));
    }

    private static String words(Optional<OutgoingMessage> said) {
        return said.map(message -> message.text().plainText()).orElse("");
    }

    private IncomingMessage text(Channel channel, Pseudonym asker, String text) {
        return incoming(channel, asker, null, false, content(text), Duration.ZERO);
    }

    private IncomingMessage group(Pseudonym asker, String text) {
        return incoming(Channel.TELEGRAM, asker, null, true, content(text), Duration.ZERO);
    }

    private static Content content(String text) {
        return new Content.Text(text, Content.Forwarding.NONE, false);
    }

    private IncomingMessage incoming(
            Channel channel, Pseudonym asker, Language client, boolean group, Content content, Duration age) {
        ChatAddress chat = new ChatAddress(channel, group ? "-100" : asker.value());
        return new IncomingMessage(
                "m" + ++ids, chat, asker, client, clock.instant().minus(age), group, content);
    }
}
