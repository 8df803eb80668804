package id.saring.queue;

import id.saring.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * How long the oldest work of every queue has waited otherwise than planned, and what was given up. Down when messages
 * that came in go unanswered for ten minutes; other delays, and dead letters, only want attention, because they are
 * often the platform's or one chat's.
 */
public final class QueueHealth implements HealthIndicator {
    /** It works, and yet somebody should look. */
    public static final Status ATTENTION = new Status("ATTENTION");

    private static final Duration SLOW = Duration.ofMinutes(2);
    private static final Duration STUCK = Duration.ofMinutes(10);
    private static final Duration SENDING_LATE = Duration.ofMinutes(30);

    private final Database database;
    private final Clock clock;
    private final String incoming;

    /** @param incoming the queue of what people wait for */
    public QueueHealth(Database database, Clock clock, String incoming) {
        this.database = database;
        this.clock = clock;
        this.incoming = incoming;
    }

    @Override
    public Health health() {
        long now = clock.millis();
        Map<String, Long> waiting = new TreeMap<>();
        Map<String, Long> oldestSeconds = new TreeMap<>();
        database.read()
                .sql("SELECT w.queue, count(*) AS waiting, coalesce(min(CASE WHEN " + Backlog.WAITS_AS_PLANNED
                        + " THEN NULL ELSE w.added_at END), ?) AS oldest"
                        + " FROM work w WHERE w.done_at IS NULL GROUP BY w.queue")
                .params(Backlog.PLANNED, now - Backlog.LOOKED_AT.toMillis(), now)
                .query(row -> {
                    String queue = row.getString("queue");
                    waiting.put(queue, row.getLong("waiting"));
                    oldestSeconds.put(queue, Math.max(0, now - row.getLong("oldest")) / 1000);
                });
        Map<String, Long> dead = new TreeMap<>();
        database.read()
                .sql("SELECT queue, count(*) AS letters FROM work WHERE state = 'DEAD' GROUP BY queue")
                .query(row -> {
                    dead.put(row.getString("queue"), row.getLong("letters"));
                });
        return judged(oldestSeconds, dead)
                .withDetail("waiting", waiting)
                .withDetail("oldestSeconds", oldestSeconds)
                .withDetail("deadLetters", dead)
                .build();
    }

    private Health.Builder judged(Map<String, Long> oldestSeconds, Map<String, Long> dead) {
        long in = oldestSeconds.getOrDefault(incoming, 0L);
        boolean late = oldestSeconds.values().stream().anyMatch(seconds -> seconds > SENDING_LATE.toSeconds());
        if (in > STUCK.toSeconds()) {
            return Health.down().withDetail("reason", "STUCK");
        }
        if (in > SLOW.toSeconds()) {
            return Health.status(ATTENTION).withDetail("reason", "SLOW");
        }
        if (late) {
            return Health.status(ATTENTION).withDetail("reason", "LATE");
        }
        return dead.isEmpty() ? Health.up() : Health.status(ATTENTION).withDetail("reason", "DEAD_LETTERS");
    }
}
