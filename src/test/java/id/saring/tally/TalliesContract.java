package id.saring.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import id.saring.audit.Feedback;
import id.saring.audit.Lookup;
import id.saring.audit.Lookups;
import id.saring.core.Channel;
import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.core.Pseudonym;
import id.saring.db.Database;
import id.saring.db.TestStore;
import id.saring.tally.Tallies.ClaimTally;
import id.saring.tally.Tallies.FeedbackTally;
import id.saring.tally.Tallies.LookupTally;
import id.saring.tally.Tallies.Riser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the counting of lookups promises on every database. */
abstract class TalliesContract {
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    /** Ten minutes before midnight in Jakarta. */
    private static final Instant LATE = Instant.parse("2026-03-01T16:50:00Z");

    private static final Instant MIDNIGHT = Instant.parse("2026-03-01T17:00:00Z");
    private static final Pseudonym ANI = new Pseudonym("0123456789abcdef0123456789abcdef");
    private static final Pseudonym BUDI = new Pseudonym("fedcba9876543210fedcba9876543210");

    @RegisterExtension
    final TestStore store;

    private Instant now = MIDNIGHT.plus(Duration.ofHours(2));
    private final List<Counted> heard = new ArrayList<>();
    private Database database;
    private Lookups lookups;
    private Tallies tallies;
    private Tallying tallying;

    TalliesContract(TestStore store) {
        this.store = store;
    }

    @BeforeEach
    void open() {
        database = store.open();
        lookups = new Lookups(database);
        tallies = new Tallies(database, JAKARTA);
        tallying = tallying(database);
    }

    private Tallying tallying(Database of) {
        InstantSource clock = () -> now;
        return new Tallying(of, JAKARTA, clock.withZone(JAKARTA), counted -> {
            synchronized (heard) {
                heard.add(counted);
            }
        });
    }

    @Test
    void lookups_are_counted_by_hour_and_day_of_the_zone() {
        add(LATE, "match", 7, 2);
        add(MIDNIGHT, "match", 7, 2);
        add(MIDNIGHT.plusSeconds(3600), "not_found", null, 3);
        tallying.run();
        Instant day = Instant.parse("2026-02-28T17:00:00Z");
        assertThat(tallies.lookups(Grain.HOUR, LATE)).containsExactly(
                new LookupTally(LATE.minusSeconds(3000), "WEB", "ID", "match", 1),
                new LookupTally(MIDNIGHT, "WEB", "ID", "match", 1),
                new LookupTally(MIDNIGHT.plusSeconds(3600), "WEB", "ID", "not_found", 1));
        assertThat(tallies.lookups(Grain.DAY, LATE)).containsExactlyInAnyOrder(
                new LookupTally(day, "WEB", "ID", "match", 1),
                new LookupTally(MIDNIGHT, "WEB", "ID", "match", 1),
                new LookupTally(MIDNIGHT, "WEB", "ID", "not_found", 1));
        assertThat(tallies.top(Grain.DAY, MIDNIGHT, 5)).containsExactly(new ClaimTally(new ClaimId(7), 1));
    }

    @Test
    void nothing_is_counted_twice_or_missed_however_often_it_is_counted() {
        add(MIDNIGHT, "match", 7, 2);
        tallying.run();
        tallying.run();
        add(now.minusSeconds(10), "match", 7, 2);
        tallying.run();
        assertThat(counted()).isEqualTo(2);
        now = now.plusSeconds(60);
        tallying.run();
        assertThat(counted()).isEqualTo(2);
        assertThat(tallies.countedUntil()).contains(now.minus(Tallying.LAG));
    }

    @Test
    void what_is_written_long_after_its_time_is_counted_once_at_its_time() {
        add(MIDNIGHT, "match", 7, 2);
        tallying.run();
        // The store was away: recorded two hours late, into an hour that is counted.
        add(MIDNIGHT.plusSeconds(1), "match", 7, 2);
        add(LATE, "not_found", null, 2);
        tallying.run();
        tallying.run();
        assertThat(tallies.lookups(Grain.HOUR, LATE)).containsExactly(
                new LookupTally(LATE.minusSeconds(3000), "WEB", "ID", "not_found", 1),
                new LookupTally(MIDNIGHT, "WEB", "ID", "match", 2));
        assertThat(tallies.top(Grain.DAY, LATE, 5)).containsExactly(new ClaimTally(new ClaimId(7), 2));
        assertThat(tallies.latencies(Grain.HOUR, MIDNIGHT).get(MIDNIGHT).count()).isEqualTo(2);
    }

    @Test
    void a_slow_transaction_is_counted_once_when_it_ends() throws Exception {
        add(MIDNIGHT, "match", 7, 2);
        tallying.run();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch counted = new CountDownLatch(1);
        Thread slow = Thread.ofPlatform().start(() -> database.transact(() -> {
            add(MIDNIGHT.plusSeconds(1), "match", 7, 2);
            written.countDown();
            if (database.dialect().shared()) {
                awaitUninterruptibly(counted);
            }
        }));
        written.await();
        if (database.dialect().shared()) {
            // Has a greater id and is there sooner.
            add(MIDNIGHT.plusSeconds(2), "match", 7, 2);
        }
        tallying.run();
        counted.countDown();
        slow.join();
        add(MIDNIGHT.plusSeconds(3), "match", 7, 2);
        tallying.run();
        tallying.run();
        assertThat(counted()).isEqualTo(database.dialect().shared() ? 4 : 3);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void counting_that_was_by_time_goes_on_without_counting_again() {
        add(MIDNIGHT, "match", 7, 2);
        tallying.run();
        database.write().sql("DELETE FROM tally_mark WHERE name = 'lookup_ids'").update();
        add(now.plusSeconds(1), "match", 7, 2);
        tallying.run();
        assertThat(counted()).isEqualTo(2);
    }

    @Test
    void counting_ends_although_time_goes_on() {
        add(MIDNIGHT, "match", 7, 2);
        Clock clock = Clock.systemUTC();
        now = clock.instant();
        Tallying running = new Tallying(database, JAKARTA, clock, counted -> {});
        now = now.minus(Duration.ofSeconds(90));
        tallying.run();
        assertTimeoutPreemptively(Duration.ofSeconds(60), running::run);
        assertThat(tallies.countedUntil().orElseThrow()).isAfter(now.plusSeconds(20));
    }

    @Test
    void several_replicas_count_each_lookup_once() throws Exception {
        for (int i = 0; i < 200; i++) {
            add(MIDNIGHT.plusSeconds(i * 30L), i % 3 == 0 ? "not_found" : "match", i % 3 == 0 ? null : i % 5 + 1, 2);
        }
        CyclicBarrier together = new CyclicBarrier(3);
        List<Thread> replicas = Stream.of(database, store.open(), store.open())
                .map(this::tallying)
                .map(replica -> Thread.ofPlatform().start(() -> {
                    try {
                        together.await();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    replica.run();
                }))
                .toList();
        for (Thread replica : replicas) {
            replica.join();
        }
        assertThat(counted()).isEqualTo(200);
        assertThat(heard.stream().flatMap(c -> c.lookups().stream()).mapToLong(Counted.Sort::lookups).sum())
                .isEqualTo(200);
    }

    @Test
    void answer_times_are_told_within_the_width_of_a_bucket() {
        for (int millis = 1; millis <= 100; millis++) {
            add(MIDNIGHT, "match", 7, millis);
        }
        add(MIDNIGHT, "chosen", 7, 0);
        tallying.run();
        Latencies latencies = tallies.latencies(Grain.DAY, MIDNIGHT).get(MIDNIGHT);
        assertThat(latencies.count()).isEqualTo(100);
        assertThat(latencies.within(0.5).orElseThrow()).isCloseTo(50, within(3.0));
        assertThat(latencies.within(0.95).orElseThrow()).isCloseTo(95, within(6.0));
        assertThat(latencies.within(0.99).orElseThrow()).isCloseTo(99, within(7.0));
        assertThat(new Latencies().within(0.5)).isEmpty();
    }

    @Test
    void feedback_is_counted_when_it_is_given() {
        lookups.note(new Feedback(new ClaimId(7), 1, ANI, true, MIDNIGHT.plusSeconds(5)));
        lookups.note(new Feedback(new ClaimId(7), 1, BUDI, false, MIDNIGHT.plusSeconds(6)));
        lookups.note(new Feedback(new ClaimId(8), 1, BUDI, false, MIDNIGHT.plusSeconds(7)));
        add(LATE, "match", 7, 2);
        tallying.run();
        assertThat(tallies.feedback(Grain.HOUR, MIDNIGHT)).containsExactly(new FeedbackTally(MIDNIGHT, 1, 2));
    }

    @Test
    void feedback_that_is_written_long_after_its_time_is_counted_once_at_its_time() {
        add(MIDNIGHT, "match", 7, 2);
        lookups.note(new Feedback(new ClaimId(7), 1, ANI, true, MIDNIGHT.plusSeconds(5)));
        tallying.run();
        // Its transaction had to wait for hours, or the clock of another replica is slow.
        lookups.note(new Feedback(new ClaimId(7), 1, BUDI, false, LATE));
        tallying.run();
        // Changed her mind.
        lookups.note(new Feedback(new ClaimId(7), 1, ANI, false, now));
        tallying.run();
        tallying.run();
        assertThat(tallies.feedback(Grain.HOUR, LATE)).containsExactly(
                new FeedbackTally(LATE.minusSeconds(3000), 0, 1),
                new FeedbackTally(MIDNIGHT, 1, 0),
                new FeedbackTally(now, 0, 1));
        assertThat(heard.stream().flatMap(counted -> counted.feedback().values().stream())).hasSize(3);
    }

    @Test
    void metrics_hear_of_what_is_late_but_not_of_what_lay_there_when_the_process_began() {
        add(LATE, "match", 7, 2);
        lookups.note(new Feedback(new ClaimId(7), 1, ANI, true, LATE));
        tallying.run();
        assertThat(heard).isEmpty();
        add(LATE, "match", 7, 2);
        lookups.note(new Feedback(new ClaimId(7), 1, BUDI, true, LATE));
        tallying.run();
        assertThat(heard.stream().flatMap(counted -> counted.lookups().stream())).hasSize(1);
        assertThat(heard.stream().flatMap(counted -> counted.feedback().values().stream())).containsExactly(1L);
        // Another start, with what its predecessor has not counted.
        heard.clear();
        add(LATE, "match", 7, 2);
        add(now.minusSeconds(60), "match", 7, 2);
        tallying(database).run();
        assertThat(heard).singleElement()
                .satisfies(counted -> assertThat(counted.until()).isAfter(now.minusSeconds(60)));
        assertThat(counted()).isEqualTo(4);
    }

    @Test
    void what_spreads_is_what_rises_above_its_own_days() {
        for (int day = 1; day <= 7; day++) {
            for (int i = 0; i < 30; i++) {
                add(now.minus(Duration.ofDays(day)).minusSeconds(7200), "match", 1, 2);
            }
        }
        for (int i = 0; i < 32; i++) {
            add(now.minusSeconds(7200), "match", 1, 2);
        }
        for (int i = 0; i < 12; i++) {
            add(now.minusSeconds(7200), "match", 2, 2);
        }
        for (int i = 0; i < 4; i++) {
            add(now.minusSeconds(7200), "match", 3, 2);
        }
        tallying.run();
        assertThat(tallies.top(Grain.HOUR, now.minus(Duration.ofDays(1)), 1))
                .containsExactly(new ClaimTally(new ClaimId(1), 32));
        assertThat(tallies.risers(now, 5)).containsExactly(new Riser(new ClaimId(2), 12, 0));
    }

    @Test
    void what_a_person_has_erased_stays_counted_and_days_outlive_hours() {
        add(MIDNIGHT, "match", 7, 2);
        tallying.run();
        lookups.forget(ANI);
        now = now.plus(Duration.ofDays(40));
        tallying.run();
        tallying.forgetHours();
        assertThat(tallies.lookups(Grain.HOUR, Instant.EPOCH)).isEmpty();
        assertThat(counted()).isEqualTo(1);
    }

    private long counted() {
        return tallies.lookups(Grain.DAY, Instant.EPOCH).stream().mapToLong(LookupTally::lookups).sum();
    }

    private void add(Instant at, String outcome, Integer claim, long millis) {
        Lookup.Answer answer = claim == null ? null : new Lookup.Answer(new ClaimId(claim), 1, 0.9);
        lookups.add(new Lookup(
                at,
                new Lookup.Asked(Channel.WEB, ANI, "NONE", "web:00ff"),
                Language.ID,
                outcome,
                answer,
                List.of(),
                Duration.ofMillis(millis),
                false));
    }
}
