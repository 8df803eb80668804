package id.saring.bench;

import id.saring.claim.Claims;
import id.saring.db.Database;
import id.saring.db.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** A store of synthetic claims on disk with a plain index beside it, made once and used by every later run. */
record BenchStore(SyntheticClaims claims, Path directory) {
    static final long SEED = 20_261_124;
    private static final int BATCH = 1_000;

    /** The store of so many claims, made if it is not there. */
    static BenchStore of(int size) throws IOException {
        BenchStore store = new BenchStore(new SyntheticClaims(SEED, size),
                Path.of("target", "bench", Integer.toString(size)));
        // Named anew whenever what is made changes, so that none of an earlier make is measured.
        Path done = store.directory.resolve("complete-2");
        if (!Files.exists(done)) {
            Files.createDirectories(store.directory);
            store.fill();
            PlainLucene.build(store.claims, store.plain());
            Files.createFile(done);
        }
        return store;
    }

    Path index() {
        return directory.resolve("index");
    }

    Path plain() {
        return directory.resolve("plain");
    }

    Database open() {
        return Database.open(DatabaseSettings.embedded(directory));
    }

    private void fill() {
        try (Database database = open()) {
            Claims stored = new Claims(database, Clock.systemUTC());
            List<Claims.Row> batch = new ArrayList<>();
            for (int i = 0; i < claims.size(); i++) {
                batch.add(claims.claim(i));
                if (batch.size() == BATCH || i + 1 == claims.size()) {
                    stored.saveAll(batch);
                    batch.clear();
                }
            }
        }
    }
}
