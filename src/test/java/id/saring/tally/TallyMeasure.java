package id.saring.tally;

import id.saring.db.Database;
import id.saring.db.TestStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Prints what counting a million lookups costs, and reading the tallies; run by hand:
 * {@code mvn test -Dtest=TallyMeasure}.
 */
class TallyMeasure {
    private static final int LOOKUPS = 1_000_000;
    private static final int BATCH = 10_000;
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgres"})
    void a_million_lookups(String kind) throws Exception {
        TestStore store = kind.equals("sqlite") ? TestStore.sqlite() : TestStore.postgres();
        store.beforeEach(null);
        try (Database database = store.open()) {
            Instant now = Instant.now();
            fill(database, now);
            Tallying tallying = new Tallying(database, ZONE, Clock.systemUTC(), counted -> {});
            Tallies tallies = new Tallies(database, ZONE);
            printOnce(kind, "counting all (a year)", tallying::run);
            burst(database, now);
            Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(2));
            printOnce(kind, "counting 15,000 of 15 s", new Tallying(database, ZONE, later, counted -> {})::run);
            print(kind, "lookups, 52 weeks", () -> tallies.lookups(Grain.DAY, now.minus(Duration.ofDays(364))));
            print(kind, "lookups, 168 hours", () -> tallies.lookups(Grain.HOUR, now.minus(Duration.ofDays(7))));
            print(kind, "answer times, 52 weeks", () -> tallies.latencies(Grain.DAY, now.minus(Duration.ofDays(364))));
            print(kind, "top claims, 52 weeks", () -> tallies.top(Grain.DAY, now.minus(Duration.ofDays(364)), 10));
            print(kind, "risers", () -> tallies.risers(now, 10));
        } finally {
            store.afterEach(null);
        }
    }

    private static void print(String kind, String what, Runnable work) {
        work.run();
        long start = System.nanoTime();
        work.run();
        System.out.printf("%-8s %-26s %8.1f ms again%n", kind, what, (System.nanoTime() - start) / 1e6);
    }

    private static void printOnce(String kind, String what, Runnable counting) {
        long start = System.nanoTime();
        counting.run();
        System.out.printf("%-8s %-26s %8.1f ms%n", kind, what, (System.nanoTime() - start) / 1e6);
    }

    private static void fill(Database database, Instant now) {
        Random random = new Random(3);
        insert(database, LOOKUPS, i -> now.minusSeconds(3600 + random.nextInt(365 * 86_400)).toEpochMilli());
    }

    private static void burst(Database database, Instant now) {
        Random random = new Random(4);
        insert(database, 15_000, i -> now.plusSeconds(random.nextInt(15)).toEpochMilli());
    }

    private static void insert(Database database, int count, java.util.function.IntToLongFunction at) {
        Random random = new Random(5);
        String[] outcomes = {"match", "match", "candidates", "not_found", "chosen", "keyword"};
        String[] channels = {"WEB", "TELEGRAM", "WHATSAPP"};
        JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
        for (int done = 0; done < count; done += BATCH) {
            int from = done;
            database.transact(() -> {
                jdbc.batchUpdate("""
                        INSERT INTO lookup (at, channel, asker, language, outcome, claim_id, claim_version, confidence,
                            candidates, latency_micros, cache_hit, forwarding, message_key)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, '[]', ?, 0, 'NONE', ?)""",
                        Stream.iterate(0, i -> i + 1).limit(Math.min(BATCH, count - from)).map(i -> {
                            String outcome = outcomes[random.nextInt(outcomes.length)];
                            Long claim = outcome.equals("match")
                                    ? Math.round(Math.abs(random.nextGaussian()) * 1500) + 1 : null;
                            return new Object[] {
                                at.applyAsLong(i), channels[random.nextInt(3)],
                                        "%032x".formatted(random.nextInt(200_000)),
                                random.nextInt(5) == 0 ? "EN" : "ID", outcome, claim, claim == null ? null : 1L,
                                claim == null ? null : 0.9, 500 + random.nextInt(20_000), "web:" + from + i};
                        }).toList());
            });
        }
    }
}
