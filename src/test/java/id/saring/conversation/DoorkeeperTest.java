package id.saring.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.chat.Block;
import id.saring.chat.Blocks;
import id.saring.chat.Content;
import id.saring.chat.IncomingHandler;
import id.saring.chat.IncomingMessage;
import id.saring.chat.ChatAddress;
import id.saring.chat.Maintenance;
import id.saring.chat.OutgoingMessage;
import id.saring.core.Channel;
import id.saring.core.Language;
import id.saring.core.Pseudonym;
import id.saring.db.Database;
import id.saring.db.DatabaseSettings;
import id.saring.match.MatchOutcome;
import id.saring.queue.SettableClock;
import id.saring.rate.Rate;
import id.saring.rate.SettableTicker;
import id.saring.reply.LanguageChoice;
import id.saring.reply.Replies;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How somebody who is blocked is met, and how everybody is while messages wait. */
class DoorkeeperTest {
    /** Far from the clock of any machine that builds. */
    private static final ZoneId ZONE = ZoneId.of("Pacific/Kiritimati");

    private static final String QUESTION = "Apakah benar minum air garam menyembuhkan flu?";

    @TempDir
    private Path dir;

    private final SettableClock clock = new SettableClock();
    private Database database;
    private ConversationParts parts;
    private Blocks blocks;
    private IncomingHandler door;

    @BeforeEach
    void open() {
        database = Database.open(DatabaseSettings.embedded(dir));
        parts = new ConversationParts(database, clock, query -> new MatchOutcome.NotFound());
        blocks = parts.office.blocks();
        Reception.Voice voice = new Reception.Voice(
                Replies.load(Path.of("responses"), clock),
                new SpokenLanguages(parts.people,
                new LanguageChoice(ConversationConfiguration::languageOf, Language.ID)),
                parts.records(),
                new ConversationSettings(Duration.ofHours(24), 10_000),
                ZONE,
                clock);
        Rate rate = Rate.of("20 per 1m burst 20");
        Reception reception = new Reception(parts.handler(), voice, new AskingRates(rate, rate), new SettableTicker());
        door = new Doorkeeper(reception, voice, blocks, parts.addresses);
    }

    @AfterEach
    void close() {
        parts.close();
        database.close();
    }

    @Test
    void who_is_blocked_is_told_once_with_the_last_day_and_then_met_with_silence_but_recorded() {
        TestChat siti = chat(Language.ID, false);
        LocalDate last = LocalDate.ofInstant(clock.instant(), ZONE).plusDays(2);
        block(siti.asker(), last);
        siti.says(QUESTION)
                .hears(Language.ID, "tidak kami jawab sampai " + last.getDayOfMonth() + " ", "" + last.getYear());
        siti.says(QUESTION).hearsNothing();
        siti.says("/bantuan").hearsNothing();
        assertThat(parts.lookups.countSince(clock.instant())).isEqualTo(3);
        assertThat(parts.lookups.lastOf(siti.asker()).orElseThrow().outcome()).isEqualTo("blocked");
        clock.advance(Duration.ofDays(4));
        siti.says("/bantuan").hears(Language.ID, "Saring");
    }

    @Test
    void the_words_are_in_the_persons_language_and_name_no_day_if_there_is_none() {
        TestChat siti = chat(Language.EN, false);
        block(siti.asker(), null);
        siti.pressesData("x").hears(Language.EN, "we do not answer messages from this chat. We say so");
        blocks.lift(siti.asker());
        siti.says("/help").hears(Language.EN, "Saring");
    }

    @Test
    void a_group_is_not_told_of_a_member_but_of_itself() {
        TestChat group = chat(Language.ID, true);
        block(group.asker(), null);
        group.says("/cek " + QUESTION).hearsNothing();
        assertThat(blocks.find(group.asker()).orElseThrow().told()).isFalse();
        blocks.lift(group.asker());
        block(parts.addresses.keyOf(new ChatAddress(Channel.TELEGRAM, "1")), null);
        group.says("obrolan biasa").hearsNothing();
        group.says("/cek " + QUESTION).hears(Language.ID, "tidak kami jawab");
        group.says("/cek " + QUESTION).hearsNothing();
    }

    @Test
    void who_is_blocked_can_have_themselves_erased_and_stays_blocked_with_nothing_left_but_the_code() {
        TestChat siti = chat(Language.ID, false);
        blocks.put(new Block(siti.asker(), Block.Cause.ABUSE, "a note about her", clock.instant(), null,
                "admin", false));
        blocks.told(siti.asker());
        siti.says("/berhenti").hears(Language.ID, "kabar");
        siti.says("/hapus").hears(Language.ID, "Hapus semua data").presses("Ya, hapus data saya")
                .hears(Language.ID, "Sudah kami hapus");
        Block block = blocks.find(siti.asker()).orElseThrow();
        assertThat(block.note()).isEmpty();
        assertThat(parts.lookups.lastOf(siti.asker())).isEmpty();
        siti.says(QUESTION).hearsNothing();
    }

    @Test
    void while_messages_wait_people_hear_the_admins_words_or_ours_and_who_is_blocked_nothing() {
        IncomingMessage message = message(Language.ID, false, QUESTION);
        assertThat(words(message, "")).startsWith("🔧 Layanan sedang kami rawat sebentar.").contains("kami simpan");
        assertThat(words(message, "Pindah rumah *dulu*.")).startsWith("🔧 Pindah rumah *dulu*.");
        assertThat(words(message(Language.EN, false, "/help"), "Pindah rumah"))
                .startsWith("🔧 We are doing some maintenance.");
        assertThat(words(message(Language.ID, true, "obrolan biasa"), "")).as("in a group nobody asked").isNull();
        block(message.asker(), null);
        assertThat(words(message, "")).isNull();
    }

    private @Nullable String words(IncomingMessage message, String indonesian) {
        Maintenance.Notice notice = new Maintenance.Notice(
                Maintenance.Mode.PAUSE, indonesian, "", clock.instant(), clock.instant().plusSeconds(3600));
        return door.whilePaused(message, notice).map(OutgoingMessage::text).map(text -> text.plainText()).orElse(null);
    }

    private IncomingMessage message(Language client, boolean group, String text) {
        return new IncomingMessage(
                "m", new ChatAddress(Channel.TELEGRAM, "7"), new Pseudonym("%032x".formatted(9)), client,
                clock.instant(), group,
                new Content.Text(text, Content.Forwarding.NONE, false));
    }

    private TestChat chat(Language client, boolean group) {
        return new TestChat(door, database, clock, Channel.TELEGRAM, client, group);
    }

    /** @param last the last day; null for ever */
    private void block(Pseudonym person, @Nullable LocalDate last) {
        blocks.put(new Block(
                person, Block.Cause.SPAM, "", clock.instant(),
                last == null ? null : last.plusDays(1).atStartOfDay(ZONE)
                .toInstant(), "admin", false));
    }
}
