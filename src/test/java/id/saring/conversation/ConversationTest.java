package id.saring.conversation;

import static id.saring.core.Channel.TELEGRAM;
import static id.saring.core.Channel.WEB;
import static id.saring.core.Channel.WHATSAPP;
import static id.saring.core.Language.EN;
import static id.saring.core.Language.ID;
import static org.assertj.core.api.Assertions.assertThat;

import id.saring.audit.Feedback;
import id.saring.audit.Lookup;
import id.saring.audit.Lookups;
import id.saring.chat.Content;
import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.claim.Source;
import id.saring.core.Channel;
import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.core.Pseudonyms;
import id.saring.core.Secret;
import id.saring.core.Verdict;
import id.saring.db.Database;
import id.saring.db.DatabaseSettings;
import id.saring.match.MatchOutcome;
import id.saring.match.Query;
import id.saring.match.ScoredClaim;
import id.saring.queue.SettableClock;
import id.saring.reply.LanguageChoice;
import id.saring.reply.Replies;
import id.saring.text.Denials.Denial;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole conversations: what a person does and what they hear, over real claims, texts and records. */
class ConversationTest {
    private static final String GARLIC = "Bawang putih menyembuhkan flu";
    private static final String HOT_WATER = "Air panas membunuh virus";
    private static final String SUN = "Berjemur mencegah flu";

    @TempDir
    private Path dir;

    private final SettableClock clock = new SettableClock();
    private final Map<String, MatchOutcome> outcomes = new HashMap<>();
    private final List<Query> asked = new ArrayList<>();
    private Database database;
    private Claims claims;
    private Lookups lookups;
    private People people;
    private ConversationParts parts;
    private MessageHandler handler;
    private Claim garlic;
    private Claim hotWater;
    private Claim sun;

    @BeforeEach
    void open() {
        database = Database.open(DatabaseSettings.embedded(dir));
        claims = new Claims(database, clock);
        lookups = new Lookups(database);
        people = new People(database, clock);
        parts = new ConversationParts(database, clock, this::match);
        handler = parts.handler();
        garlic = publish(GARLIC, Verdict.FALSE);
        hotWater = publish(HOT_WATER, Verdict.FALSE);
        sun = publish(SUN, Verdict.PARTLY_TRUE);
        outcomes.put("bawang",
                new MatchOutcome.Match(scored(garlic), List.of(scored(hotWater), scored(sun)), Denial.NONE));
        outcomes.put("garlic", new MatchOutcome.Match(scored(garlic), List.of(scored(hotWater)), Denial.NONE));
        outcomes.put("flu", new MatchOutcome.Candidates(List.of(scored(garlic), scored(sun), scored(hotWater))));
        outcomes.put("kesehatan", new MatchOutcome.Keyword(List.of(scored(garlic), scored(sun))));
        outcomes.put("🙂", new MatchOutcome.Unreadable());
    }

    @AfterEach
    void close() {
        parts.close();
        database.close();
    }

    @Test
    void a_forwarded_claim_gets_its_verdict_in_one_message() {
        TestChat chat = chat(TELEGRAM, ID);

        chat.forwards("Bawang putih ternyata bisa menyembuhkan flu, sebarkan!", Duration.ofMinutes(1))
                .hears(ID, "❌ SALAH", "“" + GARLIC + "”", "Tidak ada bukti.", "12 Maret 2020", "Cek Fakta")
                .seesButtons("👍 Membantu", "Bukan ini");

        assertThat(chat.heard().verdict()).isEqualTo(Verdict.FALSE);
        assertThat(chat.heard().previewUrl()).isEqualTo("https://example.org/fakta");
        Lookup lookup = lookups.lastOf(chat.asker()).orElseThrow();
        assertThat(lookup.outcome()).isEqualTo("match");
        assertThat(lookup.answer()).isEqualTo(new Lookup.Answer(garlic.id(), 1, 0.97));
        assertThat(lookup.candidates()).containsExactly(hotWater.id(), sun.id());
        assertThat(lookup.asked().forwarding()).isEqualTo("FREQUENTLY_FORWARDED");
    }

    @Test
    void helpful_is_thanked_for_and_recorded() {
        chat(WHATSAPP, null).says("bawang putih").presses("👍 Membantu").hears(ID, "Terima kasih!").seesButtons();

        assertThat(lookups.feedbackOn(garlic.id())).isEqualTo(new Feedback.Tally(1, 0));
    }

    @Test
    void not_this_offers_the_next_ones_and_then_says_there_are_no_more() {
        chat(TELEGRAM, ID).says("bawang putih dan flu")
                .presses("Bukan ini")
                .hears(ID, "belum pas", "1. " + HOT_WATER, "2. " + SUN)
                .seesButtons("1. " + HOT_WATER, "2. " + SUN, "Tidak ada yang pas")
                .presses("Tidak ada yang pas")
                .hears(ID, "kami belum punya yang pas");

        assertThat(lookups.feedbackOn(garlic.id())).isEqualTo(new Feedback.Tally(0, 1));
    }

    @Test
    void not_this_without_other_candidates_says_so_at_once() {
        outcomes.put("panas", new MatchOutcome.Match(scored(hotWater), List.of(), Denial.NONE));

        chat(TELEGRAM, ID).says("air panas").presses("Bukan ini").hears(ID, "kami belum punya yang pas")
                .seesButtons("Minta diperiksa");
    }

    @Test
    void several_near_claims_become_a_choice_by_button() {
        TestChat chat = chat(TELEGRAM, ID).says("obat flu")
                .hears(ID, "salah satu dari ini?", "1. " + GARLIC, "2. " + SUN, "3. " + HOT_WATER)
                .seesButtons("1. " + GARLIC, "2. " + SUN, "3. " + HOT_WATER, "Tidak ada yang pas");

        chat.presses("2. " + SUN).hears(ID, "🟡 SEBAGIAN BENAR", "“" + SUN + "”");

        assertThat(lookups.lastOf(chat.asker()).orElseThrow().answer())
                .isEqualTo(new Lookup.Answer(sun.id(), 1, 1.0));
        chat.presses("Bukan ini").hears(ID, "1. " + GARLIC, "2. " + HOT_WATER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "2.", "(2)", " no 2", "Nomor 2", "#2"})
    void a_number_chooses_from_the_list_shown_last(String number) {
        chat(WHATSAPP, null).says("obat flu").says(number).hears(ID, "“" + SUN + "”");
    }

    @Test
    void a_number_chooses_from_the_next_candidates_and_the_latest_too() {
        TestChat chat = chat(WHATSAPP, null);

        chat.says("bawang putih").presses("Bukan ini").says("1").hears(ID, "“" + HOT_WATER + "”");
        chat.says("/terbaru").says("3");

        assertThat(chat.heard().verdict()).isNotNull();
    }

    @Test
    void a_number_without_a_list_or_beyond_it_is_looked_up_as_any_text() {
        TestChat chat = chat(WHATSAPP, null);

        chat.says("2").hears(ID, "belum ada di daftar kami");
        chat.says("obat flu").says("7").hears(ID, "belum ada di daftar kami");
        chat.says("bawang putih").says("1").hears(ID, "belum ada di daftar kami");
    }

    @Test
    void a_number_a_day_after_the_list_chooses_nothing() {
        TestChat chat = chat(WHATSAPP, null).says("obat flu");
        clock.advance(Duration.ofHours(25));

        chat.says("2").hears(ID, "belum ada di daftar kami");
    }

    @Test
    void a_keyword_brings_a_short_list_with_verdicts() {
        chat(WEB, ID).says("kesehatan")
                .hears(ID, "1. ❌ SALAH: " + GARLIC, "2. 🟡 SEBAGIAN BENAR: " + SUN)
                .seesButtons("1. " + GARLIC, "2. " + SUN, "Minta diperiksa")
                .presses("1. " + GARLIC)
                .hears(ID, "❌ SALAH");
    }

    @Test
    void what_no_list_on_a_keyword_holds_can_be_sent_for_checking_too() {
        for (Channel channel : Channel.values()) {
            chat(channel, EN).says("kesehatan")
                    .hears(EN, "1. ❌ FALSE: " + GARLIC, "without the name or number of who sent it")
                    .presses("Have it checked")
                    .hears(EN, "We have it, thank you!");
        }
    }

    @Test
    void nothing_found_is_said_plainly() {
        TestChat chat = chat(TELEGRAM, ID);

        chat.says("Ada gempa besar besok pagi")
                .hears(ID, "belum ada di daftar kami", "kata lain", "Isi pesannya kami simpan")
                .seesButtons("Minta diperiksa");

        assertThat(lookups.lastOf(chat.asker()).orElseThrow().outcome()).isEqualTo("not_found");
    }

    @Test
    void what_cannot_be_read_is_met_politely() {
        chat(TELEGRAM, ID).says("🙂").hears(ID, "Maaf", "tidak menemukan tulisan");
        chat(TELEGRAM, EN).sends(new Content.Unsupported("voice"), Duration.ZERO)
                .hears(EN, "Sorry, we can only read text");
        chat(WEB, ID).says("panjang ".repeat(2000)).hears(ID, "panjang sekali");
    }

    @Test
    void an_edited_message_is_checked_again() {
        chat(TELEGRAM, ID).says("Bawa putih").hears(ID, "belum ada di daftar kami").edits("Bawang putih")
                .hears(ID, "❌ SALAH");
    }

    @ParameterizedTest
    @CsvSource({
        "/start, Halo!",
        "/START@SaringBot, Halo!",
        "/start invite, Halo!",
        "halo 👋, Halo!",
        "Assalamualaikum, Halo!",
        "/bantuan, Cara memakai",
        "/help, Cara memakai",
        "/menu@saring_bot, Cara memakai",
        "Bantuan!, Cara memakai",
        "menu, Cara memakai",
        "/tentang, Tentang Saring",
        "/about, Tentang Saring",
        "/bahasa, Mau dijawab dalam bahasa apa?",
        "/terbaru, Pemeriksaan terbaru",
        "/latest, Pemeriksaan terbaru",
        "/cek, Apa yang mau diperiksa?",
        "/cek bawang putih, ❌ SALAH",
        "/check@SaringBot bawang putih, ❌ SALAH",
        "/entah, belum kenal perintah itu",
        "terima kasih 🙏, Senang bisa membantu",
    })
    void commands_are_understood(String text, String answer) {
        chat(TELEGRAM, null).says(text).hears(ID, answer);
    }

    @Test
    void a_command_may_go_on_over_several_lines() {
        chat(TELEGRAM, null).says("/cek\nkabar soal\nbawang putih").hears(ID, "❌ SALAH");

        assertThat(asked).extracting(Query::text).containsExactly("kabar soal\nbawang putih");
    }

    @Test
    void a_path_or_a_word_in_a_sentence_is_no_command() {
        chat(TELEGRAM, null).says("/r/indonesia bilang bawang putih obat").hears(ID, "❌ SALAH");
        chat(TELEGRAM, null).says("bantuan sosial dari bawang putih").hears(ID, "❌ SALAH");
    }

    @Test
    void a_link_to_a_claim_tells_it() {
        TestChat chat = chat(TELEGRAM, ID).says("/start c" + sun.id()).hears(ID, "“" + SUN + "”");

        assertThat(lookups.lastOf(chat.asker()).orElseThrow().outcome()).isEqualTo("linked");
        chat.says("/start c999").hears(ID, "ditinjau ulang");
    }

    @Test
    void the_language_once_chosen_holds_for_everything() {
        TestChat chat = chat(WHATSAPP, null).says("/bahasa").seesButtons("Bahasa Indonesia", "English");

        chat.presses("English").hears(EN, "in English from now on");
        chat.says("Bawang putih bisa menyembuhkan flu untuk semua orang").hears(EN, "❌ FALSE")
                .seesButtons("👍 Helpful", "Not this one");
        chat.says("/bahasa id").hears(ID, "bahasa Indonesia").says("garlic is the best").hears(ID, "❌ SALAH");

        assertThat(people.languageOf(chat.asker())).contains(ID);
    }

    @Test
    void an_english_message_is_answered_in_english_and_so_are_its_buttons() {
        TestChat chat = chat(WHATSAPP, null).says("Is it true that garlic cures the flu?").hears(EN, "❌ FALSE");

        chat.presses("Not this one").hears(EN, "Sorry, that was not it").says("1").hears(EN, "“" + HOT_WATER + "”");
        assertThat(asked.getFirst().language()).isEqualTo(EN);
    }

    @Test
    void a_keyword_is_answered_in_the_language_of_the_app() {
        chat(TELEGRAM, EN).says("kesehatan").hears(EN, "1. ❌ FALSE: " + GARLIC);
    }

    @Test
    void a_group_hears_only_sure_answers() {
        TestChat group = group();

        group.says("obat flu apa ya").hearsNothing();
        assertThat(lookups.lastOf(group.asker()).orElseThrow().outcome()).isEqualTo("candidates");
        group.says("besok kumpul jam 7").hearsNothing();
        group.says("kesehatan").hearsNothing();
        group.says("menu").hearsNothing();
        group.says("2").hearsNothing();
        group.says("/entah").hearsNothing();
        group.says("x".repeat(20_000)).hearsNothing();
        group.sends(new Content.Unsupported("photo"), Duration.ZERO).hearsNothing();
        group.says("Bawang putih menyembuhkan flu!").hears(ID, "❌ SALAH");
    }

    @Test
    void a_group_hears_whatever_it_asks_for() {
        group().says("/cek obat flu").hears(ID, "salah satu dari ini?").presses("1. " + GARLIC).hears(ID, "❌ SALAH");
        group().says("/cek besok kiamat").hears(ID, "belum ada di daftar kami");
        group().says("/bantuan@SaringBot").hears(ID, "Cara memakai");
    }

    @Test
    void a_message_a_day_old_is_recorded_but_not_answered() {
        TestChat chat = chat(WHATSAPP, null);

        chat.forwards("Bawang putih", Duration.ofHours(23)).hears(ID, "❌ SALAH");
        chat.forwards("Bawang putih", Duration.ofHours(24)).hearsNothing();

        assertThat(lookups.lastOf(chat.asker()).orElseThrow().outcome()).isEqualTo("expired");
        assertThat(lookups.countSince(clock.instant())).isEqualTo(2);
    }

    @Test
    void a_press_that_reaches_us_a_day_late_is_not_answered() {
        TestChat chat = chat(WHATSAPP, null).says("bawang putih");
        Content press = new Content.Press(chat.button("👍 Membantu").data(), null);
        chat.sends(press, Duration.ofHours(24)).hearsNothing();
        chat.sends(press, Duration.ofHours(23)).hears(ID, "Terima kasih!");
    }

    @Test
    void messages_that_nothing_is_looked_up_for_are_recorded_and_leave_a_list_in_mind() {
        TestChat chat = chat(TELEGRAM, ID).says("obat flu");
        chat.says("/bantuan").says("/entah").says("a".repeat(30_000)).sends(new Content.Unsupported("VOICE"),
                Duration.ZERO);
        assertThat(database.read().sql("SELECT outcome FROM lookup ORDER BY id").query(String.class).list())
                .containsExactly("candidates", "command", "unknown_command", "too_long", "unsupported");

        chat.says("1").hears(ID, "❌ SALAH");
    }

    @Test
    void a_button_of_long_ago_tells_the_verdict_of_today() {
        TestChat chat = chat(TELEGRAM, ID).says("obat flu");
        String button = chat.button("1. " + GARLIC).data();
        claims.edit(garlic.id(), 1, content(GARLIC, Verdict.MISLEADING));
        clock.advance(Duration.ofDays(400));

        chat.pressesData(button).hears(ID, "⚠️ MENYESATKAN");

        assertThat(lookups.lastOf(chat.asker()).orElseThrow().answer())
                .isEqualTo(new Lookup.Answer(garlic.id(), 2, 1.0));
    }

    @Test
    void a_withdrawn_claim_is_not_told_by_an_old_button() {
        TestChat chat = chat(TELEGRAM, ID).says("obat flu");
        claims.move(garlic.id(), 1, ClaimState.WITHDRAWN);

        chat.presses("1. " + GARLIC).hears(ID, "sedang ditinjau ulang").seesButtons();
        assertThat(lookups.lastOf(chat.asker()).orElseThrow().answer()).isNull();
    }

    @Test
    void a_claim_withdrawn_after_the_matcher_learned_of_it_is_not_told() {
        claims.move(garlic.id(), 1, ClaimState.WITHDRAWN);

        TestChat chat = chat(TELEGRAM, ID).says("bawang putih")
                .hears(ID, "salah satu dari ini?", "1. " + HOT_WATER, "2. " + SUN);
        assertThat(lookups.lastOf(chat.asker()).orElseThrow().outcome()).isEqualTo("candidates");

        claims.move(hotWater.id(), 1, ClaimState.WITHDRAWN);
        claims.move(sun.id(), 1, ClaimState.WITHDRAWN);
        chat.says("bawang putih").hears(ID, "belum ada di daftar kami");
        assertThat(lookups.lastOf(chat.asker()).orElseThrow().outcome()).isEqualTo("not_found");
    }

    @Test
    void a_button_nobody_can_read_is_met_kindly() {
        chat(TELEGRAM, ID).pressesData("9zzz").hears(ID, "tombol itu sudah tidak bisa dipakai");
    }

    @Test
    void being_blocked_is_taken_in_silence() {
        chat(TELEGRAM, ID).sends(new Content.Reachability(false), Duration.ZERO).hearsNothing();
    }

    @Test
    void without_any_claim_the_latest_are_owned_up_to() {
        for (Claim claim : List.of(garlic, hotWater, sun)) {
            claims.move(claim.id(), 1, ClaimState.WITHDRAWN);
        }

        chat(WEB, ID).says("/terbaru").hears(ID, "Belum ada yang bisa ditampilkan").seesButtons();
    }

    @Test
    void a_turkish_machine_understands_the_same() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("tr", "TR"));
            chat(TELEGRAM, null).says("/BAHASA INDONESIA").hears(ID, "bahasa Indonesia");
            chat(WEB, null).says("HI").hears(ID, "Halo!");
        } finally {
            Locale.setDefault(before);
        }
    }

    private MatchOutcome match(Query query) {
        asked.add(query);
        String text = query.text().toLowerCase(Locale.ROOT);
        return List.of("bawang", "garlic", "panas", "flu", "kesehatan", "🙂").stream()
                .filter(text::contains)
                .filter(outcomes::containsKey)
                .findFirst()
                .map(outcomes::get)
                .orElseGet(MatchOutcome.NotFound::new);
    }

    private TestChat chat(Channel channel, @Nullable Language client) {
        return new TestChat(handler, database, clock, channel, client, false);
    }

    private TestChat group() {
        return new TestChat(handler, database, clock, TELEGRAM, ID, true);
    }

    private Claim publish(String text, Verdict verdict) {
        claims.saveAll(List.of(new Claims.Row(text, content(text, verdict), ClaimState.PUBLISHED)));
        return claims.findByKey(text).orElseThrow();
    }

    private static ScoredClaim scored(Claim claim) {
        return new ScoredClaim(claim, 0.97);
    }

    private static ClaimContent content(String text, Verdict verdict) {
        return new ClaimContent(ID, text, null, verdict, null, null, "Tidak ada bukti.",
                List.of(new Source("Cek Fakta", "https://example.org/fakta", null)),
                List.of(), List.of(), null, LocalDate.of(2020, 3, 12), null);
    }
}
