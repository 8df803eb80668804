package id.saring.conversation;

import static id.saring.core.Channel.TELEGRAM;
import static id.saring.core.Channel.WEB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.saring.OneTry;
import id.saring.chat.Content;
import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.core.Channel;
import id.saring.core.Language;
import id.saring.core.Verdict;
import id.saring.db.Database;
import id.saring.db.TestStore;
import id.saring.match.MatchOutcome;
import id.saring.match.Query;
import id.saring.match.ScoredClaim;
import id.saring.queue.SettableClock;
import id.saring.submission.CaseFilter;
import id.saring.submission.CaseId;
import id.saring.submission.CaseState;
import id.saring.submission.Telling;
import id.saring.text.Denials.Denial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is told what of our own accord, on every database. */
@OneTry
abstract class NoticesContract {
    private static final String QUAKE = "Besok pagi ada gempa besar di Bandung kata BMKG";
    private static final String SUBMIT = "Minta diperiksa";

    @RegisterExtension
    final TestStore store;

    private final SettableClock clock = new SettableClock();
    private final HeardGateway telegram = new HeardGateway(TELEGRAM);
    private final HeardGateway web = new HeardGateway(WEB);
    private final HeardGateway whatsapp = new HeardGateway(Channel.WHATSAPP);
    private Database database;
    private ConversationParts parts;
    private Notifier notifier;
    private Claim garlic;

    NoticesContract(TestStore store) {
        this.store = store;
    }

    @BeforeEach
    void open() {
        database = store.open();
        parts = new ConversationParts(database, clock, this::match, List.of(telegram, web, whatsapp));
        parts.office.start(null);
        notifier = parts.notifier();
        garlic = save("Bawang putih menyembuhkan flu", Verdict.FALSE, ClaimState.PUBLISHED);
    }

    @AfterEach
    void close() {
        parts.close();
    }

    @Test
    void a_message_without_an_answer_is_sent_for_checking_by_one_tap() {
        Person ani = new Person(parts, TELEGRAM, "628111").says(QUAKE);
        assertThat(ani.heard()).contains("Isi pesannya kami simpan", "kami kabari di sini");
        String button = ani.data(SUBMIT);

        assertThat(ani.presses(SUBMIT).heard()).contains("Sudah kami terima", "/berhenti", "/hapus");
        assertThat(ani.pressesData(button).heard()).contains("sudah kami terima, masih di antrean");
        assertThat(new Person(parts, TELEGRAM, "628222").pressesData(button).heard()).contains("sudah kami terima");

        assertThat(parts.cases.list(CaseFilter.open(), 0, 10).items()).singleElement().satisfies(one -> {
            assertThat(one.text()).isEqualTo(QUAKE);
            assertThat(one.demand().messages()).isEqualTo(1);
            assertThat(one.demand().forwarded()).isEqualTo(1);
        });
    }

    @Test
    void nobody_sends_the_message_of_somebody_else() {
        String button = new Person(parts, TELEGRAM, "628111").says(QUAKE).data(SUBMIT);

        assertThat(new Person(parts, TELEGRAM, "628222").pressesData(button).heard()).contains("tidak kami simpan");
        assertThat(parts.cases.countOpen()).isZero();
    }

    @Test
    void what_can_be_answered_by_now_is_answered_instead() {
        Person ani = new Person(parts, TELEGRAM, "628111").says("Jahe mengusir cacing");
        save("Jahe mengusir cacing", Verdict.FALSE, ClaimState.PUBLISHED);

        assertThat(ani.presses(SUBMIT).heard()).contains("SALAH", "Jahe mengusir cacing");
        assertThat(parts.cases.countOpen()).isZero();
    }

    @Test
    void publishing_the_claim_tells_everyone_who_waits_once_in_their_language_on_their_channel() {
        Person ani = new Person(parts, TELEGRAM, "628111").says(QUAKE).presses(SUBMIT);
        Person budi = new Person(parts, WEB, "budi").says("/language en").says(QUAKE + "!").presses("Have it checked");
        ani.says(QUAKE.toLowerCase(Locale.ROOT)).presses(SUBMIT);
        CaseId id = parts.cases.list(CaseFilter.open(), 0, 10).items().getFirst().id();
        Claim draft = save(QUAKE, Verdict.FALSE, ClaimState.DRAFT);
        parts.cases.answers().link(List.of(id), draft.id());
        tellAll();
        assertThat(telegram.sent).isEmpty();
        assertThat(parts.cases.waiting(id)).isEqualTo(2);

        parts.claims.move(draft.id(), draft.version(), ClaimState.PUBLISHED);
        tellAll();
        tellAll();

        heardBy(telegram, ani, "sudah selesai diperiksa");
        heardBy(web, budi, "has been checked");
        assertThat(parts.cases.find(id).orElseThrow().state()).isEqualTo(CaseState.ANSWERED);
        assertThat(parts.cases.waiting(id)).isZero();
    }

    @Test
    void who_was_shown_the_old_verdict_is_told_what_changed_once() {
        Person ani = new Person(parts, TELEGRAM, "628111").says("bawang");
        Person budi = new Person(parts, Channel.WHATSAPP, "628222").says("bawang");
        Person citra = new Person(parts, TELEGRAM, "628333").says("bawang").says("/berhenti");
        Person dodi = new Person(parts, TELEGRAM, "628444").says(QUAKE);
        assertThat(corrections().toldOfVerdict(garlic.id(), Verdict.TRUE)).isEqualTo(2);
        assertThat(corrections().toldOfVerdict(garlic.id(), Verdict.FALSE)).isZero();
        assertThat(corrections().toldOfWording(garlic.id())).isEqualTo(2);

        change(Verdict.TRUE);
        tellAll();
        tellAll();

        heardBy(telegram, ani, "Sebelumnya: ❌ SALAH\nSekarang: ✅ BENAR");
        await().untilAsserted(() -> assertThat(whatsapp.to(budi.chat())).hasSize(1));
        assertThat(telegram.to(citra.chat())).isEmpty();
        assertThat(telegram.to(dodi.chat())).isEmpty();
        Claim now = parts.claims.find(garlic.id()).orElseThrow();
        assertThat(corrections().progress(now)).isEqualTo(new Corrections.Progress(2, 2, 0, 0));

        change(Verdict.FALSE);
        tellAll();
        await().untilAsserted(() -> assertThat(telegram.to(ani.chat())).hasSize(2));
    }

    @Test
    void who_cannot_be_written_to_is_not_told_until_they_write_again_and_then_what_holds() {
        whatsapp.outsideWindow = false;
        Person ani = new Person(parts, Channel.WHATSAPP, "628111").says("bawang");
        Person budi = new Person(parts, Channel.WHATSAPP, "628222").says(QUAKE).presses(SUBMIT);
        CaseId id = parts.cases.list(CaseFilter.open(), 0, 10).items().getFirst().id();
        Claim quake = save(QUAKE, Verdict.FALSE, ClaimState.PUBLISHED);
        parts.cases.answers().link(List.of(id), quake.id());
        change(Verdict.TRUE);
        tellAll();
        tellAll();
        assertThat(whatsapp.sent).isEmpty();
        assertThat(progress(garlic)).isEqualTo(new Corrections.Progress(2, 0, 0, 1));
        assertThat(parts.cases.sendings(id, 10)).singleElement().satisfies(one -> {
            assertThat(one.told()).isFalse();
            assertThat(one.held()).isTrue();
        });

        change(Verdict.MISLEADING);
        tellAll();
        assertThat(progress(garlic)).isEqualTo(new Corrections.Progress(3, 0, 0, 1));
        windowOf(ani);
        windowOf(budi);
        ani.says("halo");
        budi.says("halo");
        tellAll();
        tellAll();
        await().untilAsserted(() -> {
            assertThat(whatsapp.to(ani.chat())).singleElement().asString().contains("Sebelumnya: ❌ SALAH");
            assertThat(whatsapp.to(budi.chat())).singleElement().asString().contains("sudah selesai diperiksa");
        });
        assertThat(progress(garlic)).isEqualTo(new Corrections.Progress(3, 1, 0, 0));
        assertThat(parts.cases.sendings(id, 10)).singleElement().satisfies(one -> assertThat(one.told()).isTrue());
    }

    @Test
    void what_is_held_is_told_once_a_template_has_been_set() {
        whatsapp.outsideWindow = false;
        Person ani = new Person(parts, Channel.WHATSAPP, "628111").says("bawang");
        Person budi = new Person(parts, Channel.WHATSAPP, "628222").says("bawang");
        change(Verdict.TRUE);
        tellAll();
        budi.says("/berhenti");
        notifier.lookAgain();
        tellAll();
        assertThat(whatsapp.sent).isEmpty();
        long held = progress(garlic).held();

        whatsapp.outsideWindow = true;
        notifier.lookAgain();
        tellAll();
        notifier.lookAgain();
        tellAll();
        heardBy(whatsapp, ani, "Sebelumnya: ❌ SALAH\nSekarang: ✅ BENAR");
        assertThat(whatsapp.to(budi.chat())).isEmpty();
        assertThat(progress(garlic).held()).isEqualTo(held - 1);
    }

    @Test
    void what_holds_again_when_they_write_is_not_told() {
        whatsapp.outsideWindow = false;
        Person ani = new Person(parts, Channel.WHATSAPP, "628111").says("bawang");
        change(Verdict.TRUE);
        tellAll();
        change(Verdict.FALSE);
        tellAll();
        windowOf(ani);
        ani.says("halo");
        tellAll();
        assertThat(progress(garlic).held()).isZero();
        assertThat(whatsapp.sent).isEmpty();
    }

    @Test
    void what_did_not_reach_them_after_all_is_told_when_they_write_again() {
        Person ani = new Person(parts, Channel.WHATSAPP, "628111").says("bawang");
        whatsapp.unreachable = true;
        change(Verdict.TRUE);
        tellAll();
        await().untilAsserted(() ->
                assertThat(progress(garlic)).isEqualTo(new Corrections.Progress(2, 0, 0, 1)));
        whatsapp.unreachable = false;
        tellAll();
        assertThat(whatsapp.sent).isEmpty();

        windowOf(ani);
        ani.says("halo");
        tellAll();
        await().untilAsserted(() -> assertThat(whatsapp.to(ani.chat()))
                .singleElement()
                .asString()
                .contains("Sebelumnya: ❌ SALAH\nSekarang: ✅ BENAR"));
    }

    @Test
    void several_changes_that_did_not_reach_them_are_owed_as_one_and_hold_up_nobody() {
        Person ani = new Person(parts, Channel.WHATSAPP, "628111").says("bawang");
        Person budi = new Person(parts, TELEGRAM, "628222").says("bawang");
        change(Verdict.TRUE);
        tellAll();
        change(Verdict.MISLEADING);
        tellAll();
        await().untilAsserted(() -> assertThat(whatsapp.to(ani.chat())).hasSize(2));
        whatsapp.sent.clear();
        parts.notices.undelivered(garlic.id(), 2, parts.addresses.keyOf(ani.chat()));
        parts.notices.undelivered(garlic.id(), 3, parts.addresses.keyOf(ani.chat()));
        assertThat(progress(garlic).held()).isEqualTo(1);

        whatsapp.outsideWindow = false;
        change(Verdict.TRUE);
        tellAll();
        await().untilAsserted(() -> assertThat(telegram.to(budi.chat())).hasSize(3));
        windowOf(ani);
        ani.says("halo");
        tellAll();
        await().untilAsserted(() -> assertThat(whatsapp.to(ani.chat()))
                .singleElement()
                .asString()
                .contains("Sebelumnya: ❌ SALAH\nSekarang: ✅ BENAR"));
        assertThat(progress(garlic)).isEqualTo(new Corrections.Progress(4, 2, 0, 0));
    }

    @Test
    void a_chat_whose_address_cannot_be_read_does_not_stand_before_the_others() {
        Person ani = new Person(parts, TELEGRAM, "628111").says("bawang");
        Person budi = new Person(parts, TELEGRAM, "628222").says("bawang");
        spoilAddressOf(ani);
        change(Verdict.TRUE);
        tellAll();

        heardBy(telegram, budi, "Sekarang: ✅ BENAR");
    }

    @Test
    void an_answer_to_a_chat_whose_address_cannot_be_read_waits_for_it_and_keeps_nobody_waiting() {
        Person ani = new Person(parts, TELEGRAM, "628111").says(QUAKE).presses(SUBMIT);
        Person budi = new Person(parts, TELEGRAM, "628222").says(QUAKE).presses(SUBMIT);
        CaseId id = parts.cases.list(CaseFilter.open(), 0, 10).items().getFirst().id();
        Claim quake = save(QUAKE, Verdict.FALSE, ClaimState.PUBLISHED);
        parts.cases.answers().link(List.of(id), quake.id());
        spoilAddressOf(ani);
        tellAll();
        heardBy(telegram, budi, "sudah selesai diperiksa");

        ani.says("halo");
        tellAll();
        assertThat(telegram.to(ani.chat())).as("its address is as bad as before").isEmpty();
        // In another talk; within one its address is not written down again.
        clock.advance(Duration.ofMinutes(11));
        ani.says("bawang");
        tellAll();
        heardBy(telegram, ani, "sudah selesai diperiksa");
    }

    private void spoilAddressOf(Person person) {
        database.write()
                .sql("UPDATE contact SET address = ? WHERE chat = ?")
                .param(new byte[] {1, 2, 3})
                .param(parts.addresses.keyOf(person.chat()).value())
                .update();
    }

    private Corrections.Progress progress(Claim claim) {
        return corrections().progress(parts.claims.find(claim.id()).orElseThrow());
    }

    /** The platform has just delivered a message of theirs. */
    private void windowOf(Person person) {
        parts.office.heard(person.message(new Content.Unsupported("voice"), Language.ID));
    }

    @Test
    void a_mere_change_of_words_is_told_only_if_ordered() {
        Person ani = new Person(parts, TELEGRAM, "628111").says("bawang");
        Claim edited = parts.claims.edit(garlic.id(), 1, content(garlic.text(), Verdict.FALSE, "Penjelasan baru."));
        tellAll();
        assertThat(telegram.sent).isEmpty();

        corrections().tellAll(garlic.id(), edited.version());
        tellAll();
        tellAll();

        heardBy(telegram, ani, "hasilnya tetap");
        clock.advance(Duration.ofMinutes(5));
        tellAll();
        assertThat(parts.owed.orders()).isEmpty();
    }

    @Test
    void a_withdrawal_is_told_if_ordered_and_what_comes_after_it_too() {
        Person ani = new Person(parts, TELEGRAM, "628111").says("bawang");
        parts.claims.move(garlic.id(), 1, ClaimState.WITHDRAWN);
        corrections().tellAll(garlic.id(), 2);
        tellAll();
        heardBy(telegram, ani, "kami tarik dulu");

        parts.claims.move(garlic.id(), 2, ClaimState.PUBLISHED);
        tellAll();
        await().untilAsserted(() -> assertThat(telegram.to(ani.chat())).hasSize(2));
    }

    @Test
    void an_answer_recorded_after_the_change_it_missed_is_corrected_as_well() {
        Person ani = new Person(parts, TELEGRAM, "628111").says("jahe");
        parts.contacts.keep(ani.message(new Content.Unsupported("voice"), Language.ID), Language.ID, clock.instant());
        change(Verdict.TRUE);
        tellAll();
        clock.advance(Duration.ofSeconds(30));
        tellAll();
        Telling late = new Telling(
                garlic.id(), parts.addresses.keyOf(ani.chat()), 1, Verdict.FALSE, Language.ID);
        database.transact(() -> parts.tellings.add(late, clock.instant()));
        tellAll();

        heardBy(telegram, ani, "Sebelumnya: ❌ SALAH");
    }

    @Test
    void once_everyone_is_told_nothing_is_looked_for_any_more() {
        new Person(parts, TELEGRAM, "628111").says("bawang");
        change(Verdict.TRUE);
        tellAll();
        clock.advance(Duration.ofMinutes(3));
        tellAll();

        assertThat(parts.owed.mark()).isEqualTo(parts.claims.storeVersion());
    }

    @Test
    void a_correction_to_very_many_leaves_room_for_answers() {
        List<Person> people = new ArrayList<>();
        try (ConversationParts unsent = new ConversationParts(store.open(), clock, this::match, List.of())) {
            for (int i = 0; i < 400; i++) {
                Person person = new Person(parts, WEB, "p" + i);
                people.add(person);
                parts.contacts.keep(person.message(new Content.Unsupported("voice"), Language.ID), Language.ID,
                        clock.instant());
                parts.tellings.add(
                        new Telling(garlic.id(), parts.addresses.keyOf(person.chat()), 1, Verdict.FALSE, Language.ID),
                        clock.instant());
            }
            parts.close(); // Nothing is sent now.
            change(Verdict.TRUE);
            Notifier stalled = unsent.notifier();
            while (stalled.step()) {
                // There is more.
            }
            assertThat(waiting()).isBetween(100L, 149L);
        }
        try (ConversationParts sending = new ConversationParts(store.open(), clock, this::match, List.of(web))) {
            sending.office.start(null);
            Notifier goingOn = sending.notifier();
            await().untilAsserted(() -> {
                goingOn.step();
                assertThat(people).allSatisfy(p -> assertThat(web.to(p.chat())).hasSize(1));
            });
        }
    }

    private long waiting() {
        return database.read()
                .sql("SELECT count(*) FROM work WHERE queue = 'outbox-web' AND done_at IS NULL")
                .query(Long.class)
                .single();
    }

    @Test
    void two_replicas_tell_at_once_and_nobody_is_told_twice() throws Exception {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            people.add(new Person(parts, TELEGRAM, "62800" + i).says("bawang"));
        }
        change(Verdict.TRUE);
        try (ConversationParts other = new ConversationParts(store.open(), clock, this::match, List.of());
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> done = new ArrayList<>();
            for (Notifier one : List.of(notifier, other.notifier())) {
                done.add(threads.submit(() -> {
                    while (one.step() || !parts.tellings.stale(parts.owed.mark(), 1).isEmpty()) {
                        // There is more.
                    }
                }));
            }
            for (Future<?> one : done) {
                one.get();
            }
        }
        await().untilAsserted(() -> assertThat(people).allSatisfy(p -> assertThat(telegram.to(p.chat())).hasSize(1)));
    }

    @Test
    void who_stopped_notices_hears_of_nothing_until_starting_again() {
        Person ani = new Person(parts, TELEGRAM, "628111").says("STOP");
        assertThat(ani.heard()).contains("tidak akan mengirim kabar");
        assertThat(store.content()).doesNotContain("628111");
        assertThat(ani.says(QUAKE).presses(SUBMIT).heard()).contains("sedang dimatikan");
        assertThat(ani.says("bawang").heard()).contains("SALAH");
        change(Verdict.TRUE);
        tellAll();
        assertThat(telegram.sent).isEmpty();

        assertThat(ani.says("/mulai").heard()).contains("kami kabari lagi");
        assertThat(ani.says("/mulai").heard()).contains("Halo");
        change(Verdict.FALSE);
        tellAll();
        await().untilAsserted(() -> assertThat(telegram.to(ani.chat())).hasSize(1));
    }

    @Test
    void old_things_go_by_their_periods_and_addresses_when_nothing_is_owed() {
        Person ani = new Person(parts, TELEGRAM, "628111").says("bawang");
        new Person(parts, TELEGRAM, "628222").says(QUAKE).presses(SUBMIT);
        Retention retention = parts.retention();
        assertThat(retention.run().all()).isZero();

        clock.advance(Duration.ofDays(31));
        assertThat(retention.run().messageTexts()).isEqualTo(2);
        clock.advance(Duration.ofDays(150));
        assertThat(retention.run().cases()).isEqualTo(1);
        assertThat(addresses()).as("of who may have to be told of a correction").isEqualTo(1);
        clock.advance(Duration.ofDays(185));
        ani.says("halo");
        retention.run();
        assertThat(addresses()).isZero();
        assertThat(count("lookup")).as("the greeting just now").isEqualTo(1);
        for (String table : List.of("telling", "contact", "question", "submission")) {
            assertThat(count(table)).as(table).isZero();
        }
    }

    private long count(String table) {
        return database.read().sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    @Test
    void the_address_of_who_waited_for_what_was_dismissed_goes_when_nobody_has_taken_it_back() {
        new Person(parts, TELEGRAM, "628222").says(QUAKE).presses(SUBMIT);
        parts.cases.dismiss(parts.cases.list(CaseFilter.open(), 0, 10).items().getFirst().id(), "pendapat", false);
        Retention retention = parts.retention();
        clock.advance(Duration.ofDays(6));
        retention.run();
        assertThat(addresses()).isEqualTo(1);
        clock.advance(Duration.ofDays(2));
        retention.run();
        assertThat(addresses()).isZero();
    }

    private long addresses() {
        return database.read()
                .sql("SELECT count(*) FROM contact WHERE address IS NOT NULL")
                .query(Long.class)
                .single();
    }

    private void heardBy(HeardGateway gateway, Person person, String part) {
        await().untilAsserted(() -> assertThat(gateway.to(person.chat())).singleElement().asString().contains(part));
    }

    private void tellAll() {
        while (notifier.step()) {
            // There is more.
        }
    }

    private Corrections corrections() {
        return new Corrections(parts.tellings, parts.owed, parts.notices, parts.cases, clock);
    }

    private void change(Verdict verdict) {
        Claim now = parts.claims.find(garlic.id()).orElseThrow();
        parts.claims.edit(now.id(), now.version(), content(now.text(), verdict, "Tidak ada bukti."));
    }

    private MatchOutcome match(Query query) {
        String text = query.text().toLowerCase(Locale.ROOT);
        String key = text.contains("bawang") ? "Bawang putih menyembuhkan flu" : "Jahe mengusir cacing";
        return text.contains("bawang") || text.contains("jahe")
                ? parts.claims
                        .findByKey(key)
                        .<MatchOutcome>map(c -> new MatchOutcome.Match(new ScoredClaim(c, 0.97), List.of(),
                        Denial.NONE))
                        .orElseGet(MatchOutcome.NotFound::new)
                : new MatchOutcome.NotFound();
    }

    private Claim save(String text, Verdict verdict, ClaimState state) {
        parts.claims.saveAll(List.of(new Claims.Row(text, content(text, verdict, "Tidak ada bukti."), state)));
        return parts.claims.findByKey(text).orElseThrow();
    }

    private static ClaimContent content(String text, Verdict verdict, String summary) {
        return new ClaimContent(
                Language.ID, text, null, verdict, null, null, summary, List.of(), List.of(), List.of(), null,
                null, null);
    }
}
