package id.saring.check;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.audit.Lookup;
import id.saring.audit.Lookups;
import id.saring.core.Door;
import id.saring.core.Language;
import id.saring.core.TraceId;
import id.saring.db.Database;
import id.saring.db.TestStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CheckLogTest {
    @RegisterExtension
    final TestStore store = TestStore.sqlite();

    private Database database;
    private CheckLog log;

    @BeforeEach
    void open() {
        database = store.open();
        log = new CheckLog(database, new Lookups(database));
    }

    @Test
    void what_waits_is_written_in_its_order() {
        add("a", "b", "c");
        assertThat(recorded()).isEmpty();
        log.write();
        assertThat(recorded()).containsExactly("a", "b", "c");
        log.write();
        assertThat(recorded()).hasSize(3);
    }

    @Test
    void while_the_store_is_away_it_waits_and_what_comes_meanwhile_too() {
        away(true);
        add("a", "b");
        log.write();
        add("c", "d", "e");
        log.write();
        away(false);
        log.write();
        assertThat(recorded()).containsExactlyInAnyOrder("a", "b", "c", "d", "e");
    }

    @Test
    void what_the_store_never_takes_does_not_hold_up_the_others() {
        refuse("bad%");
        add("bad1", "bad2", "a", "b", "bad3", "c", "bad4");
        log.write();
        assertThat(recorded()).containsExactly("a", "b", "c");
        add("d");
        log.write();
        assertThat(recorded()).containsExactly("a", "b", "c", "d");
        database.write().sql("DROP TRIGGER refusal").update();
        add("e");
        log.write();
        assertThat(recorded()).as("what was refused is gone").containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void many_that_are_refused_at_the_beginning_do_not_hold_up_the_others() {
        refuse("bad%");
        add("bad1", "bad2", "bad3", "bad4", "a");
        log.write();
        log.write();
        assertThat(recorded()).containsExactly("a");
    }

    @Test
    void when_too_much_waits_the_newest_is_left_out_and_the_rest_is_kept() {
        away(true);
        for (int i = 0; i < 20_100; i++) {
            add("n" + i);
        }
        away(false);
        log.write();
        assertThat(recorded()).hasSize(20_000).endsWith("n19999");
    }

    @Test
    void what_still_waits_is_written_when_it_ends() {
        add("a");
        log.close();
        assertThat(recorded()).containsExactly("a");
    }

    private void add(String... outcomes) {
        for (String outcome : outcomes) {
            TraceId trace = TraceId.of(outcome);
            Lookup lookup = new Lookup(
                    Instant.EPOCH, Lookup.Asked.directly(Door.API, trace), Language.ID, outcome, null, List.of(),
                    Duration.ofMillis(1), false);
            log.add(new CheckLog.Entry(trace, lookup));
        }
    }

    private List<String> recorded() {
        return database.read().sql("SELECT outcome FROM lookup ORDER BY id").query(String.class).list();
    }

    private void away(boolean away) {
        database.write().sql(away ? "ALTER TABLE lookup RENAME TO gone" : "ALTER TABLE gone RENAME TO lookup").update();
    }

    private void refuse(String outcomes) {
        database.write()
                .sql("CREATE TRIGGER refusal BEFORE INSERT ON lookup WHEN NEW.outcome LIKE '" + outcomes
                        + "' BEGIN SELECT RAISE(ABORT, 'no'); END")
                .update();
    }
}
