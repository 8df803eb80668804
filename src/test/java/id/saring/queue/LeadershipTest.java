package id.saring.queue;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.db.Database;
import id.saring.db.TestStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LeadershipTest {
    private static final Duration TERM = Duration.ofSeconds(15);

    @RegisterExtension
    final TestStore postgres = TestStore.postgres();

    @RegisterExtension
    final TestStore sqlite = TestStore.sqlite();

    private final SettableClock clock = new SettableClock();

    private Leadership replica(String role) {
        return new Leadership(postgres.open(), clock, role, TERM);
    }

    @Test
    void only_one_replica_has_a_role_and_keeps_it_as_long_as_it_says_so() {
        Leadership one = replica("poller");
        Leadership two = replica("poller");
        assertThat(one.hold()).isTrue();
        for (int i = 0; i < 5; i++) {
            clock.advance(TERM.minusMillis(1));
            assertThat(two.hold()).isFalse();
            assertThat(two.lasts()).isFalse();
            assertThat(one.hold()).isTrue();
        }
        assertThat(replica("cleaner").hold()).as("another role").isTrue();
    }

    @Test
    void the_role_of_a_replica_that_fell_silent_is_taken_over_and_not_taken_back() {
        Leadership one = replica("poller");
        Leadership two = replica("poller");
        one.hold();
        clock.advance(TERM.minusMillis(1));
        assertThat(one.lasts()).isTrue();
        clock.advance(Duration.ofMillis(1));
        assertThat(one.lasts()).as("knows it without asking").isFalse();
        assertThat(two.hold()).isTrue();
        assertThat(one.hold()).isFalse();
    }

    @Test
    void a_role_that_was_released_is_free_at_once() {
        Leadership one = replica("poller");
        Leadership two = replica("poller");
        one.hold();
        two.release();
        assertThat(two.hold()).as("what is not ours cannot be released").isFalse();
        one.release();
        assertThat(one.lasts()).isFalse();
        assertThat(two.hold()).isTrue();
    }

    @Test
    void of_many_that_want_it_at_once_one_gets_it() {
        Database database = postgres.open();
        List<CompletableFuture<Boolean>> held = IntStream.range(0, 8)
                .mapToObj(i -> new Leadership(database, clock, "poller", TERM))
                .map(replica -> CompletableFuture.supplyAsync(replica::hold))
                .toList();
        assertThat(held.stream().filter(CompletableFuture::join)).hasSize(1);
    }

    @Test
    void where_only_one_process_serves_it_leads_at_once_though_its_predecessor_died() {
        new Leadership(sqlite.open(), clock, "poller", TERM).hold();
        assertThat(new Leadership(sqlite.open(), clock, "poller", TERM).hold()).isTrue();
    }
}
