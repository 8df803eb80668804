package id.saring.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.saring.db.Database;
import id.saring.db.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How many replicas there are. */
class AliveTest {
    @RegisterExtension
    final TestStore store = TestStore.postgres();

    @RegisterExtension
    final TestStore file = TestStore.sqlite();

    private final SettableClock clock = new SettableClock();

    @Test
    void those_who_come_and_go_are_known_to_the_others_at_once() throws Exception {
        Replicas one = new Replicas(store.open(), clock);
        one.join();
        assertThat(one.count()).isEqualTo(1);
        Replicas two = new Replicas(store.open(), clock);
        two.join();
        assertThat(two.count()).isEqualTo(2);
        await().until(() -> one.count() == 2);
        two.close();
        await().until(() -> one.count() == 1);
        one.close();
    }

    @Test
    void one_that_says_nothing_any_more_is_counted_until_its_term_is_over() {
        Replicas one = new Replicas(store.open(), clock);
        Replicas silent = new Replicas(store.open(), clock);
        silent.beat();
        one.beat();
        assertThat(one.count()).isEqualTo(2);
        clock.advance(Replicas.TERM);
        one.beat();
        assertThat(one.count()).isEqualTo(1);
        silent.beat();
        assertThat(silent.count()).isEqualTo(2);
    }

    @Test
    void while_the_store_cannot_be_asked_the_last_count_holds() {
        Database gone = store.open();
        Replicas one = new Replicas(gone, clock);
        new Replicas(store.open(), clock).beat();
        one.beat();
        gone.close();
        assertThat(one.count()).isEqualTo(2);
    }

    @Test
    void where_only_one_process_serves_nothing_is_written() throws Exception {
        Database database = file.open();
        Replicas alone = new Replicas(database, clock);
        alone.join();
        assertThat(alone.count()).isEqualTo(1);
        assertThat(database.read().sql("SELECT count(*) FROM replica").query(Integer.class).single()).isZero();
        alone.close();
    }
}
