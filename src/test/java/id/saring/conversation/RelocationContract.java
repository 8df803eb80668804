package id.saring.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.saring.chat.Block;
import id.saring.chat.ChatAddress;
import id.saring.chat.Content;
import id.saring.chat.IncomingMessage;
import id.saring.chat.OutgoingMessage;
import id.saring.chat.RichText;
import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.core.Channel;
import id.saring.core.Language;
import id.saring.core.Pseudonym;
import id.saring.core.Verdict;
import id.saring.db.Database;
import id.saring.db.TestStore;
import id.saring.match.MatchOutcome;
import id.saring.queue.SettableClock;
import id.saring.reply.Action;
import id.saring.reply.ButtonData;
import id.saring.submission.Case;
import id.saring.submission.CaseFilter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person whose platform gives them another id stays the person they were, on every database. */
abstract class RelocationContract {
    private static final String OLD = "1/ID.old00000000001";
    private static final String NEW = "1/ID.new00000000002";
    private static final String LAST = "1/ID.last000000003";
    private static final String CLAIM = "Bantuan sosial dibagikan di balai desa Quetzalia hari Sabtu";

    @RegisterExtension
    final TestStore store;

    private final SettableClock clock = new SettableClock();
    private final HeardGateway whatsapp = new HeardGateway(Channel.WHATSAPP);
    private Database database;
    private ConversationParts parts;
    private Person before;
    private Person after;

    RelocationContract(TestStore store) {
        this.store = store;
    }

    @BeforeEach
    void open() {
        database = store.open();
        parts = new ConversationParts(database, clock, query -> new MatchOutcome.NotFound(), List.of(whatsapp));
        before = new Person(parts, Channel.WHATSAPP, OLD);
        after = new Person(parts, Channel.WHATSAPP, NEW);
        parts.office.start(parts.handler());
    }

    @AfterEach
    void close() {
        parts.close();
    }

    @Test
    void what_they_wait_for_comes_to_where_they_are_in_their_language() {
        before.says(CLAIM).presses("Minta diperiksa");
        before.pressesData(new ButtonData(new Action.SetLanguage(Language.EN), Language.ID).encode());
        moves(before, after);

        answerCase();
        while (parts.notifier().step()) {
            // One step at a time.
        }
        await().until(() -> !whatsapp.sent.isEmpty());
        assertThat(whatsapp.sent).extracting(sent -> sent.to()).containsOnly(after.chat());
        assertThat(whatsapp.sent.getFirst().language()).isEqualTo(Language.EN);
        assertThat(parts.people.languageOf(key(NEW))).contains(Language.EN);
        assertThat(parts.people.languageOf(key(OLD))).isEmpty();
    }

    @Test
    void who_wants_to_be_told_nothing_and_who_is_blocked_stay_so() {
        before.says(CLAIM);
        after.says(CLAIM);
        before.says("/berhenti");
        Block block = new Block(key(OLD), Block.Cause.SPAM, "", clock.instant(), null, "staff", false);
        database.transact(() -> parts.office.blocks().put(block));
        moves(before, after);

        assertThat(parts.contacts.wantsNotices(after.message(new Content.Unsupported("x"), null))).isFalse();
        assertThat(parts.office.blocks().find(key(NEW))).isPresent();
        assertThat(parts.office.blocks().find(key(OLD))).isEmpty();
    }

    @Test
    void what_they_settled_under_the_new_id_counts_more_than_what_they_had_settled_before() {
        before.pressesData(new ButtonData(new Action.SetLanguage(Language.EN), Language.ID).encode());
        after.pressesData(new ButtonData(new Action.SetLanguage(Language.ID), Language.ID).encode());
        moves(before, after);
        assertThat(parts.people.languageOf(key(NEW))).contains(Language.ID);
        assertThat(parts.people.languageOf(key(OLD))).isEmpty();
    }

    @Test
    void moves_told_of_in_the_wrong_order_lead_to_where_they_are() {
        Person last = new Person(parts, Channel.WHATSAPP, LAST);
        before.says(CLAIM).presses("Minta diperiksa");
        clock.advance(Duration.ofMinutes(1));
        IncomingMessage first = before.message(new Content.Moved(after.chat()), null);
        clock.advance(Duration.ofMinutes(1));
        IncomingMessage second = after.message(new Content.Moved(last.chat()), null);
        receive(second);
        receive(first);
        assertThat(waitingChats()).containsOnly(last.key());
    }

    @Test
    void who_goes_back_to_an_id_they_had_is_reached_there() {
        moves(before, after);
        clock.advance(Duration.ofMinutes(1));
        moves(after, before);
        before.says(CLAIM);
        send(before.chat());
        send(after.chat());
        assertThat(whatsapp.sent).extracting(sent -> sent.to()).containsOnly(before.chat()).hasSize(2);
    }

    @Test
    void a_message_written_before_the_move_is_answered_after_it_where_they_are() {
        IncomingMessage late = before.message(new Content.Text(CLAIM, Content.Forwarding.NONE, false), Language.ID);
        clock.advance(Duration.ofMinutes(1));
        moves(before, after);
        receive(late);
        await().until(() -> !whatsapp.sent.isEmpty());
        assertThat(whatsapp.sent).extracting(sent -> sent.to()).containsOnly(after.chat());
    }

    @Test
    void somebody_else_who_gets_the_old_id_later_is_answered_themselves() {
        moves(before, after);
        clock.advance(Duration.ofDays(1));
        receive(before.message(new Content.Text(CLAIM, Content.Forwarding.NONE, false), Language.ID));
        await().until(() -> !whatsapp.sent.isEmpty());
        assertThat(whatsapp.sent).extracting(sent -> sent.to()).containsOnly(before.chat());
    }

    @Test
    void erased_under_the_last_id_nothing_is_left_under_any_before() {
        receive(before.message(new Content.Text(CLAIM, Content.Forwarding.NONE, false), Language.ID));
        await().until(() -> whatsapp.sent.size() == 1);
        assertThat(store.content()).contains(key(OLD).value());
        moves(before, after);
        Person last = new Person(parts, Channel.WHATSAPP, LAST);
        clock.advance(Duration.ofMinutes(1));
        moves(after, last);
        receive(last.message(
                new Content.Press(new ButtonData(new Action.Erase(), Language.ID).encode(), null), Language.ID));
        await().until(() -> whatsapp.sent.size() == 2);
        parts.eraser.goOn();
        clock.advance(Duration.ofMinutes(11));
        parts.eraser.goOn();
        parts.eraser.goOn();
        assertThat(store.content()).doesNotContain(key(OLD).value(), key(NEW).value(), key(LAST).value());
    }

    private void moves(Person from, Person to) {
        receive(from.message(new Content.Moved(to.chat()), null));
    }

    private void receive(IncomingMessage message) {
        parts.office.inbox().accept(List.of(message));
        await().until(() -> database.read()
                        .sql("SELECT count(*) FROM work WHERE queue = 'inbox' AND done_at IS NULL")
                        .query(Long.class)
                        .single()
                == 0);
    }

    private void send(ChatAddress chat) {
        int sent = whatsapp.sent.size();
        parts.office.outbox().send("test:" + chat.chat(), List.of(new OutgoingMessage(
                chat, Language.ID, RichText.plain("Halo"), List.of(), null, null, null)));
        await().until(() -> whatsapp.sent.size() > sent);
    }

    private List<String> waitingChats() {
        return database.read().sql("SELECT chat FROM submission WHERE told_at IS NULL").query(String.class).list();
    }

    private void answerCase() {
        ClaimContent content = new ClaimContent(
                Language.ID, CLAIM, null, Verdict.FALSE, "Tidak benar.", null, null, List.of(), List.of(), List.of(),
                null, null, null);
        parts.claims.saveAll(List.of(new Claims.Row("quetzalia", content, ClaimState.PUBLISHED)));
        Claim claim = parts.claims.findByKey("quetzalia").orElseThrow();
        Case open = parts.cases.list(new CaseFilter(null, null, null, "Quetzalia", CaseFilter.Order.DEMAND), 0, 5)
                .items()
                .getFirst();
        parts.cases.answers().link(List.of(open.id()), claim.id());
    }

    private Pseudonym key(String id) {
        return parts.pseudonyms.of(Channel.WHATSAPP, id);
    }
}
