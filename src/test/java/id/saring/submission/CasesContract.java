package id.saring.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.saring.audit.Act;
import id.saring.audit.ActFilter;
import id.saring.audit.Actor;
import id.saring.audit.Acts;
import id.saring.audit.Lookups;
import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.claim.PublishedClaims;
import id.saring.core.Channel;
import id.saring.core.Language;
import id.saring.core.OwnWords;
import id.saring.core.Pseudonym;
import id.saring.core.QuestionKey;
import id.saring.core.Secret;
import id.saring.core.Sealer;
import id.saring.core.Verdict;
import id.saring.db.Database;
import id.saring.db.TestStore;
import id.saring.match.MatchOutcome;
import id.saring.match.Query;
import id.saring.match.ScoredClaim;
import id.saring.queue.SettableClock;
import id.saring.text.Denials.Denial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the queue of cases promises on every database. */
abstract class CasesContract {
    private static final String QUAKE = "BMKG: besok pagi jam 8 akan ada gempa besar di Bandung, segera mengungsi";
    private static final String QUAKE_TYPED = "Kata bmkg besuk pagi jam 8 ada gempa besar bandung, cepat mengungsi!!";
    private static final String RICE = "Beras plastik dari pabrik gelap dijual di pasar Cirebon";
    private static final Actor ANI = new Actor(1L, "ani", "somewhere");

    @RegisterExtension
    final TestStore store;

    private final SettableClock clock = new SettableClock();
    private Database database;
    private Cases cases;
    private CaseDesk desk;
    private Claims claims;
    private Acts acts;
    private CaseRounds rounds;
    private String sure = QUAKE;
    private Denial denial = Denial.NONE;
    private int messages;

    CasesContract(TestStore store) {
        this.store = store;
    }

    @BeforeEach
    void open() {
        database = store.open();
        cases = new Cases(database, clock);
        claims = new Claims(database, clock);
        acts = new Acts(database, new Secret("a secret for tests only"), clock);
        desk = new CaseDesk(database, cases, claims, acts);
        rounds = new CaseRounds(database, cases, desk, this::match, clock);
    }

    @Test
    void messages_that_say_the_same_gather_in_one_case_and_others_do_not() {
        CaseId quake = send(1, QUAKE);

        assertThat(send(2, QUAKE_TYPED)).isEqualTo(quake);
        assertThat(send(3, "  " + QUAKE.toUpperCase(Locale.ROOT) + " ")).isEqualTo(quake);
        assertThat(send(1, QUAKE)).isEqualTo(quake);
        assertThat(send(4, RICE)).isNotEqualTo(quake);

        Case found = cases.find(quake).orElseThrow();
        assertThat(found.demand().askers()).isEqualTo(3);
        assertThat(found.demand().messages()).isEqualTo(4);
        assertThat(found.text()).isEqualTo(QUAKE);
        assertThat(cases.variants(quake)).extracting(Variant::text).containsExactly(QUAKE, QUAKE_TYPED);
    }

    @Test
    void a_message_sent_again_is_in_the_queue_once() {
        Question question = question(1, QUAKE, "NONE");

        assertThat(cases.submit(question)).isEqualTo(cases.submit(question));

        assertThat(cases.list(CaseFilter.open(), 0, 10).items())
                .singleElement()
                .extracting(one -> one.demand().messages())
                .isEqualTo(1L);
    }

    @Test
    void forwarding_and_the_latest_days_are_counted() {
        cases.submit(question(1, QUAKE, "FORWARDED"));
        clock.advance(Duration.ofHours(30));
        CaseId id = cases.submit(question(2, QUAKE, "FREQUENTLY_FORWARDED"));

        Case.Demand demand = cases.find(id).orElseThrow().demand();
        assertThat(List.of(demand.forwarded(), demand.often(), demand.lastDay(), demand.dayBefore()))
                .containsExactly(2L, 1L, 1L, 1L);
        assertThat(cases.daily(id, 3)).containsExactly(0L, 1L, 1L);
    }

    @Test
    void cases_are_listed_by_demand_and_filtered() {
        send(1, RICE);
        CaseId quake = send(2, QUAKE);
        send(3, QUAKE);
        desk.assign(ANI, quake, "ani");

        assertThat(list(CaseFilter.open())).first().isEqualTo(quake);
        assertThat(list(new CaseFilter(CaseState.OPEN, null, "ani", null, CaseFilter.Order.RISING)))
                .containsExactly(quake);
        assertThat(list(new CaseFilter(null, null, CaseFilter.NOBODY, "PLASTIK", CaseFilter.Order.LATEST))).hasSize(1);
        assertThat(list(new CaseFilter(null, null, null, "100%", CaseFilter.Order.WAITING))).isEmpty();
        assertThat(list(new CaseFilter(CaseState.DISMISSED, Language.EN, null, null, CaseFilter.Order.DEMAND)))
                .isEmpty();
    }

    @Test
    void whatever_publishes_a_claim_the_cases_it_surely_answers_are_answered() {
        CaseId quake = send(1, QUAKE);
        CaseId rice = send(2, RICE);
        Claim draft = save("gempa", QUAKE, ClaimState.DRAFT);
        goThrough();
        assertThat(cases.find(quake).orElseThrow().claim()).as("a draft answers nothing").isNull();

        save("gempa", QUAKE, ClaimState.PUBLISHED);
        goThrough();
        assertThat(cases.answers().of(draft.id())).extracting(Case::id).containsExactly(quake);
        assertThat(cases.find(rice).orElseThrow().claim()).isNull();
        assertThat(acts.list(ActFilter.on(CaseDesk.subject(quake)), 0, 10).items())
                .singleElement()
                .satisfies(act -> assertThat(act.actor()).isEqualTo(Actor.SERVER));
        goThrough();
        assertThat(rounds.step()).isFalse();
    }

    @Test
    void what_somebody_decided_about_a_case_stands() {
        CaseId quake = send(1, QUAKE);
        Claim first = save("satu", QUAKE, ClaimState.DRAFT);
        Claim second = save("dua", QUAKE, ClaimState.DRAFT);
        desk.answer(ANI, quake, second.id(), List.of());
        save("satu", QUAKE, ClaimState.PUBLISHED);
        goThrough();
        assertThat(cases.find(quake).orElseThrow().claim()).as("it waits for another").isEqualTo(second.id());

        desk.unlink(ANI, quake);
        desk.refuse(ANI, quake, first.id());
        CaseId merged = send(2, RICE);
        desk.merge(ANI, quake, merged);
        save("satu", QUAKE + "!", ClaimState.PUBLISHED);
        save("dua", QUAKE + "!", ClaimState.PUBLISHED);
        sure = QUAKE;
        goThrough();
        assertThat(cases.find(merged).orElseThrow().claim()).isNull();

        desk.answer(ANI, merged, first.id(), List.of());
        assertThat(cases.answers().refused(merged, first.id())).isFalse();
    }

    @Test
    void only_what_the_matcher_is_sure_of_is_answered() {
        CaseId quake = send(1, QUAKE);
        sure = "";
        save("gempa", QUAKE, ClaimState.PUBLISHED);
        goThrough();
        assertThat(cases.find(quake).orElseThrow().claim()).isNull();
    }

    @Test
    void a_case_is_answered_by_itself_only_if_every_wording_of_it_is() {
        CaseId quake = send(1, QUAKE);
        send(2, QUAKE);
        send(3, QUAKE_TYPED);
        save("gempa", QUAKE, ClaimState.PUBLISHED);
        goThrough();
        assertThat(cases.find(quake).orElseThrow().claim()).isNull();

        CaseId rice = send(4, RICE);
        sure = RICE;
        denial = Denial.CLEAR;
        save("beras", RICE, ClaimState.PUBLISHED);
        goThrough();
        assertThat(cases.find(rice).orElseThrow().claim()).as("it says itself that it is a hoax").isNull();
    }

    @Test
    void an_answered_case_can_be_reopened_and_who_was_told_is_not_told_again() {
        CaseId quake = send(1, QUAKE);
        Claim claim = save("gempa", QUAKE, ClaimState.PUBLISHED);
        desk.answer(ANI, quake, claim.id(), List.of());
        Owed owed = new Owed(database);
        assertThat(owed.take(quake, 10, clock.instant())).hasSize(1);
        owed.answered(quake, clock.instant());
        assertThat(cases.find(quake).orElseThrow().state()).isEqualTo(CaseState.ANSWERED);

        desk.reopen(ANI, quake);
        assertThat(cases.find(quake).orElseThrow().open()).isTrue();
        save("gempa", QUAKE + "!", ClaimState.PUBLISHED);
        goThrough();
        assertThat(cases.find(quake).orElseThrow().claim()).isNull();
        assertThat(owed.nextAnswer()).isEmpty();
        desk.answer(ANI, quake, claim.id(), List.of());
        assertThat(owed.take(quake, 10, clock.instant())).isEmpty();
    }

    @Test
    void closed_cases_do_not_crowd_out_the_open_one() {
        for (int i = 0; i < 31; i++) {
            CaseId closed = send(1, QUAKE + " kode" + i);
            database.write().sql("UPDATE tip_case SET state = 'DISMISSED', reason = 'x', closed_at = 1 WHERE id = ?")
                    .param(closed.value()).update();
        }
        CaseId open = send(2, QUAKE_TYPED);

        assertThat(cases.find(open).orElseThrow().open()).isTrue();
        assertThat(send(3, QUAKE)).isEqualTo(open);
    }

    @Test
    void of_a_claim_with_many_phrasings_the_newest_find_cases_too() {
        CaseId rice = send(1, RICE);
        List<String> phrasings = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            phrasings.add("Kabar nomor " + i + " tentang hal lain");
        }
        phrasings.add(RICE);
        assertThat(cases.waitingFor(content(QUAKE).withPhrasings(phrasings), 5))
                .extracting(one -> one.found().id())
                .contains(rice);
    }

    @Test
    void a_message_that_missed_the_change_by_a_moment_is_answered_by_it_too() {
        save("gempa", QUAKE, ClaimState.PUBLISHED);
        goThrough();
        CaseId late = send(1, QUAKE);
        goThrough();
        assertThat(cases.find(late).orElseThrow().claim()).isNull();
        clock.advance(Duration.ofMinutes(3));
        goThrough();
        assertThat(cases.find(late).orElseThrow().claim()).isNotNull();
    }

    @Test
    void a_large_import_is_gone_through_step_by_step() {
        CaseId quake = send(1, QUAKE);
        List<Claims.Row> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            rows.add(new Claims.Row("k" + i, content("Kabar nomor " + i + " tentang hal lain"),
                    ClaimState.PUBLISHED));
        }
        rows.add(new Claims.Row("gempa", content(QUAKE), ClaimState.PUBLISHED));
        claims.saveAll(rows);
        int steps = 0;
        while (rounds.step()) {
            steps++;
        }
        assertThat(steps).as("each bounded").isBetween(3, 10);
        assertThat(cases.find(quake).orElseThrow().claim())
                .isEqualTo(claims.findByKey("gempa").orElseThrow().id());
    }

    private Claim save(String key, String text, ClaimState state) {
        claims.saveAll(List.of(new Claims.Row(key, content(text), state)));
        return claims.findByKey(key).orElseThrow();
    }

    private void goThrough() {
        while (rounds.step()) {
            // There is more.
        }
    }

    /** Answers what it is sure of with the published claim changed last that says so. */
    private MatchOutcome match(Query query) {
        if (sure.isEmpty() || !query.text().startsWith(sure)) {
            return new MatchOutcome.NotFound();
        }
        return new PublishedClaims(database)
                .latest(null, PublishedClaims.Mark.NEWEST, 10).stream()
                .map(PublishedClaims.Marked::claim)
                .filter(claim -> claim.text().startsWith(query.text()))
                .findFirst()
                .<MatchOutcome>map(claim ->
                        new MatchOutcome.Match(new ScoredClaim(claim, 0.97), List.of(), denial))
                .orElseGet(MatchOutcome.NotFound::new);
    }

    @Test
    void a_dismissed_case_can_be_reopened_and_keeps_its_likes_out_of_the_queue() {
        CaseId id = send(1, QUAKE);
        desk.dismiss(ANI, id, "bukan klaim", false);

        assertThat(send(2, QUAKE_TYPED)).isEqualTo(id);
        assertThat(cases.countOpen()).isZero();
        assertThatThrownBy(() -> desk.dismiss(ANI, id, "lagi", false)).isInstanceOf(ClosedCaseException.class);

        desk.reopen(ANI, id);
        assertThat(cases.find(id).orElseThrow().open()).isTrue();
    }

    @Test
    void whether_those_who_asked_are_told_stands_in_the_record_of_acts() {
        CaseId id = send(1, QUAKE);
        desk.dismiss(ANI, id, "bukan klaim", true);
        desk.reopen(ANI, id);

        List<Act> newestFirst = acts.list(ActFilter.on(CaseDesk.subject(id)), 0, 10).items();
        assertThat(newestFirst).extracting(Act::before).first().asString().contains("\"tells\":true");
        assertThat(newestFirst).extracting(Act::after).first().asString().contains("\"tells\":false");
        assertThat(newestFirst).extracting(Act::after).last().asString().contains("\"tells\":true");
    }

    @Test
    void a_merge_brings_everything_together_and_can_be_taken_back() {
        CaseId quake = send(1, QUAKE);
        CaseId rice = send(2, RICE);
        send(1, RICE);

        desk.merge(ANI, rice, quake);
        assertThat(cases.find(quake).orElseThrow().demand().askers()).isEqualTo(2);
        assertThat(cases.find(rice).orElseThrow().state()).isEqualTo(CaseState.MERGED);
        assertThat(send(3, RICE)).isEqualTo(quake);

        desk.unmerge(ANI, rice);
        assertThat(cases.find(rice).orElseThrow().demand().messages()).isEqualTo(3);
        assertThat(cases.find(quake).orElseThrow().demand().messages()).isEqualTo(1);
        assertThatThrownBy(() -> desk.merge(ANI, rice, rice)).isInstanceOf(ClosedCaseException.class);
    }

    @Test
    void a_merge_hands_over_the_claim_that_is_waited_for_and_taking_it_back_undoes_that() {
        CaseId quake = send(1, QUAKE);
        CaseId rice = send(2, RICE);
        Claim draft = save("beras", RICE, ClaimState.DRAFT);
        desk.answer(ANI, rice, draft.id(), List.of());

        desk.merge(ANI, rice, quake);
        assertThat(cases.answers().of(draft.id())).extracting(Case::id).containsExactly(quake);

        desk.unmerge(ANI, rice);
        assertThat(cases.answers().of(draft.id())).extracting(Case::id).containsExactly(rice);
    }

    @Test
    void a_case_merged_on_gets_its_own_wordings_back_from_wherever_they_are() {
        CaseId first = send(1, RICE);
        CaseId second = send(2, QUAKE);
        CaseId third = send(3, "Minum air garam menyembuhkan semua penyakit menular");
        desk.merge(ANI, first, second);
        desk.merge(ANI, second, third);

        desk.unmerge(ANI, second);
        assertThat(cases.variants(second)).extracting(Variant::text).containsExactly(QUAKE);
        desk.unmerge(ANI, first);
        assertThat(cases.variants(first)).extracting(Variant::text).containsExactly(RICE);
        assertThat(cases.variants(third)).hasSize(1);
    }

    @Test
    void sums_and_dates_are_no_private_numbers() {
        for (String common : List.of("Dana Rp 10.000.000 cair 17-08-2024", "rp100.000.000,- untuk semua",
                "Tanggal 2024-08-17 libur", "Bayar USD 1,000,000.00", "12/01/2025 gempa")) {
            assertThat(HeardWordings.looksPrivate(common)).as(common).isFalse();
        }
        for (String own : List.of("hubungi 0812-3456-7890", "NIK 3201120120250001", "a@b.id", "Rp 0812345678",
                "081 17-08-2024 55", "+62 812.345.678")) {
            assertThat(HeardWordings.looksPrivate(own)).as(own).isTrue();
        }
    }

    @Test
    void what_one_message_says_at_length_is_somebodys_own() {
        HeardWordings wordings = new HeardWordings(
                cases, new Lookups(database), new Questions(database, new Sealer(new Secret("a secret for tests only"))));
        String own = "Tetangga saya Bu Ratna kemarin pingsan sesudah minum jamu kunyit dari pasar dekat terminal lama";
        assertThat(wordings.isPersonal(own)).isFalse();
        send(1, own);
        assertThat(wordings.isPersonal("tetangga saya, BU RATNA" + own.substring(22) + "!")).isTrue();
        send(2, own);
        assertThat(wordings.isPersonal(own)).as("sent by two").isFalse();
        send(3, "jamu kunyit");
        assertThat(wordings.isPersonal("jamu kunyit")).as("few words").isFalse();
        assertThat(wordings.isPersonal("hubungi 0812-3456-7890")).isTrue();
    }

    @Test
    void wordings_can_be_split_off() {
        CaseId quake = send(1, QUAKE);
        send(2, QUAKE_TYPED);
        long typed = cases.variants(quake).getLast().id();

        CaseId made = desk.split(ANI, quake, List.of(typed));

        assertThat(cases.variants(made)).extracting(Variant::text).containsExactly(QUAKE_TYPED);
        assertThat(cases.find(quake).orElseThrow().demand().messages()).isEqualTo(1);
        assertThat(send(3, QUAKE_TYPED)).isEqualTo(made);
        assertThatThrownBy(() -> desk.split(ANI, made, List.of(typed))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_split_from_a_stale_page_does_nothing() {
        CaseId quake = send(1, QUAKE);
        send(2, QUAKE_TYPED);
        send(3, QUAKE_TYPED + " 2");
        List<Long> shown = cases.variants(quake).stream().map(Variant::id).sorted().toList();
        assertThat(shown).as("wordings both moderators see").hasSize(3);
        CaseId made = desk.split(ANI, quake, List.of(shown.get(1)));

        // The other page still shows the wording that is gone, alone or beside one that is there.
        for (List<Long> stale : List.of(List.of(shown.get(1)), List.of(shown.get(1), shown.get(2)))) {
            assertThatThrownBy(() -> desk.split(ANI, quake, stale)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(cases.variants(quake)).extracting(Variant::id).containsExactlyInAnyOrder(
                shown.get(0), shown.get(2));
        assertThat(cases.variants(made)).extracting(Variant::id).containsExactly(shown.get(1));
        assertThat(cases.countOpen()).isEqualTo(2);
    }

    @Test
    void an_answer_teaches_the_claim_the_wording() {
        Claim claim = publish("Gempa besar di Bandung besok pagi");
        CaseId id = send(1, QUAKE);

        desk.answer(ANI, id, claim.id(), List.of(cases.variants(id).getFirst().id()));

        assertThat(claims.find(claim.id()).orElseThrow().content().phrasings()).containsExactly(QUAKE);
        assertThat(cases.variants(id).getFirst().learnedBy()).isEqualTo(claim.id());
        assertThat(cases.answers().of(claim.id())).hasSize(1);
    }

    @Test
    void a_draft_shows_which_open_cases_it_would_answer() {
        CaseId quake = send(1, QUAKE);
        send(2, RICE);

        List<Waiting> waiting =
                cases.waitingFor(content("Gempa besar melanda Bandung besok pagi jam 8, warga diminta mengungsi"), 5);

        assertThat(waiting).first().satisfies(one -> {
            assertThat(one.found().id()).isEqualTo(quake);
            assertThat(one.likely()).isTrue();
        });
        assertThat(waiting).noneMatch(one -> one.likely() && !one.found().id().equals(quake));
    }

    @Test
    void a_person_is_erased_with_the_wordings_only_they_sent() {
        CaseId quake = send(1, QUAKE);
        send(2, QUAKE);
        send(1, QUAKE_TYPED);
        CaseId rice = send(1, RICE);

        assertThat(cases.forget(asker(1), List.of())).extracting(ErasedWording::text)
                .containsExactlyInAnyOrder(QUAKE_TYPED, RICE);

        assertThat(cases.variants(quake)).extracting(Variant::text).containsExactly(QUAKE);
        assertThat(cases.find(quake).orElseThrow().demand().askers()).isEqualTo(1);
        assertThat(cases.find(rice)).isEmpty();
        assertThat(rows("submission")).isEqualTo(1);
        assertThat(database.read().sql("SELECT variants FROM gathering").query(Long.class).single()).isEqualTo(1);
        assertThat(send(3, QUAKE_TYPED)).isEqualTo(quake);
    }

    @Test
    void what_others_sent_in_another_spelling_stands_in_theirs_from_then_on() {
        CaseId quake = send(1, QUAKE);
        send(2, QUAKE.toUpperCase(Locale.ROOT));
        send(3, QUAKE.toUpperCase(Locale.ROOT));
        assertThat(cases.variants(quake)).extracting(Variant::text).containsExactly(QUAKE);

        assertThat(cases.forget(asker(1), List.of())).containsExactly(
                new ErasedWording(QUAKE, QUAKE.toUpperCase(Locale.ROOT), clock.instant()));

        assertThat(cases.variants(quake)).extracting(Variant::text).containsExactly(QUAKE.toUpperCase(Locale.ROOT));
        assertThat(cases.forget(asker(2), List.of())).isEmpty();
        assertThat(send(4, QUAKE)).isEqualTo(quake);
        assertThat(cases.forget(asker(3), List.of())).extracting(ErasedWording::instead).containsExactly(QUAKE);
    }

    @Test
    void each_keeps_their_spelling_when_cases_are_merged() {
        CaseId first = send(1, QUAKE);
        CaseId second = send(2, RICE);
        database.write().sql("UPDATE case_variant SET text_key = (SELECT min(text_key) FROM case_variant)").update();
        cases.merge(second, first);
        assertThat(cases.forget(asker(1), List.of())).extracting(ErasedWording::text).containsExactly(QUAKE);
        assertThat(cases.variants(first)).extracting(Variant::text).containsExactly(RICE);
    }

    @Test
    void words_staff_quoted_go_from_notes_and_reasons() {
        CaseId quake = send(1, QUAKE);
        desk.note(ANI, quake, "Ia menulis: " + QUAKE + " Aneh.");
        desk.dismiss(ANI, quake, QUAKE, false);
        cases.forgetQuoted(new OwnWords(QUAKE));
        assertThat(cases.notes(quake)).extracting(CaseNote::text).containsExactly("Ia menulis: […] Aneh.");
        assertThat(cases.find(quake).orElseThrow().reason()).isEqualTo("[…]");
    }

    @Test
    void old_cases_go_with_all_that_belongs_to_them() {
        CaseId quake = send(1, QUAKE);
        desk.note(ANI, quake, "Sudah tanya BMKG.");
        clock.advance(Duration.ofDays(10));
        send(2, RICE);

        assertThat(cases.eraseBefore(clock.instant().minus(Duration.ofDays(5)), 10)).isEqualTo(1);

        for (String table : List.of("tip_case", "case_variant", "submission")) {
            assertThat(rows(table)).as(table).isEqualTo(1);
        }
        assertThat(rows("case_note")).isZero();
    }

    @Test
    void two_replicas_gather_at_once_without_making_two_cases_or_losing_one() throws Exception {
        int each = 25;
        List<Cases> replicas = List.of(cases, new Cases(store.open(), clock));
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> done = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int thread = 0; thread < 4; thread++) {
                List<Question> own = new ArrayList<>();
                for (int i = 0; i < each; i++) {
                    own.add(question(thread * each + i, i % 2 == 0 ? QUAKE : RICE, "NONE"));
                }
                Cases replica = replicas.get(thread % 2);
                done.add(threads.submit(() -> {
                    start.await();
                    own.forEach(replica::submit);
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> one : done) {
                one.get();
            }
        }
        assertThat(cases.list(CaseFilter.open(), 0, 10).items())
                .extracting(one -> one.demand().messages())
                .containsExactlyInAnyOrder(52L, 48L);
        assertThat(rows("case_variant")).isEqualTo(2);
    }

    private List<CaseId> list(CaseFilter filter) {
        return cases.list(filter, 0, 10).items().stream().map(Case::id).toList();
    }

    private CaseId send(int asker, String text) {
        return cases.submit(question(asker, text, "NONE"));
    }

    private Question question(int asker, String text, String forwarding) {
        return new Question(
                new QuestionKey("%032x".formatted(++messages)),
                new Question.Asker(Channel.TELEGRAM, asker(asker), asker(asker)),
                Language.ID,
                forwarding,
                text,
                clock.instant());
    }

    private static Pseudonym asker(int number) {
        return new Pseudonym("%032x".formatted(number + 1));
    }

    private long rows(String table) {
        return database.read().sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    private Claim publish(String text) {
        claims.saveAll(List.of(new Claims.Row(text, content(text), ClaimState.PUBLISHED)));
        return claims.findByKey(text).orElseThrow();
    }

    private static ClaimContent content(String text) {
        return new ClaimContent(
                Language.ID, text, null, Verdict.FALSE, null, null, null, List.of(), List.of(), List.of(), null,
                null, null);
    }
}
