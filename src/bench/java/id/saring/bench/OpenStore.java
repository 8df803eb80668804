package id.saring.bench;

import id.saring.claim.Claims;
import id.saring.db.Database;
import id.saring.match.ClaimMatcher;
import id.saring.match.MatchSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** A matcher over a {@link BenchStore} and the plain index beside it. */
final class OpenStore implements AutoCloseable {
    final SyntheticClaims synthetic;
    final Claims claims;
    final ClaimMatcher matcher;
    final PlainLucene plain;
    private final Database database;

    private OpenStore(BenchStore store, Path index, long cacheSize) throws IOException {
        MatchSettings shipped = MatchSettings.defaults();
        this.synthetic = store.claims();
        this.database = store.open();
        this.claims = new Claims(database, Clock.systemUTC());
        this.matcher = ClaimMatcher.open(
                claims,
                index,
                new MatchSettings(
                        shipped.confident(),
                        shipped.possible(),
                        shipped.keywordWords(),
                        shipped.choices(),
                        shipped.listed(),
                        cacheSize,
                        shipped.guards(),
                        shipped.lists(),
                        shipped.model()));
        this.plain = new PlainLucene(store.plain());
    }

    static OpenStore uncached(int size) throws IOException {
        BenchStore store = BenchStore.of(size);
        return new OpenStore(store, store.index(), 0);
    }

    static OpenStore cached(int size) throws IOException {
        BenchStore store = BenchStore.of(size);
        return new OpenStore(store, store.index(), MatchSettings.defaults().cacheSize());
    }

    /** With an index that is made from the store now. */
    static OpenStore withNewIndex(int size, Path index) throws IOException {
        return new OpenStore(BenchStore.of(size), index, 0);
    }

    @Override
    public void close() throws IOException {
        matcher.close();
        plain.close();
        database.close();
    }
}
