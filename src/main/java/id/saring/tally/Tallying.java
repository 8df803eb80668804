package id.saring.tally;

import id.saring.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts what was looked up, beside those who answer: they write nothing for it. Lookups, and
 * what people said of answers, are counted as they are written, however long after their time that was. Each is counted
 * once, whichever of several replicas does it, because the count and what it is of are written together.
 */
public final class Tallying {
    /** What is asked is written this long after its time, but for what was long on its way. */
    static final Duration LAG = Duration.ofSeconds(30);

    /** How long hours are kept; days are kept for good. */
    private static final Duration KEEP_HOURS = Duration.ofDays(35);

    private static final Duration BACKLOG = Duration.ofHours(1);

    private static final String MARK = "lookups";

    private final Database database;
    private final ZoneId zone;
    private final Clock clock;
    private final Consumer<Counted> listener;
    private final WrittenLookups written;
    private final WrittenFeedback said;
    private boolean begun;

    /** @param listener told of what this process has counted, after the commit, but for an old backlog */
    Tallying(Database database, ZoneId zone, Clock clock, Consumer<Counted> listener) {
        this.database = database;
        this.zone = zone;
        this.clock = clock;
        this.listener = listener;
        this.written = new WrittenLookups(database, zone);
        this.said = new WrittenFeedback(database, zone);
    }

    /** Counts all lookups and all feedback that are written. */
    public void run() {
        // Whole seconds, and once for all steps: time goes on while is counted.
        Instant newest = clock.instant().minus(LAG).truncatedTo(ChronoUnit.SECONDS);
        if (countedUntil(database.read()).isEmpty()) {
            begin(newest);
        }
        countLookups();
        countFeedback();
        advance(newest);
    }

    private void countLookups() {
        written.begin(countedUntil(database.read()).orElseThrow());
        Optional<WrittenLookups.Batch> next = written.after(written.last());
        while (next.isPresent()) {
            WrittenLookups.Batch batch = next.get();
            // Counted outside of the transaction, so that those who write wait only for the sums.
            boolean first = database.transact(() -> {
                boolean ours = written.advance(batch);
                if (ours) {
                    batch.counted().forEach(this::write);
                }
                return ours;
            });
            if (first) {
                tell(batch.counted(), batch.found());
            }
            next = written.after(written.last());
        }
    }

    private void countFeedback() {
        List<Counted> counted;
        do {
            counted = database.transact(() -> {
                List<Counted> some = said.take();
                some.forEach(this::write);
                return some;
            });
            tell(counted, !begun);
        } while (!counted.isEmpty());
        begun = true;
    }

    /**
     * A backlog that lay there when this process began was nobody's, and would look as if it had come all at once. What
     * is written since is told of, however long it was on its way.
     */
    private void tell(List<Counted> counted, boolean found) {
        Instant old = clock.instant().minus(BACKLOG);
        counted.stream().filter(one -> !found || !one.until().isBefore(old)).forEach(listener);
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

    private void advance(Instant newest) {
        database.write()
                .sql("UPDATE tally_mark SET counted_until = ? WHERE name = ? AND counted_until < ?")
                .params(newest.toEpochMilli(), MARK, newest.toEpochMilli())
                .update();
    }

    private void write(Counted counted) {
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
}
