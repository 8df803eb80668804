package id.saring.conversation;

import id.saring.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Erases what has been kept for long enough. */
public final class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int STEP = 500;

    /** How much a run erased. */
    public record Report(long messageTexts, long lookups, long cases, long people, long addresses) {
        long all() {
            return messageTexts + lookups + cases + people + addresses;
        }
    }

    /** For so long a dismissal can be taken back with everybody still to be told. */
    private static final Duration SECOND_THOUGHTS = Duration.ofDays(7);

    private final Database database;
    private final Eraser.Stores stores;
    private final RetentionSettings settings;
    private final Clock clock;

    Retention(Database database, Eraser.Stores stores, RetentionSettings settings, Clock clock) {
        this.database = database;
        this.stores = stores;
        this.settings = settings;
        this.clock = clock;
    }

    /** Erases everything older than its period, and addresses to which nothing is owed. It may take minutes. */
    public Report run() {
        Report report = new Report(
                older(settings.messageTexts(), time -> stores.questions().eraseBefore(time, STEP)),
                older(settings.lookups(), time -> stores.lookups().eraseBefore(time, STEP))
                        + older(settings.lookups(), time -> stores.tellings().eraseBefore(time, STEP)),
                older(settings.cases(), time -> stores.cases().eraseBefore(time, STEP)),
                older(settings.people(), time -> stores.people().eraseBefore(time, STEP))
                        + older(settings.people(), time -> stores.contacts().eraseBefore(time, STEP)),
                once(() -> stores.contacts().eraseUnneededAddresses(clock.instant().minus(SECOND_THOUGHTS))));
        if (report.all() > 0) {
            LOG.info("Retention: {}", report);
            database.scrub();
        }
        return report;
    }

    /** In steps, so that those who write meanwhile wait for a step only. */
    private long older(Duration period, ToIntFunction<Instant> erasing) {
        Instant limit = clock.instant().minus(period);
        long all = 0;
        int step;
        do {
            step = once(() -> erasing.applyAsInt(limit));
            all += step;
        } while (step >= STEP);
        return all;
    }

    private int once(IntSupplier erasing) {
        return database.transact(() -> erasing.getAsInt());
    }
}
