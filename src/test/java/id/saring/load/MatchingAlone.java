package id.saring.load;

import id.saring.claim.Claims;
import id.saring.core.Language;
import id.saring.db.Database;
import id.saring.db.DatabaseSettings;
import id.saring.match.ClaimMatcher;
import id.saring.match.MatchSettings;
import id.saring.match.Query;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;

/** What finding the claim costs by itself, which no way of storing and sending can go below. */
final class MatchingAlone {
    private static final int WARM_UP = 2000;
    private static final int MEASURED = 2000;

    private MatchingAlone() {}

    /** Milliseconds for each of the messages, on one thread, over the claims of a SQLite store. */
    static double millis(Path dataDir, Texts texts, Random random) {
        try (Database database = Database.open(DatabaseSettings.embedded(dataDir));
                ClaimMatcher matcher =
                        ClaimMatcher.open(new Claims(database, Clock.systemUTC()), null, MatchSettings.defaults())) {
            for (int i = 0; i < WARM_UP; i++) {
                matcher.match(new Query(texts.draw(random), Language.ID));
            }
            long start = System.nanoTime();
            for (int i = 0; i < MEASURED; i++) {
                matcher.match(new Query(texts.draw(random), Language.ID));
            }
            return (System.nanoTime() - start) / 1e6 / MEASURED;
        }
    }
}
