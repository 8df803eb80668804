package id.saring.chat;

import id.saring.db.Database;
import id.saring.queue.Leadership;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/** Has a part of a channel run in only one replica at a time; when that one goes, another takes it over. */
public final class Election {
    /** How long nobody may run the part after its replica has died. */
    private static final Duration TERM = Duration.ofSeconds(15);

    private final Database database;
    private final Clock clock;

    Election(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What to start and stop instead of {@code part}, which must bear being started again after it was stopped.
     *
     * @param role names the part, the same in all replicas
     */
    public SmartLifecycle elect(String role, SmartLifecycle part) {
        return new ElectedPart(role, part, new Leadership(database, clock, role, TERM), TERM.dividedBy(3));
    }
}
