package id.saring.audit;

import id.saring.db.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Searches the log of lookups, newest first, in stretches of a bounded number of rows, so that no question costs more
 * than its time however rare what it asks for: it then says how far it came and goes on from there when asked again.
 */
public final class LookupSearch {
    private static final int FIRST_STRETCH = 10_000;

    /** Lookups of one claim or asker lie far from each other: each costs a look of its own. */
    private static final int FIRST_SCATTERED = 1_000;

    private static final int LONGEST_STRETCH = 200_000;

    /** So many at a time are looked at more closely than the store can. */
    private static final int SIEVED = 400;

    private static final Duration TARGET = Duration.ofMillis(25);

    private final Database database;

    public LookupSearch(Database database) {
        this.database = database;
    }

    public Optional<LookupEntry> find(long id) {
        return database.read()
                .sql("SELECT * FROM lookup WHERE id = ?")
                .param(id)
                .query((row, number) -> Lookups.entry(row))
                .optional();
    }

    /**
     * The lookups before a place that the filter and the sieve let through.
     *
     * @param sieve  leaves of some lookups those to list, in their order; for what the store cannot tell
     * @param budget stops about then; at least one stretch is searched
     */
    public LookupFindings search(
            LookupFilter filter, LookupPlace before, int limit, UnaryOperator<List<LookupEntry>> sieve,
            Duration budget) {
        long end = System.nanoTime() + budget.toNanos();
        LookupPlace start = startOf(filter);
        LookupPlace here = filter.when().until() == null
                ? before
                : earlier(before, LookupPlace.startOf(filter.when().until()));
        List<LookupEntry> found = new ArrayList<>();
        int stretch = filter.scattered() ? FIRST_SCATTERED : FIRST_STRETCH;
        while (start.isBefore(here)) {
            long begun = System.nanoTime();
            LookupPlace stop = stop(filter, here, stretch).filter(start::isBefore).orElse(start);
            while (stop.isBefore(here)) {
                List<LookupEntry> some = between(filter, stop, here, SIEVED);
                found.addAll(sieve.apply(some));
                if (found.size() > limit) {
                    return new LookupFindings(found.subList(0, limit), found.get(limit - 1).place());
                }
                here = some.size() < SIEVED ? stop : some.getLast().place();
                if (System.nanoTime() > end && start.isBefore(here)) {
                    return new LookupFindings(found, here);
                }
            }
            stretch = next(stretch, System.nanoTime() - begun);
        }
        return new LookupFindings(found, null);
    }

    private static LookupPlace startOf(LookupFilter filter) {
        Instant from = filter.when().from();
        return LookupPlace.startOf(from == null || from.isBefore(Instant.EPOCH) ? Instant.EPOCH : from);
    }

    private static LookupPlace earlier(LookupPlace one, LookupPlace other) {
        return one.isBefore(other) ? one : other;
    }

    /** Longer stretches while they are quick, shorter ones where they are not. */
    private static int next(int stretch, long nanos) {
        double factor = Math.clamp(TARGET.toNanos() / Math.max(1.0, nanos), 0.25, 4);
        return (int) Math.clamp(stretch * factor, FIRST_SCATTERED, LONGEST_STRETCH);
    }

    /** Where the stretch ends; empty if that is the start of the log. */
    private Optional<LookupPlace> stop(LookupFilter filter, LookupPlace before, int stretch) {
        LookupFilter.Condition way = filter.way();
        return database.read()
                .sql("SELECT at FROM lookup WHERE " + way.sql()
                        + " AND (at, id) < (?, ?) ORDER BY at DESC, id DESC LIMIT 1 OFFSET " + stretch)
                .params(way.values())
                .param(before.at().toEpochMilli())
                .param(before.id())
                .query(Long.class)
                .optional()
                .map(Instant::ofEpochMilli)
                .map(LookupPlace::startOf);
    }

    /** Not {@code SELECT *} at once: the filter is to be answered from an index, without the rows. */
    private List<LookupEntry> between(LookupFilter filter, LookupPlace start, LookupPlace before, int limit) {
        LookupFilter.Condition way = filter.way();
        LookupFilter.Condition rest = filter.rest();
        return database.read()
                .sql("SELECT * FROM lookup WHERE id IN (SELECT id FROM lookup WHERE " + way.sql() + " AND " + rest.sql()
                        + " AND at >= ? AND (at, id) < (?, ?) ORDER BY at DESC, id DESC LIMIT " + limit
                        + ") ORDER BY at DESC, id DESC")
                .params(way.values())
                .params(rest.values())
                .param(start.at().toEpochMilli())
                .param(before.at().toEpochMilli())
                .param(before.id())
                .query((row, number) -> Lookups.entry(row))
                .list();
    }
}
