package id.saring.tally;

import id.saring.db.Database;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What people said of answers and has not been counted yet, however late it was written. Who changes their mind has
 * said something once more.
 */
final class WrittenFeedback {
    /** So much is counted at once. */
    private static final int BATCH = 2_000;

    private final Database database;
    private final ZoneId zone;

    WrittenFeedback(Database database, ZoneId zone) {
        this.database = database;
        this.zone = zone;
    }

    /** Takes some of it, within the caller's transaction, by the hour it was said in; empty if there is none. */
    List<Counted> take() {
        Map<Instant, Map<Boolean, Long>> hours = new TreeMap<>();
        database.write()
                .sql("""
                        UPDATE feedback SET counted = 1 WHERE counted = 0 AND (claim_id, claim_version, asker) IN
                            (SELECT claim_id, claim_version, asker FROM feedback WHERE counted = 0 ORDER BY at LIMIT ?)
                        RETURNING helpful, at""")
                .param(BATCH)
                .query(row -> {
                    Instant hour = Grain.HOUR.start(Instant.ofEpochMilli(row.getLong("at")), zone);
                    hours.computeIfAbsent(hour, start -> new HashMap<>())
                            .merge(row.getLong("helpful") == 1, 1L, Long::sum);
                });
        List<Counted> counted = new ArrayList<>();
        hours.forEach((hour, said) -> counted.add(new Counted(
                hour, Grain.HOUR.end(hour, zone), List.of(), Map.of(), Map.of(), said)));
        return counted;
    }
}
