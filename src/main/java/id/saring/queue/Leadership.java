package id.saring.queue;

import id.saring.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * A role that only one replica has at a time. Whoever has it must say so again within a term, or another takes it over.
 * The clocks of replicas may differ by less than a term.
 */
public final class Leadership {
    private final Database database;
    private final Clock clock;
    private final String role;
    private final Duration term;
    private final String self = UUID.randomUUID().toString();
    private volatile long heldUntil = Long.MIN_VALUE;

    public Leadership(Database database, Clock clock, String role, Duration term) {
        this.database = database;
        this.clock = clock;
        this.role = role;
        this.term = term;
    }

    /** Takes the role if nobody has it, or keeps it for another term. Returns whether it is ours for that term. */
    public boolean hold() {
        long now = clock.millis();
        boolean held = !database.dialect().shared() || claim(now);
        heldUntil = held ? now + term.toMillis() : Long.MIN_VALUE;
        return held;
    }

    /** Whether the term begun with the last {@link #hold} is still going on; for when the store cannot be asked. */
    public boolean lasts() {
        return clock.millis() < heldUntil;
    }

    /** Leaves the role to whoever wants it next. */
    public void release() {
        heldUntil = Long.MIN_VALUE;
        database.write()
                .sql("DELETE FROM leadership WHERE role = ? AND holder = ?")
                .params(role, self)
                .update();
    }

    private boolean claim(long now) {
        return database.write()
                        .sql("""
                                INSERT INTO leadership (role, holder, held_until) VALUES (:role, :self, :until)
                                ON CONFLICT (role) DO UPDATE SET holder = excluded.holder, held_until = excluded.held_until
                                WHERE leadership.holder = excluded.holder OR leadership.held_until <= :now""")
                        .param("role", role)
                        .param("self", self)
                        .param("until", now + term.toMillis())
                        .param("now", now)
                        .update()
                == 1;
    }
}
