package id.saring.tally;

import id.saring.core.ClaimId;
import id.saring.db.Database;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * The lookups in the order of their ids, which is the order they were written in: one that was recorded late has an id
 * as new as any. Where several write at once, a smaller id can be committed after a greater one, so a batch ends below
 * the ids of those who were still writing.
 */
final class WrittenLookups {
    private static final String MARK = "lookup_ids";
    private static final String LATENCY = Latencies.boundOf("latency_micros");

    /** So many lookups are counted at once. */
    private static final int BATCH = 20_000;

    /** Every zone's hours begin at a whole one of these. */
    private static final long QUARTER = 900_000;

    private final Database database;
    private final ZoneId zone;

    /** The greatest id when this process began. */
    private long found = -1;

    /** Up to this id all is committed. */
    private long complete;

    /** Up to this id all is committed once {@link #writers} have ended. */
    private long awaited;

    private final Set<String> writers = new HashSet<>();

    WrittenLookups(Database database, ZoneId zone) {
        this.database = database;
        this.zone = zone;
    }

    /**
     * What was written after {@code last}, by hour.
     *
     * @param until the last id of it
     * @param found whether it lay there when this process began
     */
    record Batch(long last, long until, List<Counted> counted, boolean found) {}

    /** @param counted up to when an earlier Saring has counted by time */
    void begin(Instant counted) {
        database.write()
                .sql("""
                        INSERT INTO tally_mark (name, counted_until)
                        SELECT ?, coalesce(max(id), 0) FROM lookup WHERE at < ?
                        ON CONFLICT (name) DO NOTHING""")
                .params(MARK, counted.toEpochMilli())
                .update();
    }

    /** The id of the last lookup that is counted. */
    long last() {
        return database.read()
                .sql("SELECT counted_until FROM tally_mark WHERE name = ?")
                .param(MARK)
                .query(Long.class)
                .single();
    }

    /** Returns false if another replica was faster. */
    boolean advance(Batch batch) {
        return database.write()
                .sql("UPDATE tally_mark SET counted_until = ? WHERE name = ? AND counted_until = ?")
                .params(batch.until(), MARK, batch.last())
                .update() > 0;
    }

    /** The next batch, empty if nothing can be counted yet. */
    synchronized Optional<Batch> after(long last) {
        look();
        if (last < found && until(last, Math.min(found, complete)) == 0 && complete >= found) {
            // What was found at the start has been erased before it was counted.
            found = last;
        }
        boolean isFound = last < found;
        long until = until(last, isFound ? Math.min(found, complete) : complete);
        return until > last ? Optional.of(new Batch(last, until, count(last, until), isFound)) : Optional.empty();
    }

    /** The id of the last of the next lookups to be counted; 0 if there are none. */
    private long until(long last, long end) {
        return database.read()
                .sql("SELECT coalesce(max(id), 0) FROM"
                        + " (SELECT id FROM lookup WHERE id > ? AND id <= ? ORDER BY id LIMIT ?) AS next")
                .params(last, end, BATCH)
                .query(Long.class)
                .single();
    }

    private void look() {
        String query = database.dialect().writersOf("lookup");
        long greatest = greatest();
        if (found < 0) {
            found = greatest;
        }
        // Asked after the greatest id: who has a smaller one and is not done is among them.
        Set<String> writing = query.isEmpty()
                ? Set.of()
                : new HashSet<>(database.read().sql(query).query(String.class).list());
        writers.retainAll(writing);
        if (writers.isEmpty()) {
            complete = Math.max(complete, awaited);
            awaited = greatest;
            writers.addAll(writing);
        }
        if (writing.isEmpty()) {
            complete = greatest;
        }
    }

    private long greatest() {
        return database.read().sql("SELECT coalesce(max(id), 0) FROM lookup").query(Long.class).single();
    }

    private List<Counted> count(long last, long until) {
        Map<Instant, Sums> hours = new TreeMap<>();
        each("channel, language, outcome", "channel, language, outcome", "", last, until, row -> {
            Counted.Sort sort = new Counted.Sort(
                    row.getString("channel"), row.getString("language"), row.getString("outcome"), 0);
            sums(hours, row.getLong("quarter")).lookups.merge(sort, row.getLong("lookups"), Long::sum);
        });
        // Of a claim that was chosen from a list no time is taken.
        each(LATENCY + " AS bound", "bound", " AND latency_micros > 0", last, until, row ->
                sums(hours, row.getLong("quarter")).latencies.merge(
                        row.getLong("bound"), row.getLong("lookups"), Long::sum));
        each("claim_id", "claim_id", " AND claim_id IS NOT NULL", last, until, row ->
                sums(hours, row.getLong("quarter")).claims.merge(
                        new ClaimId(row.getLong("claim_id")), row.getLong("lookups"), Long::sum));
        List<Counted> counted = new ArrayList<>();
        hours.forEach((hour, sums) -> counted.add(sums.counted(hour, Grain.HOUR.end(hour, zone))));
        return counted;
    }

    private void each(
            String columns, String group, String which, long last, long until, RowCallbackHandler handler) {
        database.read()
                .sql("SELECT at / " + QUARTER + " AS quarter, " + columns + ", count(*) AS lookups FROM lookup"
                        + " WHERE id > ? AND id <= ?" + which + " GROUP BY quarter, " + group)
                .params(last, until)
                .query(handler);
    }

    private Sums sums(Map<Instant, Sums> hours, long quarter) {
        Instant hour = Grain.HOUR.start(Instant.ofEpochMilli(quarter * QUARTER), zone);
        return hours.computeIfAbsent(hour, start -> new Sums());
    }

    private static final class Sums {
        final Map<Counted.Sort, Long> lookups = new HashMap<>();
        final Map<Long, Long> latencies = new HashMap<>();
        final Map<ClaimId, Long> claims = new HashMap<>();

        Counted counted(Instant since, Instant until) {
            List<Counted.Sort> sorts = new ArrayList<>();
            lookups.forEach((sort, count) ->
                    sorts.add(new Counted.Sort(sort.channel(), sort.language(), sort.outcome(), count)));
            return new Counted(since, until, sorts, latencies, claims, Map.of());
        }
    }
}
