package id.saring.conversation;

import static id.saring.core.Channel.TELEGRAM;
import static id.saring.core.Channel.WEB;
import static id.saring.core.Channel.WHATSAPP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.saring.OneTry;
import id.saring.chat.Content;
import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.core.Language;
import id.saring.core.Pseudonym;
import id.saring.core.QuestionKey;
import id.saring.core.Verdict;
import id.saring.db.Database;
import id.saring.db.TestStore;
import id.saring.match.MatchOutcome;
import id.saring.queue.SettableClock;
import id.saring.submission.Case;
import id.saring.submission.CaseFilter;
import id.saring.submission.CaseId;
import id.saring.submission.Dismissals.Come;
import id.saring.submission.Question;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nobody who asked is left in silence because their message is not checked, on every database. */
@OneTry
abstract class DismissalsContract {
    private static final String QUAKE = "Besok pagi ada gempa besar di Bandung kata BMKG";
    private static final String RICE = "Beras plastik dari pabrik gelap dijual di pasar Cirebon";
    private static final String SUBMIT = "Minta diperiksa";
    private static final String ERASE = "Ya, hapus data saya";
    private static final String NEWS = "tidak kami periksa lebih lanjut";

    @RegisterExtension
    final TestStore store;

    private final SettableClock clock = new SettableClock();
    private final HeardGateway telegram = new HeardGateway(TELEGRAM);
    private final HeardGateway web = new HeardGateway(WEB);
    private final HeardGateway whatsapp = new HeardGateway(WHATSAPP);
    private Database database;
    private ConversationParts parts;
    private DismissalNotifier notifier;

    DismissalsContract(TestStore store) {
        this.store = store;
    }

    @BeforeEach
    void open() {
        database = store.open();
        parts = parts(database, List.of(telegram, web, whatsapp));
        parts.office.start(null);
        notifier = parts.dismissalNotifier();
    }

    private ConversationParts parts(Database on, List<HeardGateway> gateways) {
        return new ConversationParts(on, clock, query -> new MatchOutcome.NotFound(), List.copyOf(gateways));
    }

    @AfterEach
    void close() {
        parts.close();
    }

    @Test
    void who_asked_is_told_once_in_their_language_and_not_why() {
        Person ani = person("628111").says(QUAKE).presses(SUBMIT);
        ani.says(QUAKE + "!").presses(SUBMIT);
        Person budi = new Person(parts, WEB, "budi").says("/language en").says(QUAKE).presses("Have it checked");
        CaseId id = openCase();
        assertThat(parts.cases.dismissals().audience(id)).isEqualTo(2);

        dismiss(id);
        assertThat(come(id)).isEqualTo(new Come(0, 2, 0));
        tellAll();
        tellAll();

        heardBy(telegram, ani, NEWS);
        heardBy(web, budi, "we are not checking it further");
        assertThat(telegram.to(ani.chat()).getFirst())
                .contains("1 Maret 2026", "tidak bilang pesan itu benar, tidak juga bilang salah")
                .doesNotContain("cuma obrolan");
        assertThat(come(id)).isEqualTo(new Come(2, 0, 0));
        assertThat(parts.cases.sendings(id, 10)).hasSize(3).allSatisfy(one -> assertThat(one.told()).isTrue());
    }

    @Test
    void nobody_is_told_if_the_moderator_chose_so() {
        person("628111").says(QUAKE).presses(SUBMIT);
        parts.cases.dismiss(openCase(), "cuma obrolan", false);
        person("628222").says(QUAKE).presses(SUBMIT);
        tellAll();
        assertThat(news()).isZero();
    }

    @Test
    void whoever_sends_the_like_of_it_later_is_told_too() {
        Person ani = person("628111").says(QUAKE).presses(SUBMIT);
        dismiss(openCase());
        tellAll();
        clock.advance(Duration.ofDays(3));
        Person budi = person("628222").says(QUAKE + " lho").presses(SUBMIT);
        tellAll();

        heardBy(telegram, budi, "4 Maret 2026");
        heardBy(telegram, ani, "1 Maret 2026");
        assertThat(parts.cases.countOpen()).isZero();
    }

    @Test
    void who_cannot_be_written_to_is_told_when_they_write_again() {
        whatsapp.outsideWindow = false;
        Person ani = onWhatsApp("628111").says(QUAKE).presses(SUBMIT);
        CaseId id = openCase();
        dismiss(id);
        tellAll();
        assertThat(come(id)).isEqualTo(new Come(0, 0, 1));
        assertThat(parts.cases.sendings(id, 1)).singleElement().satisfies(one -> {
            assertThat(one.told()).isFalse();
            assertThat(one.held()).isTrue();
        });
        notifier.lookAgain();
        tellAll();
        assertThat(news()).isZero();

        writesAgain(ani);
        tellAll();
        ani.says("halo");
        tellAll();
        heardBy(whatsapp, ani, NEWS);
        assertThat(come(id)).isEqualTo(new Come(1, 0, 0));
    }

    @Test
    void what_is_held_is_told_once_a_template_has_been_set() {
        whatsapp.outsideWindow = false;
        Person ani = onWhatsApp("628111").says(QUAKE).presses(SUBMIT);
        dismiss(openCase());
        tellAll();
        whatsapp.outsideWindow = true;
        notifier.lookAgain();
        tellAll();
        notifier.lookAgain();
        tellAll();
        heardBy(whatsapp, ani, NEWS);
    }

    @Test
    void what_did_not_reach_them_is_told_when_they_write_again() {
        Person ani = onWhatsApp("628111").says(QUAKE).presses(SUBMIT);
        CaseId id = openCase();
        whatsapp.unreachable = true;
        dismiss(id);
        tellAll();
        await().untilAsserted(() -> assertThat(come(id)).isEqualTo(new Come(0, 0, 1)));
        whatsapp.unreachable = false;
        writesAgain(ani);
        tellAll();
        heardBy(whatsapp, ani, NEWS);

        database.transact(() -> parts.cases.dismissals().undelivered(message(), 0));
        assertThat(come(id)).as("that the first did not arrive is known").isEqualTo(new Come(1, 0, 0));
    }

    @Test
    void who_wants_no_news_is_told_nothing() {
        Person ani = person("628111").says(QUAKE).presses(SUBMIT).says("/berhenti");
        CaseId id = openCase();
        assertThat(parts.cases.dismissals().audience(id)).isZero();
        dismiss(id);
        tellAll();
        ani.says("/mulai").says("halo");
        tellAll();
        assertThat(news()).isZero();
        assertThat(come(id)).isEqualTo(new Come(0, 0, 0));
    }

    @Test
    void a_dismissal_taken_back_in_time_is_not_told_and_one_that_was_told_not_again() {
        whatsapp.outsideWindow = false;
        Person ani = person("628111").says(QUAKE).presses(SUBMIT);
        Person budi = onWhatsApp("628222").says(QUAKE).presses(SUBMIT);
        CaseId id = openCase();
        dismiss(id);
        parts.cases.reopen(id);
        tellAll();
        assertThat(news()).isZero();

        dismiss(id);
        tellAll();
        heardBy(telegram, ani, NEWS);
        parts.cases.reopen(id);
        writesAgain(budi);
        tellAll();
        assertThat(parts.cases.sendings(id, 10)).as("the answer is still to come")
                .allSatisfy(one -> assertThat(one.told() || one.held()).isFalse());
        dismiss(id);
        tellAll();
        heardBy(whatsapp, budi, NEWS);
        heardBy(telegram, ani, NEWS);
    }

    @Test
    void who_was_told_of_the_dismissal_is_told_the_answer_if_there_is_one_after_all() {
        Person ani = person("628111").says(QUAKE).presses(SUBMIT);
        CaseId id = openCase();
        dismiss(id);
        tellAll();
        heardBy(telegram, ani, NEWS);
        parts.cases.reopen(id);
        parts.cases.answers().link(List.of(id), publish(QUAKE).id());
        Notifier answers = parts.notifier();
        while (answers.step()) {
            // There is more.
        }
        await().untilAsserted(() -> assertThat(telegram.to(ani.chat())).hasSize(2));
        assertThat(telegram.to(ani.chat()).getLast()).contains("sudah selesai diperiksa");
    }

    @Test
    void what_did_not_arrive_before_the_case_was_opened_again_is_told_when_it_is_dismissed_again() {
        Person ani = onWhatsApp("628111").says(QUAKE).presses(SUBMIT);
        CaseId id = openCase();
        dismiss(id);
        database.transact(() -> parts.cases.dismissals().take(id, 10));
        parts.cases.reopen(id);
        database.transact(() -> parts.cases.dismissals().undelivered(message(), 0));
        writesAgain(ani);
        tellAll();
        assertThat(news()).as("it is open").isZero();
        dismiss(id);
        tellAll();
        heardBy(whatsapp, ani, NEWS);
    }

    @Test
    void merged_and_split_cases_tell_each_of_their_people_once() {
        Person ani = person("628111").says(QUAKE).presses(SUBMIT);
        CaseId quake = openCase();
        dismiss(quake);
        tellAll();
        parts.cases.reopen(quake);
        Person budi = person("628222").says(RICE).presses(SUBMIT);
        CaseId rice = parts.cases.list(CaseFilter.open(), 0, 10).items().stream()
                .map(Case::id)
                .filter(found -> !found.equals(quake))
                .findFirst()
                .orElseThrow();
        parts.cases.merge(quake, rice);
        dismiss(rice);
        tellAll();
        heardBy(telegram, budi, NEWS);
        heardBy(telegram, ani, NEWS);

        parts.cases.reopen(rice);
        CaseId split = parts.cases.split(rice, List.of(parts.cases.variants(rice).getFirst().id()));
        Person citra = person("628333").says(RICE).presses(SUBMIT);
        dismiss(split);
        dismiss(rice);
        tellAll();
        heardBy(telegram, citra, NEWS);
        heardBy(telegram, budi, NEWS);
        heardBy(telegram, ani, NEWS);
    }

    @Test
    void an_answer_that_was_on_its_way_is_told_instead() {
        person("628111").says(QUAKE).presses(SUBMIT);
        CaseId id = openCase();
        dismiss(id);
        database.transact(() -> parts.owed.take(id, 10, clock.instant()));
        tellAll();
        assertThat(news()).isZero();
        assertThat(parts.cases.dismissals().next()).isEmpty();
    }

    @Test
    void who_is_erased_hears_nothing_and_nothing_is_left_of_it() {
        whatsapp.outsideWindow = false;
        Person ani = onWhatsApp("628111").says(QUAKE).presses(SUBMIT);
        Person budi = person("628222").says(QUAKE).presses(SUBMIT);
        CaseId id = openCase();
        parts.close(); // Nothing is sent now.
        dismiss(id);
        tellAll();
        assertThat(come(id)).isEqualTo(new Come(1, 0, 1));
        assertThat(news()).isEqualTo(1);
        ani.says("/hapus").presses(ERASE);
        budi.says("/hapus").presses(ERASE);
        assertThat(news()).isZero();
        assertThat(count("SELECT count(*) FROM submission")).isZero();

        writesAgain(ani);
        tellAll();
        assertThat(news()).isZero();
    }

    @Test
    void a_crash_in_the_middle_leaves_nobody_out_and_tells_nobody_twice() {
        List<Person> people = crowd(52);
        CaseId id = openCase();
        dismiss(id);
        notifier.step();
        assertThatThrownBy(() -> database.transact(() -> {
                    notifier.step();
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(come(id)).isEqualTo(new Come(50, 2, 0));
        parts.close();
        try (ConversationParts next = parts(database, List.of(telegram))) {
            next.office.start(null);
            DismissalNotifier goingOn = next.dismissalNotifier();
            goingOn.lookAgain();
            await().untilAsserted(() -> {
                goingOn.step();
                assertThat(people).allSatisfy(p -> assertThat(telegram.to(p.chat())).hasSize(1));
            });
        }
    }

    @Test
    void two_replicas_tell_at_once_while_somebody_asks_and_nobody_is_told_twice() throws Exception {
        List<Person> people = crowd(80);
        Person late = person("62900").says(QUAKE);
        dismiss(openCase());
        try (ConversationParts other = parts(store.open(), List.of());
                ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<?>> done = new ArrayList<>();
            for (DismissalNotifier one : List.of(notifier, other.dismissalNotifier())) {
                done.add(threads.submit(() -> {
                    while (one.step() || parts.cases.dismissals().next().isPresent()) {
                        // There is more.
                    }
                }));
            }
            done.add(threads.submit(() -> late.presses(SUBMIT)));
            for (Future<?> one : done) {
                one.get();
            }
        }
        tellAll();
        people.add(late);
        await().untilAsserted(() -> assertThat(people).allSatisfy(p -> assertThat(telegram.to(p.chat())).hasSize(1)));
    }

    @Test
    void the_address_stays_until_they_have_been_told_and_goes_then() {
        whatsapp.outsideWindow = false;
        Person ani = onWhatsApp("628111").says(QUAKE).presses(SUBMIT);
        dismiss(openCase());
        clock.advance(Duration.ofDays(8));
        parts.retention().run();
        assertThat(addresses()).as("to be told").isEqualTo(1);
        tellAll();
        parts.retention().run();
        assertThat(addresses()).as("held").isEqualTo(1);
        writesAgain(ani);
        tellAll();
        heardBy(whatsapp, ani, NEWS);
        parts.retention().run();
        assertThat(addresses()).isZero();
    }

    @Test
    void a_chat_whose_address_cannot_be_read_does_not_stand_before_the_others() {
        Person ani = person("628111").says(QUAKE).presses(SUBMIT);
        Person budi = person("628222").says(QUAKE).presses(SUBMIT);
        database.write()
                .sql("UPDATE contact SET address = ? WHERE chat = ?")
                .param(new byte[] {1, 2, 3})
                .param(ani.key())
                .update();
        CaseId id = openCase();
        dismiss(id);
        tellAll();
        heardBy(telegram, budi, NEWS);
        assertThat(come(id)).isEqualTo(new Come(1, 0, 1));

        // In another talk; within one its address is not written down again.
        clock.advance(Duration.ofMinutes(11));
        ani.says(RICE).presses(SUBMIT);
        tellAll();
        heardBy(telegram, ani, NEWS);
    }

    private Person person(String id) {
        return new Person(parts, TELEGRAM, id);
    }

    private Person onWhatsApp(String id) {
        return new Person(parts, WHATSAPP, id);
    }

    /** So many people who sent the same for checking. */
    private List<Person> crowd(int size) {
        List<Person> people = new ArrayList<>();
        database.transact(() -> {
            for (int i = 0; i < size; i++) {
                Person one = person("62800" + i);
                people.add(one);
                Pseudonym key = new Pseudonym(one.key());
                parts.contacts.keep(one.message(new Content.Unsupported("voice"), Language.ID), Language.ID,
                        clock.instant());
                parts.cases.submit(new Question(
                        new QuestionKey("%032x".formatted(i)), new Question.Asker(TELEGRAM, key, key), Language.ID,
                        "NONE", QUAKE, clock.instant()));
            }
        });
        return people;
    }

    private CaseId openCase() {
        return parts.cases.list(CaseFilter.open(), 0, 10).items().getFirst().id();
    }

    private void dismiss(CaseId id) {
        parts.cases.dismiss(id, "cuma obrolan", true);
    }

    private Come come(CaseId id) {
        return parts.cases.dismissals().come(id);
    }

    /** The key of the only message there is. */
    private QuestionKey message() {
        return new QuestionKey(
                database.write().sql("SELECT message_key FROM submission").query(String.class).single());
    }

    /** The platform delivers a message of theirs, and it is handled. */
    private void writesAgain(Person person) {
        parts.office.heard(person.message(new Content.Unsupported("voice"), Language.ID));
        person.says("halo");
    }

    private void tellAll() {
        while (notifier.step()) {
            // There is more.
        }
    }

    private void heardBy(HeardGateway gateway, Person person, String part) {
        await().untilAsserted(() -> assertThat(gateway.to(person.chat())).singleElement().asString().contains(part));
    }

    private Claim publish(String text) {
        ClaimContent content = new ClaimContent(
                Language.ID, text, null, Verdict.FALSE, null, null, "Tidak ada bukti.", List.of(), List.of(),
                List.of(), null, null, null);
        parts.claims.saveAll(List.of(new Claims.Row(text, content, ClaimState.PUBLISHED)));
        return parts.claims.findByKey(text).orElseThrow();
    }

    /** Messages of our own accord that wait to be sent or have been. */
    private long news() {
        return count("SELECT count(*) FROM work WHERE queue LIKE 'outbox-%' AND done_at IS NULL")
                + telegram.sent.size() + web.sent.size() + whatsapp.sent.size();
    }

    private long addresses() {
        return count("SELECT count(*) FROM contact WHERE address IS NOT NULL");
    }

    private long count(String query) {
        return database.read().sql(query).query(Long.class).single();
    }
}
