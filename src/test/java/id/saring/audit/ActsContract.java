package id.saring.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.saring.core.OwnWords;
import id.saring.core.Secret;
import id.saring.db.Database;
import id.saring.db.TestStore;
import id.saring.queue.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the record of acts promises on every database. */
abstract class ActsContract {
    static final Secret SECRET = new Secret("a secret of this test");
    static final Actor ANI = new Actor(7L, "ani", "0123456789abcdef");

    @RegisterExtension
    final TestStore store;

    final SettableClock clock = new SettableClock();
    Database database;
    Acts acts;

    ActsContract(TestStore store) {
        this.store = store;
    }

    @BeforeEach
    void open() {
        database = store.open();
        acts = new Acts(database, SECRET, clock);
    }

    @Test
    void an_act_comes_back_as_it_was_recorded() {
        acts.record(ANI, "claim.publish", "claim:12", Map.of("state", "DRAFT"), Map.of("state", "PUBLISHED"));
        assertThat(acts.list(ActFilter.ALL, 0, 10).items()).singleElement().satisfies(act -> {
            assertThat(act.at()).isEqualTo(clock.instant());
            assertThat(act.actor()).isEqualTo(ANI);
            assertThat(act.what()).isEqualTo("claim.publish");
            assertThat(act.subject()).isEqualTo("claim:12");
            assertThat(act.before()).isEqualTo("{\"state\":\"DRAFT\"}");
            assertThat(act.after()).isEqualTo("{\"state\":\"PUBLISHED\"}");
            assertThat(act.link()).isEqualTo(1);
        });
    }

    @Test
    void what_an_act_tells_stands_in_alphabetical_order() {
        acts.record(ANI, "feed.add", "feed", Map.of(), Map.of("url", "u", "minutes", 30, "trusted", true, "a", 1));
        assertThat(acts.list(ActFilter.ALL, 0, 10).items().getFirst().after())
                .isEqualTo("{\"a\":1,\"minutes\":30,\"trusted\":true,\"url\":\"u\"}");
    }

    @Test
    void acts_are_found_by_who_what_whom_and_when_latest_first() {
        acts.record(ANI, "claim.save", "claim:1");
        clock.advance(Duration.ofHours(1));
        acts.record(Actor.TERMINAL, "claim.save", "claim:1");
        clock.advance(Duration.ofHours(1));
        acts.record(ANI, "claim.publish", "claim:2");
        assertThat(whats(ActFilter.ALL)).containsExactly("claim.publish", "claim.save", "claim.save");
        assertThat(whats(ActFilter.on("claim:1"))).hasSize(2);
        assertThat(whats(new ActFilter("ani", null, null, null, null))).containsExactly("claim.publish", "claim.save");
        assertThat(whats(new ActFilter("ani", "claim.save", "claim:1", null, null))).hasSize(1);
        assertThat(whats(new ActFilter(null, null, null, clock.instant(), null))).containsExactly("claim.publish");
        assertThat(whats(new ActFilter(null, null, null, null, clock.instant()))).hasSize(2);
        assertThat(acts.list(ActFilter.ALL, 1, 1)).satisfies(page -> {
            assertThat(page.items()).hasSize(1);
            assertThat(page.total()).isEqualTo(3);
            assertThat(page.hasNext()).isTrue();
        });
    }

    @Test
    void an_act_of_a_transaction_that_failed_is_not_recorded() {
        assertThatThrownBy(() -> database.transact(() -> {
                    acts.record(ANI, "claim.save", "claim:1");
                    throw new IllegalStateException("does not end well");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(whats(ActFilter.ALL)).isEmpty();
        assertThat(acts.verify()).isEqualTo(new ActCheck.Sound(0, 0, ""));
    }

    @Test
    void an_untouched_record_is_sound_and_keeps_what_was_noted_of_it() {
        recordSome(3);
        ActCheck.Sound three = sound();
        assertThat(three.acts()).isEqualTo(3);
        recordSome(600);
        assertThat(sound().acts()).isEqualTo(603);
        assertThat(acts.holds(three.last())).isTrue();
        assertThat(acts.holds("3:" + "0".repeat(64))).isFalse();
        assertThat(acts.holds("nonsense")).isFalse();
    }

    @Test
    void a_changed_act_is_found() {
        for (String change : List.of(
                "at = at + 1", "actor = 'budi'", "actor_id = NULL", "origin = 'terminal'", "what = 'claim.view'",
                "subject = 'claim:9'", "before_state = '{}'", "after_state = NULL", "hash = 'x'")) {
            acts.record(ANI, "claim.save", "claim:1", Map.of("a", 1), Map.of("a", 2));
            recordSome(1);
            long id = acts.list(ActFilter.on("claim:1"), 0, 1).items().getFirst().id();
            long link = acts.list(ActFilter.on("claim:1"), 0, 1).items().getFirst().link();
            Act before = acts.list(ActFilter.on("claim:1"), 0, 1).items().getFirst();
            String hash = database.read().sql("SELECT hash FROM act WHERE id = ?").param(id)
                    .query(String.class).single();
            database.write().sql("UPDATE act SET " + change + " WHERE id = ?").param(id).update();
            assertThat(acts.verify()).as(change).isEqualTo(new ActCheck.Broken(link));
            database.write()
                    .sql("""
                            UPDATE act SET at = ?, actor = ?, actor_id = ?, origin = ?, what = ?, subject = ?,
                                before_state = ?, after_state = ?, hash = ? WHERE id = ?""")
                    .params(before.at().toEpochMilli(), "ani", 7L, ANI.origin(), before.what(), before.subject())
                    .params(before.before(), before.after(), hash, id)
                    .update();
            assertThat(acts.verify()).isInstanceOf(ActCheck.Sound.class);
        }
    }

    @Test
    void words_taken_out_of_an_act_leave_the_chain_sound_and_the_act_guarded() {
        String words = "Kata \"orang\" yang minta dilupakan selamanya";
        recordSome(2);
        acts.record(ANI, "case.dismiss", "case:1", Map.of("reason", ""), Map.of("reason", "Isinya: " + words, "n", 1));
        acts.record(ANI, "case.dismiss", "case:2", Map.of("reason", words), Map.of());
        recordSome(2);
        ActCheck.Sound before = sound();

        acts.forget(new OwnWords(words));
        acts.forget(new OwnWords("Isinya"));
        acts.forget(new OwnWords("case"));

        assertThat(acts.verify()).isEqualTo(before);
        assertThat(acts.holds(before.last())).isTrue();
        database.scrub();
        assertThat(store.content()).doesNotContain("minta dilupakan");
        Act first = acts.list(ActFilter.on("case:1"), 0, 1).items().getFirst();
        assertThat(first.after()).contains("Isinya: […]", "\"n\":1");
        assertThat(acts.list(ActFilter.on("case:2"), 0, 1).items().getFirst().before()).contains("[…]");
        String stamp = database.read().sql("SELECT redaction FROM act WHERE link = 3").query(String.class).single();
        for (String change : List.of("after_state = NULL", "what = 'case.note'", "redaction = 'x'", "redaction = NULL")) {
            database.write().sql("UPDATE act SET " + change + " WHERE link = 3").update();
            assertThat(acts.verify()).as(change).isEqualTo(new ActCheck.Broken(3));
            database.write().sql("UPDATE act SET after_state = ?, what = ?, redaction = ? WHERE link = 3")
                    .params(first.after(), first.what(), stamp)
                    .update();
        }
    }

    @Test
    void an_act_taken_out_is_found_in_the_middle_and_at_the_end() {
        recordSome(5);
        String noted = sound().last();
        database.write().sql("DELETE FROM act WHERE link = 5").update();
        assertThat(acts.verify()).isEqualTo(new ActCheck.Broken(5));
        database.write().sql("DELETE FROM act WHERE link = 2").update();
        assertThat(acts.verify()).isEqualTo(new ActCheck.Broken(2));
        assertThat(acts.holds(noted)).isFalse();
    }

    @Test
    void a_chain_cut_off_with_its_end_moved_is_told_by_what_was_noted() {
        recordSome(5);
        String noted = sound().last();
        String hash = database.read().sql("SELECT hash FROM act WHERE link = 4").query(String.class).single();
        database.write().sql("DELETE FROM act WHERE link = 5").update();
        database.write().sql("UPDATE act_chain SET length = 4, hash = ?").param(hash).update();
        assertThat(acts.verify()).isInstanceOf(ActCheck.Sound.class);
        assertThat(acts.holds(noted)).isFalse();
    }

    @Test
    void an_act_put_in_without_the_secret_is_found() {
        recordSome(2);
        Acts forger = new Acts(database, new Secret("quite another secret"), clock);
        forger.record(ANI, "claim.publish", "claim:1");
        assertThat(acts.verify()).isEqualTo(new ActCheck.Broken(3));
    }

    @Test
    void acts_whose_process_ended_before_chaining_are_chained_later() {
        database.write()
                .sql("INSERT INTO act (at, actor, origin, what, subject) VALUES (1, 'ani', 'terminal', 'claim.save', 'claim:1')")
                .update();
        assertThat(acts.verify()).isEqualTo(new ActCheck.Sound(0, 1, ""));
        acts.chainWaiting();
        assertThat(sound().acts()).isEqualTo(1);
    }

    @Test
    void many_writers_on_two_replicas_make_one_sound_chain() throws Exception {
        Database other = store.open();
        List<Acts> replicas = List.of(acts, new Acts(other, SECRET, clock));
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < 80; i++) {
                int number = i;
                Acts replica = replicas.get(i % 2);
                Database itsStore = i % 2 == 0 ? database : other;
                writers.add(threads.submit(() -> itsStore.transact(() -> {
                    replica.record(ANI, "claim.save", "claim:" + number);
                    replica.record(ANI, "claim.publish", "claim:" + number);
                })));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        assertThat(sound().acts()).isEqualTo(160);
        assertThat(sound().waiting()).isZero();
    }

    private ActCheck.Sound sound() {
        ActCheck check = acts.verify();
        assertThat(check).isInstanceOf(ActCheck.Sound.class);
        return (ActCheck.Sound) check;
    }

    private void recordSome(int number) {
        database.transact(() -> {
            for (int i = 0; i < number; i++) {
                acts.record(ANI, "claim.view", "claim:some");
            }
        });
    }

    private List<String> whats(ActFilter filter) {
        return acts.list(filter, 0, 10).items().stream().map(Act::what).toList();
    }
}
