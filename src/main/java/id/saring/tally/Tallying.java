package id.saring.tally;

import id.saring.core.ClaimId;
import id.saring.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts what was looked up, a little behind the time and beside those who answer: they write nothing for it. It counts
 * each moment once, whichever of several replicas does it, because the count and up to when it goes are written
 * together.
 */
public final class Tallying {
    /** A lookup is written this long after its time at the latest, clocks of other replicas included. */
    static final Duration LAG = Duration.ofSeconds(30);

    /** How long hours are kept; days are kept for good. */
    private static final Duration KEEP_HOURS = Duration.ofDays(35);

    private static final String MARK = "lookups";
    private static final String LATENCY = Latencies.boundOf("latency_micros");

    private final Database database;
    private final ZoneId zone;
    private final Clock clock;
    private final Consumer<Counted> listener;

    /** @param listener told of what this process has counted, after the commit */
    Tallying(Database database, ZoneId zone, Clock clock, Consumer<Counted> listener) {
        this.database = database;
        this.zone = zone;
        this.clock = clock;
        this.listener = listener;
    }

    /** Counts all that is old enough by now, an hour at a time. */
    public void run() {
        // Whole seconds, and once for all steps: time goes on while is counted.
        Instant newest = clock.instant().minus(LAG).truncatedTo(ChronoUnit.SECONDS);
        while (step(newest)) {
            // There may be more.
        }
    }

    /** Deletes the hours that nobody looks at any more. */
    void forgetHours() {
        long before = clock.millis() - KEEP_HOURS.toMillis();
        for (String table : List.of("lookup_tally", "latency_tally", "claim_tally", "feedback_tally")) {
            database.write()
                    .sql("DELETE FROM " + table + " WHERE grain = 'HOUR' AND start_at < ?")
                    .param(before)
                    .update();
        }
    }

    /** Returns false if all has been counted that is old enough. */
    private boolean step(Instant newest) {
        Optional<Instant> since = countedUntil(database.read());
        if (since.isEmpty()) {
            begin(newest);
            return true;
        }
        Instant hour = Grain.HOUR.end(since.get(), zone);
        Instant until = hour.isBefore(newest) ? hour : newest;
        if (!until.isAfter(since.get())) {
            return false;
        }
        // Read outside of the transaction, so that those who write wait only for the sums.
        Counted counted = count(since.get(), until);
        boolean first = database.transact(() -> advance(counted) && write(counted));
        if (first) {
            listener.accept(counted);
        }
        return true;
    }

    static Optional<Instant> countedUntil(JdbcClient client) {
        return client.sql("SELECT counted_until FROM tally_mark WHERE name = ?")
                .param(MARK)
                .query((row, number) -> Instant.ofEpochMilli(row.getLong("counted_until")))
                .optional();
    }

    /** Counting begins with the oldest lookup there is. */
    private void begin(Instant newest) {
        long latest = newest.toEpochMilli();
        long oldest = database.read()
                .sql("SELECT coalesce(min(at), ?) FROM lookup")
                .param(latest)
                .query(Long.class)
                .single();
        database.write()
                .sql("INSERT INTO tally_mark (name, counted_until) VALUES (?, ?) ON CONFLICT (name) DO NOTHING")
                .params(MARK, Math.min(oldest, latest))
                .update();
    }

    private Counted count(Instant since, Instant until) {
        List<Counted.Sort> lookups = between("""
                SELECT channel, language, outcome, count(*) AS lookups FROM lookup WHERE at >= ? AND at < ?
                GROUP BY channel, language, outcome""", since, until)
                .query((row, number) -> new Counted.Sort(
                        row.getString("channel"),
                        row.getString("language"),
                        row.getString("outcome"),
                        row.getLong("lookups")))
                .list();
        Map<Long, Long> latencies = new HashMap<>();
        Map<ClaimId, Long> claims = new HashMap<>();
        if (!lookups.isEmpty()) {
            // Of a claim that was chosen from a list no time is taken.
            between("SELECT " + LATENCY + " AS bound, count(*) AS lookups FROM lookup"
                    + " WHERE at >= ? AND at < ? AND latency_micros > 0 GROUP BY bound", since, until)
                    .query(row -> {
                        latencies.put(row.getLong("bound"), row.getLong("lookups"));
                    });
            between("""
                    SELECT claim_id, count(*) AS lookups FROM lookup
                    WHERE at >= ? AND at < ? AND claim_id IS NOT NULL GROUP BY claim_id""", since, until)
                    .query(row -> {
                        claims.put(new ClaimId(row.getLong("claim_id")), row.getLong("lookups"));
                    });
        }
        Map<Boolean, Long> feedback = new HashMap<>();
        between("SELECT helpful, count(*) AS answers FROM feedback WHERE at >= ? AND at < ? GROUP BY helpful",
                since, until)
                .query(row -> {
                    feedback.put(row.getLong("helpful") == 1, row.getLong("answers"));
                });
        return new Counted(since, until, lookups, latencies, claims, feedback);
    }

    /** Returns false if another replica was faster. */
    private boolean advance(Counted counted) {
        return database.write()
                .sql("UPDATE tally_mark SET counted_until = ? WHERE name = ? AND counted_until = ?")
                .params(counted.until().toEpochMilli(), MARK, counted.since().toEpochMilli())
                .update() > 0;
    }

    private boolean write(Counted counted) {
        for (Grain grain : Grain.values()) {
            String place = grain.name();
            long start = grain.start(counted.since(), zone).toEpochMilli();
            counted.lookups().forEach(sort -> add(
                    "lookup_tally (grain, start_at, channel, language, outcome, lookups)",
                    place, start, sort.channel(), sort.language(), sort.outcome(), sort.lookups()));
            counted.latencies().forEach((bound, lookups) ->
                    add("latency_tally (grain, start_at, below_micros, lookups)", place, start, bound, lookups));
            counted.claims().forEach((claim, lookups) ->
                    add("claim_tally (grain, start_at, claim_id, lookups)", place, start, claim.value(), lookups));
            counted.feedback().forEach((helpful, answers) ->
                    add("feedback_tally (grain, start_at, helpful, answers)", place, start, helpful ? 1 : 0, answers));
        }
        return true;
    }

    /** @param columns the table's, of which all but the last are its key */
    private void add(String columns, Object... values) {
        String table = columns.substring(0, columns.indexOf(' '));
        String names = columns.substring(columns.indexOf('(') + 1, columns.length() - 1);
        int last = names.lastIndexOf(',');
        String count = names.substring(last + 1).strip();
        String places = "?, ".repeat(values.length - 1) + "?";
        database.write()
                .sql("INSERT INTO %s VALUES (%s) ON CONFLICT (%s) DO UPDATE SET %s = %s.%s + excluded.%s"
                        .formatted(columns, places, names.substring(0, last), count, table, count, count))
                .params(values)
                .update();
    }

    private JdbcClient.StatementSpec between(String sql, Instant since, Instant until) {
        return database.read().sql(sql).params(since.toEpochMilli(), until.toEpochMilli());
    }
}
