package id.saring.tally;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** When is counted. */
final class TallyChores {
    private static final Logger LOG = LoggerFactory.getLogger(TallyChores.class);

    private final Tallying tallying;

    TallyChores(Tallying tallying) {
        this.tallying = tallying;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
    void count() {
        try {
            tallying.run();
        } catch (RuntimeException e) {
            LOG.warn("Lookups could not be counted and will be later: {}", e.getClass().getSimpleName());
        }
    }

    @Scheduled(initialDelay = 1, fixedDelay = 24, timeUnit = TimeUnit.HOURS)
    void forgetHours() {
        tallying.forgetHours();
    }
}
