package id.saring.tally;

import id.saring.core.ClaimId;
import id.saring.db.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was counted. Reading costs the same however many lookups there were. */
public final class Tallies {
    /** A claim that rises is measured against as many days before. */
    private static final int EARLIER_DAYS = 7;

    private static final Duration DAY = Duration.ofDays(1);

    /** Below so many a day nothing is said to spread. */
    private static final int FEWEST = 5;

    private final Database database;
    private final ZoneId zone;

    /** @param zone whose hours and days are counted */
    public Tallies(Database database, ZoneId zone) {
        this.database = database;
        this.zone = zone;
    }

    /** Lookups of one hour or day that have all of this in common. */
    public record LookupTally(Instant start, String channel, String language, String outcome, long lookups) {}

    /** How often a claim was the answer. */
    public record ClaimTally(ClaimId claim, long lookups) {}

    /**
     * A claim asked for more than it used to be.
     *
     * @param today   how often it was the answer in the last 24 hours
     * @param usually how often it was in 24 hours of the seven days before
     */
    public record Riser(ClaimId claim, long today, double usually) {
        /** How far the day is out of the usual, counted in what chance would make of it. */
        double surprise() {
            return (today - usually) / Math.sqrt(usually + 1);
        }
    }

    /** What people said of answers in one hour or day. */
    public record FeedbackTally(Instant start, long helpful, long unhelpful) {}

    /** The zone whose hours and days these are. */
    public ZoneId zone() {
        return zone;
    }

    /** Up to when all has been counted; empty before anything was. */
    public Optional<Instant> countedUntil() {
        return Tallying.countedUntil(database.read());
    }

    /** From the hour or day that {@code since} is in, the oldest first. */
    public List<LookupTally> lookups(Grain grain, Instant since) {
        return since("SELECT * FROM lookup_tally WHERE grain = ? AND start_at >= ? ORDER BY start_at", grain, since)
                .query((row, number) -> new LookupTally(
                        Instant.ofEpochMilli(row.getLong("start_at")),
                        row.getString("channel"),
                        row.getString("language"),
                        row.getString("outcome"),
                        row.getLong("lookups")))
                .list();
    }

    /** How long answers took, by when the hour or day began. */
    public Map<Instant, Latencies> latencies(Grain grain, Instant since) {
        Map<Instant, Latencies> latencies = new TreeMap<>();
        since("SELECT start_at, below_micros, lookups FROM latency_tally WHERE grain = ? AND start_at >= ?",
                grain, since)
                .query(row -> {
                    latencies
                            .computeIfAbsent(Instant.ofEpochMilli(row.getLong("start_at")), start -> new Latencies())
                            .add(row.getLong("below_micros"), row.getLong("lookups"));
                });
        return latencies;
    }

    public List<FeedbackTally> feedback(Grain grain, Instant since) {
        return since("""
                SELECT start_at, sum(CASE WHEN helpful = 1 THEN answers ELSE 0 END) AS helpful, sum(answers) AS answers
                FROM feedback_tally WHERE grain = ? AND start_at >= ? GROUP BY start_at ORDER BY start_at""", grain, since)
                .query((row, number) -> new FeedbackTally(
                        Instant.ofEpochMilli(row.getLong("start_at")),
                        row.getLong("helpful"),
                        row.getLong("answers") - row.getLong("helpful")))
                .list();
    }

    /** The claims that were the answer most often, the most frequent first. */
    public List<ClaimTally> top(Grain grain, Instant since, int limit) {
        return since("""
                SELECT claim_id, sum(lookups) AS lookups FROM claim_tally WHERE grain = ? AND start_at >= ?
                GROUP BY claim_id ORDER BY sum(lookups) DESC, claim_id DESC LIMIT\s""" + limit, grain, since)
                .query((row, number) -> new ClaimTally(new ClaimId(row.getLong("claim_id")), row.getLong("lookups")))
                .list();
    }

    /** What spreads: the claims whose last 24 hours are furthest above their own days before, the furthest first. */
    public List<Riser> risers(Instant now, int limit) {
        long today = Grain.HOUR.start(now.minus(DAY), zone).toEpochMilli();
        List<Riser> risers = new ArrayList<>();
        since("""
                SELECT claim_id, sum(CASE WHEN start_at >= ? THEN lookups ELSE 0 END) AS today, sum(lookups) AS lookups
                FROM claim_tally WHERE grain = ? AND start_at >= ? GROUP BY claim_id
                HAVING sum(CASE WHEN start_at >= ? THEN lookups ELSE 0 END) >= ?""",
                List.of(today), Grain.HOUR, now.minus(DAY.multipliedBy(EARLIER_DAYS + 1)), List.of(today, FEWEST))
                .query(row -> {
                    long lookups = row.getLong("today");
                    double usually = (row.getLong("lookups") - lookups) / (double) EARLIER_DAYS;
                    risers.add(new Riser(new ClaimId(row.getLong("claim_id")), lookups, usually));
                });
        return risers.stream()
                .filter(riser -> riser.surprise() >= 2)
                .sorted(Comparator.comparingDouble(Riser::surprise).reversed())
                .limit(limit)
                .toList();
    }

    private JdbcClient.StatementSpec since(String sql, Grain grain, Instant since) {
        return since(sql, List.of(), grain, since, List.of());
    }

    private JdbcClient.StatementSpec since(
            String sql, List<?> before, Grain grain, Instant since, List<?> after) {
        List<Object> values = new ArrayList<>(before);
        values.add(grain.name());
        values.add(grain.start(since, zone).toEpochMilli());
        values.addAll(after);
        return database.read().sql(sql).params(values);
    }
}
